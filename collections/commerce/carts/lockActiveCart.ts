import type { PayloadRequest } from 'payload'

import { cartRefusal } from './cartRefusal.ts'
import type { CartRow } from './cartRow.ts'
import { cartStore } from './cartStore.ts'
import { mayUseCart } from './mayUseCart.ts'

type LockCartOptions = { req: PayloadRequest; id: string; secret: string | undefined }

/**
 * The cart, locked until the transaction of `req` ends, if it may be changed by who asks. Throws FLOW_CART_NOT_FOUND (404),
 * also for somebody else's, and FLOW_CART_NOT_ACTIVE (409).
 */
export async function lockActiveCart({ id, req, secret }: LockCartOptions): Promise<CartRow> {
  const by = { req, ...(secret ? { secret } : {}) }
  const seen = await cartStore.find(req, id)
  // Before the lock, which strangers must not hold, and again after it: the cart may have changed hands.
  if (!seen || !mayUseCart(seen, by)) throw cartRefusal(req, 'notFound')
  const cart = await cartStore.lock(req, seen.id)
  if (!cart || !mayUseCart(cart, by)) throw cartRefusal(req, 'notFound')
  if (cart.status !== 'active') {
    throw cartRefusal(req, 'notActive', { status: cart.status, order: cart.order })
  }
  return cart
}
