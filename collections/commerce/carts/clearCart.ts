import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { cartInput } from './cartInput.ts'
import { cartRate } from './cartRate.ts'
import { cartStore } from './cartStore.ts'
import { changeCart } from './changeCart.ts'

/** `DELETE /api/carts/:id/items`: takes everything out; the cart stays. */
export const clearCart = defineEndpoint({
  method: 'delete',
  path: '/:id/items',
  access: 'public',
  limit: cartRate.use,
  body: cartInput.key,
  handle: ({ body: { secret }, param, req: outer }) =>
    changeCart({
      req: outer,
      id: param('id'),
      secret,
      work: ({ cart, req }) => cartStore.update(req, cart.id, { items: [] }),
    }),
})
