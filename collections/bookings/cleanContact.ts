import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CollectionBeforeValidateHook } from 'payload'

import { refuseField } from '../refuseField.ts'

/**
 * Writes the guest's phone number as `+79161234567`; one without a country code is Russian. Refuses what is no number,
 * on `guest.phone`.
 */
export const cleanContact: CollectionBeforeValidateHook = ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const guest: unknown = data?.['guest']
  if (typeof guest !== 'object' || guest === null || !('phone' in guest)) return data
  const given = guest.phone
  if (typeof given !== 'string' || given.trim() === '') return data
  const phone = parsePhoneNumberFromString(given, 'RU')
  if (phone?.isValid()) return { ...data, guest: { ...guest, phone: phone.number } }
  throw refuseField({
    req,
    collection: collection.slug,
    path: 'guest.phone',
    message: { en: 'This is not a phone number.', ru: 'Это не телефонный номер.' },
    id: originalDoc?.id,
  })
}
