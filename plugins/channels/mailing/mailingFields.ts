import { type ChannelField, homeCountryField, personNameField } from '../../../src/index.ts'
import { mailingProviders } from './mailingProviders.ts'
import { mailingProviderNames } from './mailingTarget.ts'

/** The form of a list, in the order a person fills it in. */
export const mailingFields: readonly ChannelField[] = [
  {
    name: 'provider',
    type: 'select',
    isRequired: true,
    isCredential: true,
    options: mailingProviderNames.map((value) => {
      const { name } = mailingProviders[value]
      return { value, label: { en: name, ru: name } }
    }),
    label: { en: 'Service', ru: 'Сервис' },
  },
  {
    name: 'account',
    type: 'text',
    isCredential: true,
    label: { en: 'Id', ru: 'Номер доступа (ID)' },
    description: {
      en: 'SendPulse only: the id beside the secret, under Settings → API.',
      ru: 'Только для SendPulse: ID рядом с секретом, Настройки → API.',
    },
  },
  {
    name: 'apiKey',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Key', ru: 'Ключ' },
    description: {
      en: 'UniSender and GetResponse: the API key. SendPulse: the secret.',
      ru: 'UniSender и GetResponse: ключ API. SendPulse: секрет.',
    },
  },
  {
    name: 'list',
    type: 'text',
    isRequired: true,
    label: { en: 'List', ru: 'Список' },
    description: {
      en: 'UniSender: its number, several separated by commas. SendPulse: the number of the mailing list. GetResponse: the token of the list, for example p86zQ.',
      ru: 'UniSender: номер, несколько через запятую. SendPulse: номер адресной книги. GetResponse: токен списка, например p86zQ.',
    },
  },
  {
    name: 'email',
    type: 'text',
    isRequired: true,
    label: { en: 'E-mail', ru: 'Почта' },
    description: {
      en: 'For example {{ data.current.email }}',
      ru: 'Например {{ data.current.email }}',
    },
  },
  personNameField,
  {
    name: 'phone',
    type: 'text',
    label: { en: 'Phone', ru: 'Телефон' },
    description: {
      en: 'UniSender and SendPulse. What is no number is left out.',
      ru: 'Для UniSender и SendPulse. То, что не номер, пропускается.',
    },
  },
  {
    name: 'tags',
    type: 'text',
    label: { en: 'Tags', ru: 'Метки' },
    description: {
      en: 'Separated by commas. UniSender: names. GetResponse: ids of tags.',
      ru: 'Через запятую. UniSender: названия. GetResponse: ID меток.',
    },
  },
  {
    name: 'isConfirmed',
    type: 'checkbox',
    defaultValue: false,
    label: { en: 'The person has agreed already', ru: 'Человек уже дал согласие' },
    description: {
      en: 'UniSender sends no letter that asks once more. SendPulse and GetResponse decide this in their settings.',
      ru: 'UniSender не отправит письмо с просьбой подтвердить. В SendPulse и GetResponse это решают их настройки.',
    },
  },
  {
    name: 'fields',
    type: 'code',
    isAdvanced: true,
    label: { en: 'Other fields (JSON)', ru: 'Другие поля (JSON)' },
    description: {
      en: '{"City": "{{ data.current.city }}"}. GetResponse: ids of custom fields instead of names.',
      ru: '{"City": "{{ data.current.city }}"}. Для GetResponse — ID полей вместо названий.',
    },
  },
  homeCountryField,
]
