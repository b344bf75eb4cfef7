import { type ChannelField, deviceAudience } from '../../../src/index.ts'
import { defaultFcmTitle } from './fcmTarget.ts'

/** The form of an app notification, in the order a person fills it in. */
export const fcmFields: readonly ChannelField[] = [
  {
    name: 'serviceAccount',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Service account (JSON)', ru: 'Сервисный аккаунт (JSON)' },
    description: {
      en: 'The whole key file: Firebase console → Project settings → Service accounts → Generate new private key. May stay empty when FCM_SERVICE_ACCOUNT is set on the server.',
      ru: 'Весь файл ключа: консоль Firebase → Настройки проекта → Сервисные аккаунты → Создать закрытый ключ. Можно не указывать, если на сервере задана переменная FCM_SERVICE_ACCOUNT.',
    },
  },
  ...deviceAudience.fields,
  {
    name: 'title',
    messagePart: 'subject',
    type: 'text',
    isRequired: true,
    defaultValue: defaultFcmTitle,
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
      en: 'Two or three short lines. All of the notification together may be 4096 bytes.',
      ru: 'Две-три короткие строки. Всё уведомление вместе — не больше 4096 байт.',
    },
  },
  {
    name: 'link',
    messagePart: 'buttonUrl',
    type: 'text',
    label: { en: 'Link', ru: 'Ссылка' },
    description: {
      en: 'The app gets it as data.link, a browser opens it: https://shop.example.com/orders/{{ data.current.id }}',
      ru: 'Приложение получит её как data.link, браузер откроет: https://shop.example.com/orders/{{ data.current.id }}',
    },
  },
  {
    name: 'icon',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Icon', ru: 'Значок' },
    description: {
      en: 'Address of a square picture for browsers; apps show their own.',
      ru: 'Адрес квадратной картинки для браузеров; приложения показывают свой значок.',
    },
  },
  {
    name: 'image',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Large picture', ru: 'Большая картинка' },
    description: {
      en: 'Its https address, up to 1 MB.',
      ru: 'Её https-адрес, до 1 МБ.',
    },
  },
  {
    name: 'data',
    type: 'code',
    isAdvanced: true,
    label: { en: 'Data for the app (JSON)', ru: 'Данные для приложения (JSON)' },
    description: {
      en: '{"order": "{{ data.current.id }}"}. The app reads it; every value arrives as text.',
      ru: '{"order": "{{ data.current.id }}"}. Их читает приложение; каждое значение приходит текстом.',
    },
  },
  {
    name: 'ttlSeconds',
    type: 'number',
    isAdvanced: true,
    defaultValue: 86_400,
    label: { en: 'Keep for, seconds', ru: 'Хранить, секунд' },
    description: {
      en: 'How long FCM keeps it for a device that is off: 0 to 2419200.',
      ru: 'Сколько FCM хранит его, пока устройство выключено: от 0 до 2419200.',
    },
  },
  {
    name: 'urgency',
    type: 'select',
    isAdvanced: true,
    defaultValue: 'high',
    options: [
      { value: 'normal', label: { en: 'Normal', ru: 'Обычно' } },
      { value: 'high', label: { en: 'High', ru: 'Срочно' } },
    ],
    label: { en: 'Urgency', ru: 'Срочность' },
    description: {
      en: 'High wakes a sleeping device; normal may wait until somebody takes it in hand.',
      ru: 'Срочное будит спящее устройство; обычное может подождать, пока его не возьмут в руки.',
    },
  },
]
