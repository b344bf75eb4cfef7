import { type JsonObject, type PreviewInput, toE164, renderLine } from '../../../src/index.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'
import type { AmocrmValues } from './amocrmValues.ts'
import { customFieldsValues } from './customFieldsValues.ts'

/** The person of a lead. */
export type RenderedPerson = {
  /** As amoCRM takes it; null when nothing is known. */
  contact: JsonObject | null
  /** E.164; empty for what is no number. */
  phone: string
  email: string
}

/** Makes the contact of one delivery; `mapped` are its other fields. */
export async function renderAmocrmPerson(
  input: Pick<PreviewInput<AmocrmTarget>, 'event' | 'target' | 'templates'>,
  mapped: AmocrmValues,
): Promise<RenderedPerson> {
  const { target } = input
  const name = await renderLine(input, target.name)
  const lastName = await renderLine(input, target.lastName)
  const typed = await renderLine(input, target.phone)
  const email = await renderLine(input, target.email)
  const phone = toE164(typed, target.homeCountry) ?? ''
  // A number that is none still helps a person who reads it.
  const written = phone === '' ? typed : phone
  const values: AmocrmValues = {
    ...(written === '' ? {} : { PHONE: [{ value: written, enum_code: 'WORK' }] }),
    ...(email === '' ? {} : { EMAIL: [{ value: email, enum_code: 'WORK' }] }),
    ...mapped,
  }
  const contact = {
    ...(name === '' ? {} : { first_name: name }),
    ...(lastName === '' ? {} : { last_name: lastName }),
    ...customFieldsValues(values),
  }
  return { contact: Object.keys(contact).length === 0 ? null : contact, phone, email }
}
