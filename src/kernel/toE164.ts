import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * The number in E.164 (`+79161234567`); `undefined` for what cannot be a phone number. A number without a country code is
 * taken for one of `homeCountry` (ISO 3166). Judged by length only: tables of number ranges grow old.
 */
export function toE164(text: string, homeCountry = 'RU'): string | undefined {
  const country = homeCountry.toUpperCase()
  // "00" is how much of the world writes "+", but not how Russia dials abroad: the parser would keep the zeros.
  const parsed = parsePhoneNumberFromString(
    text.trim().replace(/^00(?=[\s\d(-])/, '+'),
    isSupportedCountry(country) ? country : undefined,
  )
  return parsed?.isPossible() ? parsed.number : undefined
}
