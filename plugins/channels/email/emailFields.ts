import type { ChannelField } from '../../../src/index.ts'
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
]
