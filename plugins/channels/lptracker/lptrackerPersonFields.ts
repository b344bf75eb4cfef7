import { type ChannelField, homeCountryField, personNameField } from '../../../src/index.ts'

/** Who the lead is about. */
export const lptrackerPersonFields: readonly ChannelField[] = [
  personNameField,
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
  homeCountryField,
]
