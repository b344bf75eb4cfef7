import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `orders`. Amounts are in the shop's own units (roubles, not kopecks), per locale. */
export const orderSnapshot = defineSnapshot({
  number: rowField.text,
  status: rowField.oneOf(['pending', 'paid', 'completed', 'cancelled', 'refunded']),
  total: rowField.localisedMoney,
  items: rowField.list({
    id: rowField.text,
    product: rowField.relation,
    /** Copied when the order is placed, so a later rename does not rewrite it. */
    title: rowField.text,
    sku: rowField.text,
    quantity: rowField.number,
    price: rowField.money,
  }),
  /** Id of the user; null for a guest. */
  customer: rowField.relation,
  customerEmail: rowField.email,
  customerPhone: rowField.text,
  customerName: rowField.text,
  note: rowField.text,
  source: rowField.text,
  paidAt: rowField.date,
  completedAt: rowField.date,
  cancelledAt: rowField.date,
})
