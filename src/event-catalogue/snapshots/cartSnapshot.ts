import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `carts`. The secret of a guest is no part of it. Amounts are in the shop's own units. */
export const cartSnapshot = defineSnapshot({
  status: rowField.oneOf(['active', 'converted', 'merged']),
  items: rowField.list({
    id: rowField.text,
    /** Null when the product was deleted since. */
    product: rowField.relation,
    variant: rowField.relation,
    /** Title, SKU and price as they were when the line was added. */
    title: rowField.text,
    sku: rowField.text,
    quantity: rowField.number,
    price: rowField.money,
  }),
  currency: rowField.text,
  /** A number in minor units in carts of @payloadcms/plugin-ecommerce. */
  subtotal: rowField.money.or(rowField.number),
  /** Units over all lines. */
  itemCount: rowField.number,
  /** Id of the user; null for a guest. */
  user: rowField.relation,
  name: rowField.text,
  email: rowField.email,
  phone: rowField.text,
  /** Language to write to the buyer in, such as `ru`. */
  language: rowField.text,
  /** When the lines last changed. */
  lastChangedAt: rowField.date,
  /** Id of the order the cart became. */
  order: rowField.relation,
  convertedAt: rowField.date,
  /** Id of the cart that took the lines over when its guest signed in. */
  mergedInto: rowField.relation,
  utm: rowField.group({
    source: rowField.text,
    medium: rowField.text,
    campaign: rowField.text,
    content: rowField.text,
    term: rowField.text,
  }),
  referrer: rowField.text,
})
