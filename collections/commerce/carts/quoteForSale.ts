import type { PayloadRequest } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'
import { type ProductQuote, quoteProducts } from '../products/quoteProducts.ts'
import { cartRefusal } from './cartRefusal.ts'

type Quoted = ProductQuote & { price: { amount: number; currency: string } }

/**
 * What a product costs now, for one that a buyer may buy. Throws FLOW_CART_PRODUCT_UNAVAILABLE (404: unknown, a draft) and
 * FLOW_CART_PRICE_MISSING (409).
 */
export async function quoteForSale(
  req: PayloadRequest,
  product: unknown,
  currency: string,
): Promise<Quoted> {
  const id = documentIdOf(req.payload, 'products', product)
  const quotes = await quoteProducts({ req, ids: id === undefined ? [] : [id], currency })
  const quote = quotes.get(id ?? '')
  if (!quote?.isPublished) throw cartRefusal(req, 'productUnavailable', { product })
  const { price } = quote
  if (!price) throw cartRefusal(req, 'priceMissing', { product, currency })
  return { ...quote, price }
}
