import type { PayloadRequest } from 'payload'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { asAction } from '../../asAction.ts'
import { cartInput } from './cartInput.ts'
import { cartRate } from './cartRate.ts'
import { cartSecret } from './cartSecret.ts'
import { cartStore } from './cartStore.ts'
import { cartView } from './cartView.ts'
import { advisoryLock } from '../../advisoryLock.ts'

/**
 * `POST /api/carts/open`: a new cart (201). A guest gets its secret, once; an account has one active cart and gets that (200)
 * when there is one.
 */
export const openCart = defineEndpoint({
  method: 'post',
  path: '/open',
  access: 'public',
  limit: cartRate.open,
  body: cartInput.open,
  handle: async ({ body, req }) => {
    const language = body.language ?? languageOf(req)
    const answer = await asAction(req, async (inside) => {
      const user = req.user?.collection === 'users' ? req.user.id : undefined
      if (user === undefined) {
        const secret = cartSecret.create()
        const data = { ...body, language, secretHash: cartSecret.hash(secret) }
        return { status: 201, cart: await cartStore.create(inside, data), secret }
      }
      await advisoryLock(inside, 'carts', user)
      const known = await cartStore.findActive(inside, user)
      if (known) return { status: 200, cart: known }
      return { status: 201, cart: await cartStore.create(inside, { ...body, user }) }
    })
    const { cart, status, ...rest } = answer
    return jsonResponse({ cart: cartView(cart), ...rest }, status)
  },
})

/** The language a visitor reads, for letters to them. */
function languageOf({ i18n, locale }: PayloadRequest): 'ru' | 'en' {
  const wanted = locale && locale !== 'all' ? locale : i18n?.language
  return wanted === 'en' ? 'en' : 'ru'
}
