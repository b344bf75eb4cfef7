import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import * as z from 'zod'

import { mailAddress } from '../../mailAddress.ts'

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((given) => !given.includes('\0'), { error: 'must not hold NUL characters' })

const phone = line(40)
  .transform((given) => parsePhoneNumberFromString(given, 'RU'))
  .refine((parsed) => parsed?.isValid() === true, { error: 'is not a phone number' })
  .transform((parsed) => parsed?.number ?? '')

/** What a visitor sends to book. A signed-in customer needs neither name, phone nor e-mail. */
export const bookingInput = z.strictObject({
  /** One of the offered slots, with a zone: `2026-11-23T10:00:00+03:00`. */
  startsAt: z.iso.datetime({
    offset: true,
    error: 'must be a time such as 2026-11-23T10:00:00+03:00',
  }),
  /** Id of the person; absent: whoever is free. */
  staff: z
    .union([z.number().int(), line(64)])
    .transform(String)
    .optional(),
  name: line(200).optional(),
  email: mailAddress.optional(),
  phone: phone.optional(),
  note: line(2000).optional(),
  /** A trap: people do not see this field, robots fill it. */
  website: z.string().max(1000).optional(),
})

/** {@link bookingInput}, checked. */
export type BookingInput = z.output<typeof bookingInput>
