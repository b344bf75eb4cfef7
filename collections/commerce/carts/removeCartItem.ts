import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { cartInput } from './cartInput.ts'
import { cartRate } from './cartRate.ts'
import { cartRefusal } from './cartRefusal.ts'
import { cartStore } from './cartStore.ts'
import { changeCart } from './changeCart.ts'

/** `DELETE /api/carts/:id/items/:item`: takes a line out. */
export const removeCartItem = defineEndpoint({
  method: 'delete',
  path: '/:id/items/:item',
  access: 'public',
  limit: cartRate.use,
  body: cartInput.key,
  handle: ({ body: { secret }, param, req: outer }) =>
    changeCart({
      req: outer,
      id: param('id'),
      secret,
      work: ({ cart, req }) => {
        const items = cart.items.filter(({ id }) => id !== param('item'))
        if (items.length === cart.items.length) {
          throw cartRefusal(req, 'itemUnknown', { item: param('item').slice(0, 100) })
        }
        return cartStore.update(req, cart.id, { items })
      },
    }),
})
