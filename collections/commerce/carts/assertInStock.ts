import type { PayloadRequest } from 'payload'

import type { ProductQuote } from '../products/quoteProducts.ts'
import type { CartLine } from './cartLine.ts'
import { cartRefusal } from './cartRefusal.ts'

/**
 * Throws FLOW_CART_OUT_OF_STOCK (409) when the lines hold more of a product, over all its variants, than the shop has. Not a
 * reservation: the order decides.
 */
export function assertInStock(
  req: PayloadRequest,
  { id, stock }: Pick<ProductQuote, 'id' | 'stock'>,
  lines: readonly CartLine[],
): void {
  const wanted = lines
    .filter(({ product }) => String(product) === String(id))
    .reduce((sum, { quantity }) => sum + quantity, 0)
  if (stock === null || wanted <= stock) return
  throw cartRefusal(req, 'outOfStock', { product: id, wanted, available: stock })
}
