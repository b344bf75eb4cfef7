import { type ChannelField, homeCountryField } from '../../../src/index.ts'
import { defaultWhatsappText } from './whatsappTarget.ts'

/** The form of a WhatsApp message, in the order a person fills it in. */
export const whatsappFields: readonly ChannelField[] = [
  {
    name: 'accessToken',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Access token', ru: 'Токен доступа' },
    description: {
      en: 'Of a system user with the permission whatsapp_business_messaging, for example EAAG…. May stay empty when WHATSAPP_ACCESS_TOKEN is set on the server.',
      ru: 'Системного пользователя с разрешением whatsapp_business_messaging, например EAAG…. Можно оставить пустым, если на сервере задана переменная WHATSAPP_ACCESS_TOKEN.',
    },
  },
  {
    name: 'phoneNumberId',
    type: 'text',
    isCredential: true,
    label: { en: 'Id of the sender’s number', ru: 'ID номера отправителя' },
    description: {
      en: '"Phone number ID" on the app’s page "API Setup", for example 106540352242922. May stay empty when WHATSAPP_PHONE_NUMBER_ID is set on the server.',
      ru: '«Phone number ID» на странице приложения API Setup, например 106540352242922. Можно оставить пустым, если на сервере задана переменная WHATSAPP_PHONE_NUMBER_ID.',
    },
  },
  {
    name: 'to',
    type: 'text',
    isRequired: true,
    label: { en: 'To', ru: 'Кому' },
    description: {
      en: 'A phone number, for example +77011234567, or the customer’s from the event: {{ data.current.phone }}',
      ru: 'Номер телефона, например +77011234567, или номер покупателя из события: {{ data.current.phone }}',
    },
  },
  {
    name: 'kind',
    type: 'select',
    defaultValue: 'text',
    options: [
      { value: 'text', label: { en: 'Free text', ru: 'Свободный текст' } },
      { value: 'template', label: { en: 'Approved template', ru: 'Одобренный шаблон' } },
    ],
    label: { en: 'What to send', ru: 'Что отправить' },
    description: {
      en: 'Free text arrives within 24 hours after the person wrote to you. At other times only a template approved by Meta does.',
      ru: 'Свободный текст доходит в течение 24 часов после сообщения от человека. В другое время — только шаблон, одобренный Meta.',
    },
  },
  {
    name: 'text',
    type: 'textarea',
    defaultValue: defaultWhatsappText,
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'For example: *New order* {{ data.current.id }}. Up to 4096 characters; what is longer is cut.',
      ru: 'Например: *Новый заказ* {{ data.current.id }}. До 4096 знаков; остальное отрезается.',
    },
  },
  {
    name: 'templateName',
    type: 'text',
    label: { en: 'Template', ru: 'Шаблон' },
    description: {
      en: 'Its name in WhatsApp Manager, for example order_paid. With free text: what is sent instead when Meta says at once that the 24 hours are over.',
      ru: 'Его название в WhatsApp Manager, например order_paid. При свободном тексте уходит вместо него, если Meta сразу ответит, что 24 часа прошли.',
    },
  },
  {
    name: 'templateLanguage',
    type: 'text',
    defaultValue: 'ru',
    label: { en: 'Language of the template', ru: 'Язык шаблона' },
    description: {
      en: 'As in WhatsApp Manager: ru, en_US, kk.',
      ru: 'Как в WhatsApp Manager: ru, en_US, kk.',
    },
  },
  {
    name: 'templateValues',
    type: 'textarea',
    label: { en: 'Values of the template', ru: 'Значения шаблона' },
    description: {
      en: 'One per line, in the order of its places {{1}}, {{2}}: for example {{ data.current.customerName | default: "—" }}',
      ru: 'По одному на строке, в порядке мест {{1}}, {{2}}: например {{ data.current.customerName | default: "—" }}',
    },
  },
  {
    name: 'templateHeader',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Value of the header', ru: 'Значение заголовка' },
    description: {
      en: 'Only when the header of the template has a place to fill.',
      ru: 'Только если в заголовке шаблона есть место для значения.',
    },
  },
  {
    name: 'templateButton',
    type: 'text',
    isAdvanced: true,
    label: { en: 'End of the button’s address', ru: 'Окончание адреса кнопки' },
    description: {
      en: 'Only when the first button is a link with a place to fill, for example {{ data.current.id }}',
      ru: 'Только если первая кнопка — ссылка с местом для значения, например {{ data.current.id }}',
    },
  },
  homeCountryField,
  {
    name: 'isPreviewShown',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Show link previews', ru: 'Показывать предпросмотр ссылок' },
    description: {
      en: 'Shows a card of the first link in the text.',
      ru: 'Под текстом появится карточка первой ссылки.',
    },
  },
  {
    name: 'appSecret',
    type: 'text',
    isSecret: true,
    isCredential: true,
    isAdvanced: true,
    label: { en: 'App secret', ru: 'Секрет приложения' },
    description: {
      en: 'From the app’s page "Basic settings"; proves that news about delivered and read messages comes from Meta. May stay empty when WHATSAPP_APP_SECRET is set on the server.',
      ru: 'Со страницы приложения Basic settings; доказывает, что вести о доставке и прочтении приходят от Meta. Можно оставить пустым, если на сервере задана переменная WHATSAPP_APP_SECRET.',
    },
  },
  {
    name: 'verifyToken',
    type: 'text',
    isSecret: true,
    isCredential: true,
    isAdvanced: true,
    label: { en: 'Verify token', ru: 'Проверочный токен' },
    description: {
      en: 'Any text of yours, the same as in the webhook settings of the app. May stay empty when WHATSAPP_VERIFY_TOKEN is set on the server.',
      ru: 'Любой ваш текст, тот же, что в настройках вебхука приложения. Можно оставить пустым, если на сервере задана переменная WHATSAPP_VERIFY_TOKEN.',
    },
  },
]
