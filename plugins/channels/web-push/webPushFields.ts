import { type ChannelField, deviceAudience } from '../../../src/index.ts'
import { defaultWebPushTitle } from './webPushTarget.ts'

/** The form of a browser notification, in the order a person fills it in. */
export const webPushFields: readonly ChannelField[] = [
  {
    name: 'privateKey',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Private key (VAPID)', ru: 'Закрытый ключ (VAPID)' },
    description: {
      en: 'In stored credentials leave it empty: one is made. Another key later makes every browser subscribe anew. In a subscription it may stay empty when VAPID_PRIVATE_KEY is set on the server.',
      ru: 'В учётных данных оставьте пустым: ключ создастся сам. Если потом его сменить, всем браузерам придётся подписаться заново. В подписке можно не указывать, если на сервере задана переменная VAPID_PRIVATE_KEY.',
    },
  },
  {
    name: 'subject',
    type: 'text',
    isCredential: true,
    label: { en: 'Contact for push services', ru: 'Контакт для служб уведомлений' },
    description: {
      en: 'mailto:you@example.com or the https address of the site. May stay empty when VAPID_SUBJECT is set on the server.',
      ru: 'mailto:вы@example.com или https-адрес сайта. Можно не указывать, если на сервере задана переменная VAPID_SUBJECT.',
    },
  },
  {
    name: 'isDefault',
    type: 'checkbox',
    isCredential: true,
    defaultValue: false,
    label: { en: 'Browsers subscribe with this key', ru: 'С этим ключом подписываются браузеры' },
    description: {
      en: 'Mark one of the stored credentials. Without a mark the key of the server counts, then the only stored one.',
      ru: 'Отметьте одни учётные данные. Без отметки берётся ключ сервера, а если его нет — единственный сохранённый.',
    },
  },
  ...deviceAudience.fields,
  {
    name: 'title',
    messagePart: 'subject',
    type: 'text',
    isRequired: true,
    defaultValue: defaultWebPushTitle,
    label: { en: 'Title', ru: 'Заголовок' },
    description: {
      en: 'For example: Order {{ data.current.number }} is paid',
      ru: 'Например: Заказ {{ data.current.number }} оплачен',
    },
  },
  {
    name: 'text',
    messagePart: 'text',
    type: 'textarea',
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'Two or three short lines. All of the notification together may be 3993 bytes.',
      ru: 'Две-три короткие строки. Всё уведомление вместе — не больше 3993 байт.',
    },
  },
  {
    name: 'link',
    messagePart: 'buttonUrl',
    type: 'text',
    label: { en: 'Link', ru: 'Ссылка' },
    description: {
      en: 'Opened by a click: https://shop.example.com/orders/{{ data.current.id }} or /orders/{{ data.current.id }}',
      ru: 'Откроется по щелчку: https://shop.example.com/orders/{{ data.current.id }} или /orders/{{ data.current.id }}',
    },
  },
  {
    name: 'icon',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Icon', ru: 'Значок' },
    description: {
      en: 'Address of a square picture, for example /icon.png',
      ru: 'Адрес квадратной картинки, например /icon.png',
    },
  },
  {
    name: 'image',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Large picture', ru: 'Большая картинка' },
    description: {
      en: 'Its address. Not every system shows it.',
      ru: 'Её адрес. Показывают не все системы.',
    },
  },
  {
    name: 'ttlSeconds',
    type: 'number',
    isAdvanced: true,
    defaultValue: 86_400,
    label: { en: 'Keep for, seconds', ru: 'Хранить, секунд' },
    description: {
      en: 'How long the push service keeps it for a browser that is off: 0 to 2419200.',
      ru: 'Сколько служба хранит его, пока браузер выключен: от 0 до 2419200.',
    },
  },
  {
    name: 'urgency',
    type: 'select',
    isAdvanced: true,
    defaultValue: 'normal',
    options: [
      { value: 'very-low', label: { en: 'Very low', ru: 'Совсем не срочно' } },
      { value: 'low', label: { en: 'Low', ru: 'Не срочно' } },
      { value: 'normal', label: { en: 'Normal', ru: 'Обычно' } },
      { value: 'high', label: { en: 'High', ru: 'Срочно' } },
    ],
    label: { en: 'Urgency', ru: 'Срочность' },
    description: {
      en: 'A device that saves its battery may keep less urgent ones for later.',
      ru: 'Устройство в режиме экономии может отложить несрочные.',
    },
  },
  {
    name: 'topic',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Topic', ru: 'Тема' },
    description: {
      en: 'A newer message of the same topic replaces one that still waits at the push service: order-{{ data.current.id }}',
      ru: 'Новое сообщение той же темы заменит то, что ещё ждёт в службе уведомлений: order-{{ data.current.id }}',
    },
  },
]
