import type { PayloadRequest } from 'payload'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { assertInStock } from './assertInStock.ts'
import { assertQuantity } from './assertQuantity.ts'
import { cartInput } from './cartInput.ts'
import { cartLimits } from './cartLimits.ts'
import type { CartLine } from './cartLine.ts'
import { cartRate } from './cartRate.ts'
import { cartRefusal } from './cartRefusal.ts'
import { cartStore } from './cartStore.ts'
import { changeCart } from './changeCart.ts'
import { lineKey } from './lineKey.ts'
import { quoteForSale } from './quoteForSale.ts'

/** `POST /api/carts/:id/items` `{ product, variant?, quantity? }`: one more line, or more of one that is there. */
export const addCartItem = defineEndpoint({
  method: 'post',
  path: '/:id/items',
  access: 'public',
  limit: cartRate.use,
  body: cartInput.add,
  handle: ({ body, param, req: outer }) => {
    const { product, quantity = 1, secret, variant } = body
    assertQuantity(outer, quantity)
    return changeCart({
      req: outer,
      id: param('id'),
      secret,
      work: async ({ cart, req }) => {
        const quote = await quoteForSale(req, product, cart.currency)
        const { id, price, sku, title } = quote
        const line = { product: id, variant: variant || null, title, sku, price, quantity }
        const items = withLine(req, cart.items, line)
        assertInStock(req, quote, items)
        return cartStore.update(req, cart.id, { items })
      },
    })
  },
})

/** The price of a line that is there stays what it was. */
function withLine(req: PayloadRequest, lines: readonly CartLine[], added: CartLine): CartLine[] {
  const known = lines.find((line) => lineKey(line) === lineKey(added))
  if (!known && lines.length >= cartLimits.maxLines) {
    throw cartRefusal(req, 'full', { max: cartLimits.maxLines })
  }
  if (!known) return [...lines, added]
  const quantity = known.quantity + added.quantity
  assertQuantity(req, quantity)
  return lines.map((line) => (line === known ? { ...line, quantity } : line))
}
