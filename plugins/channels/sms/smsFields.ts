import { type ChannelField, homeCountryField } from '../../../src/index.ts'
import { smsProviders } from './smsProviders.ts'
import { defaultSmsText, smsProviderNames } from './smsTarget.ts'

/** The form of an SMS, in the order a person fills it in. */
export const smsFields: readonly ChannelField[] = [
  {
    name: 'provider',
    type: 'select',
    isCredential: true,
    options: smsProviderNames.map((value) => {
      const { name } = smsProviders[value]
      return { value, label: { en: name, ru: name } }
    }),
    label: { en: 'Service', ru: 'Сервис' },
    description: {
      en: 'Who sends it. May stay empty when SMS_PROVIDER is set on the server.',
      ru: 'Через кого отправлять. Можно оставить пустым, если на сервере задана переменная SMS_PROVIDER.',
    },
  },
  {
    name: 'account',
    type: 'text',
    isCredential: true,
    label: { en: 'Account', ru: 'Аккаунт' },
    description: {
      en: 'SMSC: the login. Twilio: the Account SID (AC…). SMS.ru and Mobizon need none.',
      ru: 'SMSC: логин. Twilio: Account SID (AC…). Для SMS.ru и Mobizon не нужен.',
    },
  },
  {
    name: 'apiKey',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Key', ru: 'Ключ' },
    description: {
      en: 'SMS.ru: api_id. SMSC: the password for the API. Mobizon: the API key. Twilio: the Auth Token.',
      ru: 'SMS.ru: api_id. SMSC: пароль для API. Mobizon: ключ API. Twilio: Auth Token.',
    },
  },
  {
    name: 'sender',
    type: 'text',
    isCredential: true,
    label: { en: 'Sender', ru: 'Отправитель' },
    description: {
      en: 'A name agreed with the service, for example MyShop. Twilio needs one: a number of yours, a name, or a Messaging Service SID (MG…).',
      ru: 'Имя, согласованное с сервисом, например MyShop. Twilio без него не отправит: ваш номер, имя или Messaging Service SID (MG…).',
    },
  },
  {
    name: 'to',
    type: 'text',
    isRequired: true,
    label: { en: 'To', ru: 'Кому' },
    description: {
      en: 'A phone number, for example +79161234567, or the customer’s from the event: {{ data.current.phone }}',
      ru: 'Номер телефона, например +79161234567, или номер покупателя из события: {{ data.current.phone }}',
    },
  },
  {
    name: 'text',
    type: 'textarea',
    isRequired: true,
    defaultValue: defaultSmsText,
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'For example: Order {{ data.current.id }} is paid. One message is 160 Latin characters, or 70 as soon as one is not.',
      ru: 'Например: Заказ {{ data.current.id }} оплачен. Одно сообщение — 70 знаков по-русски или 160 латиницей.',
    },
  },
  {
    name: 'maxSegments',
    type: 'number',
    isAdvanced: true,
    defaultValue: 4,
    label: { en: 'Messages at most', ru: 'Не больше сообщений' },
    description: {
      en: 'A longer text is cut to so many messages, 1 to 10; each is paid for.',
      ru: 'Более длинный текст обрезается до стольких сообщений, от 1 до 10; платится каждое.',
    },
  },
  homeCountryField,
]
