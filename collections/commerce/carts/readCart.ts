import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { cartRate } from './cartRate.ts'
import { cartRefusal } from './cartRefusal.ts'
import { cartStore } from './cartStore.ts'
import { cartView } from './cartView.ts'
import { mayUseCart } from './mayUseCart.ts'

/** `GET /api/carts/:id/view`: the cart, for its owner, for a guest with `X-Cart-Secret` and for staff. */
export const readCart = defineEndpoint({
  method: 'get',
  path: '/:id/view',
  access: 'public',
  limit: cartRate.use,
  handle: async ({ param, req }) => {
    const cart = await cartStore.find(req, param('id'))
    if (!cart || !mayUseCart(cart, { req, toRead: true })) throw cartRefusal(req, 'notFound')
    return jsonResponse({ cart: cartView(cart) })
  },
})
