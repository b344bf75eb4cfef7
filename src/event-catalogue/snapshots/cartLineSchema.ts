import * as z from 'zod'

import { rowField } from '../rowField.ts'

/** Members of `data` of the events about one line of a cart. */
export const cartLineSchema = {
  /** The line without its quantity; `product` is an id, null when the product was deleted. */
  item: z.looseObject({
    product: rowField.relation,
    variant: rowField.relation,
    title: rowField.text,
    sku: rowField.text,
    price: rowField.money,
  }),
  quantityBefore: z.number(),
  quantityAfter: z.number(),
}
