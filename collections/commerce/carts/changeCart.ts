import type { PayloadRequest } from 'payload'

import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { asAction } from '../../asAction.ts'
import type { CartRow } from './cartRow.ts'
import { cartView } from './cartView.ts'
import { lockActiveCart } from './lockActiveCart.ts'

/** What an action on a cart works with: the locked row, and a request inside the transaction. */
export type CartWork = { req: PayloadRequest; cart: CartRow }

type ChangeCartOptions = {
  req: PayloadRequest
  id: string
  secret: string | undefined
  /** Runs in one transaction with everything it writes; others who want the cart wait. */
  work: (given: CartWork) => Promise<CartRow>
}

/**
 * Runs an action on a cart that must still be active and answers with the cart. Who may not use it is told the same as for a
 * cart that does not exist: FLOW_CART_NOT_FOUND (404). Throws FLOW_CART_NOT_ACTIVE (409).
 */
export async function changeCart(options: ChangeCartOptions): Promise<Response> {
  const cart = await asAction(options.req, async (req) =>
    options.work({ req, cart: await lockActiveCart({ ...options, req }) }),
  )
  return jsonResponse({ cart: cartView(cart) })
}
