import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `products`. */
export const productSnapshot = defineSnapshot({
  title: rowField.localisedText,
  slug: rowField.text,
  description: rowField.localisedText,
  sku: rowField.text,
  price: rowField.localisedMoney,
  /** The price before a discount. */
  compareAtPrice: rowField.localisedMoney,
  stock: rowField.number,
  images: rowField.json,
  _status: rowField.oneOf(['draft', 'published']),
})
