import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `products`. */
export const productSnapshot = defineSnapshot({
  title: rowField.localisedText,
  slug: rowField.text,
  shortDescription: rowField.localisedText,
  description: rowField.localisedText,
  sku: rowField.text,
  price: rowField.localisedMoney,
  /** The price before a discount. */
  compareAtPrice: rowField.localisedMoney,
  stock: rowField.number,
  /** Ids of pictures and of categories. */
  images: rowField.relations,
  categories: rowField.relations,
  _status: rowField.oneOf(['draft', 'published']),
})
