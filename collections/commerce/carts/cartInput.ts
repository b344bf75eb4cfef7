import * as z from 'zod'

import { currencies } from '../../currencies.ts'
import { mailAddress } from '../../mailAddress.ts'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((given) => !given.includes('\0'), { error: 'must not hold NUL characters' })

const secret = text(200).optional()

const contact = {
  name: text(200).optional(),
  email: mailAddress.optional(),
  phone: text(50).optional(),
  language: z.enum(['ru', 'en']).optional(),
}

/** Bodies of the cart endpoints. What they do not name, such as a price, is refused. */
export const cartInput = {
  open: z.strictObject({
    ...contact,
    currency: z.enum(currencies).optional(),
    utm: z
      .strictObject({
        source: text(200).optional(),
        medium: text(200).optional(),
        campaign: text(200).optional(),
        content: text(200).optional(),
        term: text(200).optional(),
      })
      .optional(),
    referrer: text(2000).optional(),
  }),
  add: z.strictObject({
    product: z.union([z.number(), text(100)]),
    variant: text(100).optional(),
    /** Checked by hand, for an error that says what fits. */
    quantity: z.unknown().optional(),
    secret,
  }),
  change: z.strictObject({ quantity: z.unknown().optional(), secret }),
  /** Nothing but the secret, which may also stand in the header. */
  key: z.strictObject({ secret }),
  contact: z.strictObject({ ...contact, secret }),
  convert: z.strictObject({
    ...contact,
    comment: text(2000).optional(),
    deliveryMethod: z.enum(['pickup', 'courier', 'post', 'parcel_locker', 'digital']).optional(),
    paymentMethod: z.enum(['card', 'cash', 'sbp', 'invoice', 'on_delivery']).optional(),
    shippingAddress: z
      .strictObject({
        country: text(100).optional(),
        region: text(200).optional(),
        city: text(200).optional(),
        street: text(500).optional(),
        postalCode: text(20).optional(),
        recipient: text(200).optional(),
        comment: text(1000).optional(),
      })
      .optional(),
    secret,
  }),
} as const
