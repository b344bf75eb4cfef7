import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { cartInput } from './cartInput.ts'
import { cartRate } from './cartRate.ts'
import { cartStore } from './cartStore.ts'
import { changeCart } from './changeCart.ts'

/** `PATCH /api/carts/:id/contact` `{ email?, phone?, name?, language? }`: where the buyer can be reached. */
export const setCartContact = defineEndpoint({
  method: 'patch',
  path: '/:id/contact',
  access: 'public',
  limit: cartRate.use,
  body: cartInput.contact,
  handle: ({ body: { secret, ...contact }, param, req: outer }) =>
    changeCart({
      req: outer,
      id: param('id'),
      secret,
      work: ({ cart, req }) => cartStore.update(req, cart.id, contact),
    }),
})
