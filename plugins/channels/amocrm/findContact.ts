import { toE164 } from '../../../src/index.ts'
import type { AmocrmClient } from './amocrmClient.ts'
import type { RenderedPerson } from './renderAmocrmPerson.ts'
import { type AmocrmRow, type FoundInAmocrm, searchAmocrm } from './searchAmocrm.ts'

/** Digits of a number without its country code or an "8" before it. */
const NATIONAL_DIGITS = 10

/** The contact with the phone, else with the e-mail. */
export async function findContact(
  call: AmocrmClient,
  { contact, email, phone }: RenderedPerson,
  homeCountry: string,
): Promise<FoundInAmocrm> {
  if (contact === null) return { id: null }
  if (phone !== '') {
    const digits = phone.replace(/\D/g, '').slice(-NATIONAL_DIGITS)
    const found = await searchAmocrm(call, 'contacts', digits, (known) =>
      textsOf(known, 'PHONE').some((text) => toE164(text, homeCountry) === phone),
    )
    if (!('id' in found) || found.id !== null) return found
  }
  if (email === '') return { id: null }
  const wanted = email.toLowerCase()
  return searchAmocrm(call, 'contacts', email, (known) =>
    textsOf(known, 'EMAIL').some((text) => text.trim().toLowerCase() === wanted),
  )
}

function textsOf({ custom_fields_values: fields }: AmocrmRow, code: 'PHONE' | 'EMAIL'): string[] {
  return (fields ?? [])
    .filter(({ field_code: known }) => known === code)
    .flatMap(({ values }) => values.map(({ value }) => String(value)))
}
