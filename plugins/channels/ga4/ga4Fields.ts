import type { ChannelField } from '../../../src/index.ts'

/** The form of GA4, in the order a person fills it in. */
export const ga4Fields: readonly ChannelField[] = [
  {
    name: 'measurementId',
    type: 'text',
    isCredential: true,
    label: { en: 'Measurement id', ru: 'Идентификатор показателя' },
    description: {
      en: 'Admin → Data streams → your stream, for example G-AB12CD34EF.',
      ru: 'Администратор → Потоки данных → ваш поток, например G-AB12CD34EF.',
    },
  },
  {
    name: 'apiSecret',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'API secret', ru: 'Секрет API' },
    description: {
      en: 'In the same stream: Measurement Protocol API secrets → Create. Google never says whether it is right, so copy it with care.',
      ru: 'В том же потоке: секреты API Measurement Protocol → Создать. Google никогда не сообщает, верен ли он, поэтому копируйте внимательно.',
    },
  },
  {
    name: 'mapping',
    type: 'json',
    editor: 'mapping',
    suggestions: [
      'name',
      'client_id',
      'user_id',
      'timestamp_micros',
      'consent.ad_user_data',
      'consent.ad_personalization',
      'params.session_id',
      'params.engagement_time_msec',
      'params.value',
      'params.currency',
      'params.transaction_id',
      'params.items.*.item_id',
    ],
    label: { en: 'Fields', ru: 'Поля' },
    description: {
      en: 'Orders, carts, leads, bookings, payments and sign-ups are filled in by themselves; rules of yours replace single fields. Map client_id to the visitor’s id from the _ga cookie if you store it: without it visits and conversions are not joined. No e-mail addresses or phone numbers.',
      ru: 'Заказы, корзины, заявки, записи, оплаты и регистрации заполняются сами, ваши правила заменяют отдельные поля. Если вы храните номер посетителя из cookie _ga, укажите его в client_id: без него конверсии не связать с визитами. Без почты и телефонов.',
    },
  },
  {
    name: 'isDebug',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Show in DebugView', ru: 'Показывать в DebugView' },
  },
]
