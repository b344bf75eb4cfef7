import type { ChannelField } from '../../../src/index.ts'
import { attachmentLimits } from './attachmentLimits.ts'
import { defaultBody, defaultSubject } from './emailTarget.ts'

/** The form of an e-mail, in the order a person fills it in. */
export const emailFields: readonly ChannelField[] = [
  {
    name: 'to',
    type: 'text',
    isRequired: true,
    label: { en: 'To', ru: 'Кому' },
    description: {
      en: 'One address, or several separated by commas. To write to the customer of the event: {{ data.current.customerEmail }}',
      ru: 'Один адрес или несколько через запятую. Чтобы написать покупателю из события: {{ data.current.customerEmail }}',
    },
  },
  {
    name: 'subject',
    messagePart: 'subject',
    type: 'text',
    isRequired: true,
    defaultValue: defaultSubject,
    label: { en: 'Subject', ru: 'Тема' },
    description: {
      en: 'May hold values of the event, for example: Order {{ data.current.id }}',
      ru: 'Можно вставлять значения из события, например: Заказ {{ data.current.id }}',
    },
  },
  {
    name: 'body',
    messagePart: 'text',
    type: 'textarea',
    isRequired: true,
    defaultValue: defaultBody,
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'For a value that may be missing write: {{ data.current.name | default: "friend" }}',
      ru: 'Если значения может не быть, напишите: {{ data.current.name | default: "друг" }}',
    },
  },
  {
    name: 'html',
    messagePart: 'html',
    type: 'code',
    isAdvanced: true,
    label: { en: 'HTML version', ru: 'Версия в HTML' },
    description: {
      en: 'A designed version of the mail. Values of the event are escaped.',
      ru: 'Оформленный вариант письма. Значения из события экранируются.',
    },
  },
  {
    name: 'replyTo',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Reply to', ru: 'Кому придёт ответ' },
    description: {
      en: 'One address; empty: the sender of the site.',
      ru: 'Один адрес; если пусто, ответ придёт отправителю сайта.',
    },
  },
  {
    name: 'attachments',
    type: 'rows',
    isAdvanced: true,
    label: { en: 'Files', ru: 'Файлы' },
    description: {
      en: 'Fetched anew for every letter, together at most 10 MiB. Without its files the letter is not sent.',
      ru: 'Загружаются заново для каждого письма, вместе не больше 10 МиБ. Без своих файлов письмо не уходит.',
    },
    row: {
      label: { en: 'file', ru: 'файл' },
      plural: { en: 'files', ru: 'файлы' },
      most: attachmentLimits.files,
      fields: [
        {
          name: 'url',
          type: 'text',
          isRequired: true,
          label: { en: 'Address', ru: 'Адрес' },
          description: {
            en: 'Opens without a login, for example https://shop.example.com/invoices/{{ data.current.invoiceKey }}.pdf. Empty for an event: no file.',
            ru: 'Открывается без входа, например https://shop.example.com/invoices/{{ data.current.invoiceKey }}.pdf. Если для события пусто, файла не будет.',
          },
        },
        {
          name: 'name',
          type: 'text',
          label: { en: 'Name of the file', ru: 'Имя файла' },
          description: {
            en: 'For example invoice-{{ data.current.orderNumber }}.pdf. Empty: as its server names it.',
            ru: 'Например invoice-{{ data.current.orderNumber }}.pdf. Если пусто — как называет его сервер.',
          },
        },
      ],
    },
  },
]
