import type { PayloadRequest } from 'payload'

import { moveStock } from '../products/moveStock.ts'
import type { CartLine } from './cartLine.ts'
import { cartRefusal } from './cartRefusal.ts'

/**
 * Takes everything in the cart out of stock, or nothing. Answers with the products whose units are counted, by id as text.
 * Throws FLOW_CART_PRODUCT_UNAVAILABLE (404) and FLOW_CART_OUT_OF_STOCK (409).
 */
export async function takeStock(
  req: PayloadRequest,
  lines: readonly CartLine[],
): Promise<Set<string>> {
  const wanted = new Map<number | string, number>()
  for (const { product, quantity } of lines) {
    if (product === null || product === undefined) continue
    wanted.set(product, (wanted.get(product) ?? 0) + quantity)
  }
  const counted = new Set<string>()
  // Always in the same order, or two orders of the same products could wait for each other.
  const inOrder = [...wanted].sort(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1))
  for (const [product, quantity] of inOrder) {
    const move = await moveStock({ req, product, by: -quantity })
    if (move.outcome === 'unavailable') throw cartRefusal(req, 'productUnavailable', { product })
    if (move.outcome === 'short') {
      const { available } = move
      throw cartRefusal(req, 'outOfStock', { product, wanted: quantity, available })
    }
    if (move.outcome === 'moved') counted.add(String(product))
  }
  return counted
}
