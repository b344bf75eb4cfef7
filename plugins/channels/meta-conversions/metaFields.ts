import type { ChannelField } from '../../../src/index.ts'
import { metaUserFields } from './metaUserData.ts'
import { META_API_VERSION } from './metaApiVersion.ts'

/** The form of Meta conversions, in the order a person fills it in. */
export const metaFields: readonly ChannelField[] = [
  {
    name: 'datasetId',
    type: 'text',
    isCredential: true,
    label: { en: 'Pixel or dataset id', ru: 'Номер пикселя или набора данных' },
    description: {
      en: 'From Events Manager, for example 1234567890123456.',
      ru: 'Из Events Manager, например 1234567890123456.',
    },
  },
  {
    name: 'accessToken',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Access token', ru: 'Токен доступа' },
    description: {
      en: 'Events Manager → Settings → Conversions API → Generate access token.',
      ru: 'Events Manager → Настройки → Conversions API → Сгенерировать маркер доступа.',
    },
  },
  {
    name: 'mapping',
    type: 'json',
    editor: 'mapping',
    suggestions: [
      'event_name',
      'event_id',
      'event_time',
      'action_source',
      'event_source_url',
      ...metaUserFields.map((name) => `user_data.${name}`),
      'custom_data.value',
      'custom_data.currency',
      'custom_data.order_id',
      'custom_data.content_name',
    ],
    label: { en: 'Fields', ru: 'Поля' },
    description: {
      en: 'Orders, carts, leads, bookings, payments and sign-ups are filled in by themselves; rules of yours replace single fields. Personal data are hashed here and never leave in clear.',
      ru: 'Заказы, корзины, заявки, записи, оплаты и регистрации заполняются сами, ваши правила заменяют отдельные поля. Личные данные хешируются здесь и в открытом виде не уходят.',
    },
  },
  {
    name: 'testEventCode',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Test event code', ru: 'Код тестового события' },
    description: {
      en: 'For example TEST12345: events are then shown under "Test events" and not counted. Empty it afterwards.',
      ru: 'Например TEST12345: события попадут во вкладку «Тестирование» и не учтутся. Потом уберите.',
    },
  },
  {
    name: 'apiVersion',
    type: 'text',
    isAdvanced: true,
    defaultValue: META_API_VERSION,
    label: { en: 'Version of the Graph API', ru: 'Версия Graph API' },
  },
]
