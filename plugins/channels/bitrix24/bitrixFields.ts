import { type ChannelField, homeCountryField, personNameField } from '../../../src/index.ts'
import { defaultBitrixTitle } from './bitrixTarget.ts'

/** The form of an object in Bitrix24, in the order a person fills it in. */
export const bitrixFields: readonly ChannelField[] = [
  {
    name: 'webhookUrl',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Webhook address', ru: 'Адрес вебхука' },
    description: {
      en: 'Made in Bitrix24 under Developer resources → Other → Inbound webhook, with the right CRM: https://example.bitrix24.ru/rest/1/…. May stay empty when BITRIX24_WEBHOOK_URL is set on the server.',
      ru: 'Создаётся в Битрикс24: Разработчикам → Другое → Входящий вебхук, с правом CRM: https://example.bitrix24.ru/rest/1/…. Можно оставить пустым, если на сервере задана переменная BITRIX24_WEBHOOK_URL.',
    },
  },
  {
    name: 'entity',
    type: 'select',
    defaultValue: 'lead',
    options: [
      { value: 'lead', label: { en: 'Lead', ru: 'Лид' } },
      { value: 'deal', label: { en: 'Deal with a contact', ru: 'Сделка с контактом' } },
      { value: 'contact', label: { en: 'Contact', ru: 'Контакт' } },
    ],
    label: { en: 'What to make', ru: 'Что создать' },
    description: {
      en: 'Portals with the simple CRM have no leads.',
      ru: 'На порталах с простой CRM лидов нет.',
    },
  },
  {
    name: 'identity',
    type: 'select',
    defaultValue: 'document',
    options: [
      { value: 'document', label: { en: 'One per document', ru: 'Один на документ' } },
      { value: 'event', label: { en: 'A new one per event', ru: 'Новый на каждое событие' } },
    ],
    label: { en: 'How many', ru: 'Сколько' },
    description: {
      en: 'One per document: later events of the same order change what the first one made.',
      ru: 'Один на документ: следующие события того же заказа меняют то, что создало первое.',
    },
  },
  {
    name: 'title',
    type: 'text',
    isRequired: true,
    defaultValue: defaultBitrixTitle,
    label: { en: 'Title', ru: 'Название' },
    description: {
      en: 'For example: Order {{ data.current.id }}. A contact has none.',
      ru: 'Например: Заказ {{ data.current.id }}. У контакта его нет.',
    },
  },
  personNameField,
  { name: 'lastName', type: 'text', label: { en: 'Last name', ru: 'Фамилия' } },
  {
    name: 'phone',
    type: 'text',
    label: { en: 'Phone', ru: 'Телефон' },
    description: {
      en: 'For example {{ data.current.phone | default: "" }}. A contact with this number is found again.',
      ru: 'Например {{ data.current.phone | default: "" }}. Контакт с таким номером будет найден.',
    },
  },
  {
    name: 'email',
    type: 'text',
    label: { en: 'E-mail', ru: 'Почта' },
    description: {
      en: 'For example {{ data.current.email | default: "" }}',
      ru: 'Например {{ data.current.email | default: "" }}',
    },
  },
  { name: 'comments', type: 'textarea', label: { en: 'Comment', ru: 'Комментарий' } },
  {
    name: 'amount',
    type: 'text',
    label: { en: 'Amount', ru: 'Сумма' },
    description: {
      en: 'Digits with a point, for example {{ data.current.total.ru.amount }}',
      ru: 'Цифры с точкой, например {{ data.current.total.ru.amount }}',
    },
  },
  {
    name: 'currency',
    type: 'text',
    label: { en: 'Currency', ru: 'Валюта' },
    description: {
      en: 'Three letters, for example RUB. Empty: the portal’s own.',
      ru: 'Три буквы, например RUB. Пусто — основная валюта портала.',
    },
  },
  {
    name: 'source',
    type: 'text',
    isAdvanced: true,
    defaultValue: 'WEB',
    label: { en: 'Source', ru: 'Источник' },
    description: {
      en: 'Its code in Bitrix24, for example WEB, CALL, ADVERTISING.',
      ru: 'Его код в Битрикс24, например WEB, CALL, ADVERTISING.',
    },
  },
  {
    name: 'stage',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Stage', ru: 'Стадия' },
    description: {
      en: 'Its code, for example NEW, or C2:WON for a deal of the second funnel. Set with every change too; empty: as it is.',
      ru: 'Её код, например NEW или C2:WON для сделки второй воронки. Ставится и при изменениях; пусто — как есть.',
    },
  },
  {
    name: 'responsible',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Responsible', ru: 'Ответственный' },
    description: {
      en: 'Number of a user in Bitrix24, for example 1.',
      ru: 'Номер пользователя в Битрикс24, например 1.',
    },
  },
  {
    name: 'fields',
    type: 'code',
    isAdvanced: true,
    label: { en: 'Other fields (JSON)', ru: 'Другие поля (JSON)' },
    description: {
      en: 'By their names in Bitrix24: {"UTM_SOURCE": "{{ data.current.utm.source | default: "" }}", "UF_CRM_1234567890": "x"}. Names it does not know are ignored without a word.',
      ru: 'По именам в Битрикс24: {"UTM_SOURCE": "{{ data.current.utm.source | default: "" }}", "UF_CRM_1234567890": "x"}. Незнакомые имена он молча пропускает.',
    },
  },
  homeCountryField,
]
