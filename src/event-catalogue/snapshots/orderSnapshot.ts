import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `orders`. Amounts are in the shop's own units (roubles, not kopecks), per locale. */
export const orderSnapshot = defineSnapshot({
  number: rowField.text,
  status: rowField.oneOf([
    'pending',
    // What @payloadcms/plugin-ecommerce calls an order that is not completed yet.
    'processing',
    'paid',
    'completed',
    'cancelled',
    'refunded',
  ]),
  total: rowField.localisedMoney,
  items: rowField.list({
    id: rowField.text,
    product: rowField.relation,
    /** Copied when the order is placed, so a later rename does not rewrite it. */
    title: rowField.text,
    sku: rowField.text,
    /** Id where a site has a collection of variants, otherwise its name. */
    variant: rowField.relation,
    quantity: rowField.number,
    price: rowField.money,
  }),
  discount: rowField.money,
  deliveryCost: rowField.money,
  deliveryMethod: rowField.text,
  paymentMethod: rowField.text,
  shippingAddress: rowField.group({
    country: rowField.text,
    region: rowField.text,
    city: rowField.text,
    street: rowField.text,
    postalCode: rowField.text,
    recipient: rowField.text,
    comment: rowField.text,
  }),
  /** Id of the cart the order came from. */
  cart: rowField.relation,
  /** Id of the user; null for a guest. */
  customer: rowField.relation,
  customerEmail: rowField.email,
  customerPhone: rowField.text,
  customerName: rowField.text,
  /** What the buyer wrote. */
  comment: rowField.text,
  /** Among staff. */
  note: rowField.text,
  source: rowField.text,
  paidAt: rowField.date,
  completedAt: rowField.date,
  cancelledAt: rowField.date,
  refundedAt: rowField.date,
})
