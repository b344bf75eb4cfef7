import type { CollectionBeforeValidateHook } from 'payload'

import { refuseField } from '../../refuseField.ts'
import { toE164 } from '../../../src/kernel/toE164.ts'

/**
 * Brings the phone into E.164 and keeps it as it was written beside it; lower-cases the e-mail. A phone that cannot
 * be one is refused (400) on its field; `phoneRaw` takes anything, so an import loses nothing.
 */
export const normaliseContacts: CollectionBeforeValidateHook = ({
  collection,
  data = {},
  originalDoc,
  req,
}) => {
  const result: Record<string, unknown> = { ...data }
  if (typeof data['email'] === 'string') {
    result['email'] = data['email'].trim().toLowerCase() || null
  }
  // Payload would take a number as text.
  const phone: unknown = typeof data['phone'] === 'number' ? String(data['phone']) : data['phone']
  if (typeof phone !== 'string' || phone === originalDoc?.phone) return result
  const typed = phone.trim()
  const isRawGiven = typeof data['phoneRaw'] === 'string' && data['phoneRaw'].trim() !== ''
  const isRawMeant = isRawGiven && data['phoneRaw'] !== originalDoc?.phoneRaw
  const number = toE164(typed)
  if (typed !== '' && number === undefined) {
    throw refuseField({
      req,
      collection: collection.slug,
      path: 'phone',
      message: notAPhone,
      id: originalDoc?.id,
    })
  }
  result['phone'] = number ?? null
  if (!isRawMeant) result['phoneRaw'] = rawOf({ typed, number, before: originalDoc })
  return result
}

const notAPhone = {
  en: 'This is not a phone number. Write it with the code of the country, such as +7 916 123-45-67.',
  ru: 'Это не номер телефона. Укажите его с кодом страны, например +7 916 123-45-67.',
}

type RawOptions = {
  typed: string
  number: string | undefined
  before: { phone?: unknown; phoneRaw?: unknown } | undefined
}

/** The same number written otherwise changes nothing. */
function rawOf({ typed, number, before }: RawOptions): unknown {
  const isSameNumber = number !== undefined && number === before?.phone
  return isSameNumber && before?.phoneRaw ? before.phoneRaw : typed || null
}
