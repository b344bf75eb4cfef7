import type { ChannelField } from '../channels/channelField.ts'

/** Where a phone number without a country code is from; for `toE164`. */
export const homeCountryField: ChannelField = {
  name: 'homeCountry',
  type: 'text',
  isAdvanced: true,
  defaultValue: 'RU',
  label: { en: 'Country of short numbers', ru: 'Страна для номеров без кода' },
  description: {
    en: 'Two letters, for example RU, KZ, BY: where a number without a country code is from.',
    ru: 'Две буквы, например RU, KZ, BY: откуда номер, записанный без кода страны.',
  },
}
