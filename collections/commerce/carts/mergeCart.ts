import type { PayloadRequest } from 'payload'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { asAction } from '../../asAction.ts'
import { cartInput } from './cartInput.ts'
import { cartLimits } from './cartLimits.ts'
import type { CartLine } from './cartLine.ts'
import { cartRate } from './cartRate.ts'
import { cartRefusal } from './cartRefusal.ts'
import type { CartRow } from './cartRow.ts'
import { cartSecret } from './cartSecret.ts'
import { cartStore } from './cartStore.ts'
import { cartView } from './cartView.ts'
import { lineKey } from './lineKey.ts'
import { lockActiveCart } from './lockActiveCart.ts'
import { advisoryLock } from '../../advisoryLock.ts'
import { quoteForSale } from './quoteForSale.ts'

/**
 * `POST /api/carts/:id/merge` by who has just signed in, with the secret of the guest cart `:id`: its lines join the
 * account's active cart, and it is closed as `merged`. An account without an active cart takes the guest cart over.
 */
export const mergeCart = defineEndpoint({
  method: 'post',
  path: '/:id/merge',
  access: ({ req }) => req.user?.collection === 'users',
  limit: cartRate.use,
  body: cartInput.key,
  handle: async ({ body: { secret }, param, req: outer }) => {
    const cart = await asAction(outer, async (req) => {
      const user = outer.user?.id
      const given = secret ?? outer.headers.get('x-cart-secret') ?? undefined
      if (user === undefined) throw cartRefusal(req, 'notFound')
      await advisoryLock(req, 'carts', user)
      const guest = await lockActiveCart({ req, id: param('id'), secret: given })
      // Staff may change every cart, but only a guest's own secret makes a cart theirs.
      if (!cartSecret.fits(given, guest.secretHash) || guest.user !== null) {
        throw cartRefusal(req, 'notFound')
      }
      const own = await cartStore.findActive(req, user)
      return own ? join(req, guest, own) : takeOver(req, guest, user)
    })
    return jsonResponse({ cart: cartView(cart) })
  },
})

/** The cart is the account's from now on; its secret opens it no more. */
function takeOver(req: PayloadRequest, guest: CartRow, user: number | string): Promise<CartRow> {
  return cartStore.update(req, guest.id, { user, secretHash: null })
}

async function join(req: PayloadRequest, guest: CartRow, own: CartRow): Promise<CartRow> {
  const target = await cartStore.lock(req, own.id)
  if (target?.status !== 'active') throw cartRefusal(req, 'notActive')
  const items = await joinedLines(req, target, guest.items)
  await cartStore.update(req, guest.id, { status: 'merged', mergedInto: target.id })
  return cartStore.update(req, target.id, { items })
}

/** Quantities add up, to what a line may hold; stock is looked at when the cart becomes an order. */
async function joinedLines(
  req: PayloadRequest,
  { currency, items }: CartRow,
  added: readonly CartLine[],
): Promise<CartLine[]> {
  const joined = new Map(items.map((line) => [lineKey(line), line]))
  for (const { id: _rowOfTheOther, ...line } of added) {
    if (line.product === null || line.product === undefined) continue
    const known = joined.get(lineKey(line))
    const price =
      known || line.price?.currency === currency
        ? line.price
        : (await quoteForSale(req, line.product, currency)).price
    const quantity = Math.min((known?.quantity ?? 0) + line.quantity, cartLimits.maxQuantity)
    joined.set(lineKey(line), known ? { ...known, quantity } : { ...line, price: price ?? null })
  }
  if (joined.size > cartLimits.maxLines)
    throw cartRefusal(req, 'full', { max: cartLimits.maxLines })
  return [...joined.values()]
}
