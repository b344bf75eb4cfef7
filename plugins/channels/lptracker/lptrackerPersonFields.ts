import type { ChannelField } from '../../../src/index.ts'

/** Who the lead is about. */
export const lptrackerPersonFields: readonly ChannelField[] = [
  {
    name: 'name',
    type: 'text',
    label: { en: 'Name', ru: 'Имя' },
    description: {
      en: 'For example {{ data.current.name | default: "" }}',
      ru: 'Например {{ data.current.name | default: "" }}',
    },
  },
  {
    name: 'phone',
    type: 'text',
    label: { en: 'Phone', ru: 'Телефон' },
    description: {
      en: 'For example {{ data.current.phone | default: "" }}. It or an e-mail is needed; a contact with this number is found again.',
      ru: 'Например {{ data.current.phone | default: "" }}. Нужен он или почта; контакт с таким номером будет найден.',
    },
  },
  {
    name: 'email',
    type: 'text',
    label: { en: 'E-mail', ru: 'Почта' },
    description: {
      en: 'For example {{ data.current.email | default: "" }}. A contact with this address is found again.',
      ru: 'Например {{ data.current.email | default: "" }}. Контакт с таким адресом будет найден.',
    },
  },
  {
    name: 'homeCountry',
    type: 'text',
    isAdvanced: true,
    defaultValue: 'RU',
    label: { en: 'Country of short numbers', ru: 'Страна для номеров без кода' },
    description: {
      en: 'Two letters, for example RU, KZ, BY: where a number without a country code is from.',
      ru: 'Две буквы, например RU, KZ, BY: откуда номер, записанный без кода страны.',
    },
  },
]
