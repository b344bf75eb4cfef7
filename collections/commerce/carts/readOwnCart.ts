import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { cartRate } from './cartRate.ts'
import { cartStore } from './cartStore.ts'
import { cartView } from './cartView.ts'

/** `GET /api/carts/mine`: the active cart of who is signed in, or `{ "cart": null }`. */
export const readOwnCart = defineEndpoint({
  method: 'get',
  path: '/mine',
  access: ({ req }) => req.user?.collection === 'users',
  limit: cartRate.use,
  handle: async ({ req }) => {
    const cart = req.user ? await cartStore.findActive(req, req.user.id) : undefined
    return jsonResponse({ cart: cart ? cartView(cart) : null })
  },
})
