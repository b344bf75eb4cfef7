import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { assertInStock } from './assertInStock.ts'
import { assertQuantity } from './assertQuantity.ts'
import { cartInput } from './cartInput.ts'
import { cartRate } from './cartRate.ts'
import { cartRefusal } from './cartRefusal.ts'
import { cartStore } from './cartStore.ts'
import { changeCart } from './changeCart.ts'
import { quoteForSale } from './quoteForSale.ts'

/** `PATCH /api/carts/:id/items/:item` `{ quantity }`: the line holds this many now. */
export const changeCartItem = defineEndpoint({
  method: 'patch',
  path: '/:id/items/:item',
  access: 'public',
  limit: cartRate.use,
  body: cartInput.change,
  handle: ({ body: { quantity, secret }, param, req: outer }) => {
    assertQuantity(outer, quantity)
    return changeCart({
      req: outer,
      id: param('id'),
      secret,
      work: async ({ cart, req }) => {
        const line = cart.items.find(({ id }) => id === param('item'))
        if (!line) throw cartRefusal(req, 'itemUnknown', { item: param('item').slice(0, 100) })
        const items = cart.items.map((each) => (each === line ? { ...each, quantity } : each))
        // Less is always possible, also of what is no longer sold.
        if (quantity > line.quantity) {
          assertInStock(req, await quoteForSale(req, line.product, cart.currency), items)
        }
        return cartStore.update(req, cart.id, { items })
      },
    })
  },
})
