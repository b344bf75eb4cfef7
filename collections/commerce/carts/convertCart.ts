import type { PayloadRequest } from 'payload'
import type * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { asAction } from '../../asAction.ts'
import { innerRequest } from '../../innerRequest.ts'
import { cartInput } from './cartInput.ts'
import { cartRate } from './cartRate.ts'
import { cartRefusal } from './cartRefusal.ts'
import type { CartRow } from './cartRow.ts'
import { cartStore } from './cartStore.ts'
import { cartView } from './cartView.ts'
import { lockActiveCart } from './lockActiveCart.ts'
import { takeStock } from './takeStock.ts'

type Wishes = Omit<z.output<typeof cartInput.convert>, 'secret'>

/**
 * `POST /api/carts/:id/convert`: the cart becomes an order (201), at the prices its lines were added with. Stock, order and
 * cart are one transaction; of several simultaneous calls one gets the order, the others FLOW_CART_NOT_ACTIVE (409) with
 * the order's id.
 */
export const convertCart = defineEndpoint({
  method: 'post',
  path: '/:id/convert',
  access: 'public',
  limit: cartRate.convert,
  body: cartInput.convert,
  handle: async ({ body: { secret, ...wishes }, param, req: outer }) => {
    const answer = await asAction(outer, async (req) => {
      const cart = await lockActiveCart({ req, id: param('id'), secret })
      const order = await createOrder(req, cart, wishes)
      const { name, email, phone, language } = wishes
      const contact = { name, email, phone, language }
      const converted = await cartStore.update(req, cart.id, {
        ...Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined)),
        status: 'converted',
        order: order['id'],
      })
      return { order, cart: cartView(converted) }
    })
    return jsonResponse(answer, 201)
  },
})

/** The order as its buyer sees it; relations are ids. */
async function createOrder(
  req: PayloadRequest,
  cart: CartRow,
  wishes: Wishes,
): Promise<Record<string, unknown>> {
  const lines = cart.items.filter(({ product }) => product !== null && product !== undefined)
  if (lines.length === 0) throw cartRefusal(req, 'empty')
  const email = wishes.email ?? cart.email
  const phone = wishes.phone ?? cart.phone
  if (!email && !phone) throw cartRefusal(req, 'contactMissing')
  const counted = await takeStock(req, lines)
  const { comment, deliveryMethod, paymentMethod, shippingAddress } = wishes
  const { localization } = req.payload.config
  const order = await req.payload.create({
    collection: 'orders',
    // A total is kept per language; an order has one total, which stands where everybody looks.
    ...(localization ? { locale: localization.defaultLocale } : {}),
    data: {
      items: lines.map(({ price, product, quantity, sku, title, variant }) => ({
        product,
        variant,
        title,
        sku,
        quantity,
        price,
        takenFromStock: counted.has(String(product)) ? quantity : 0,
      })),
      customer: cart.user,
      customerName: wishes.name ?? cart.name,
      customerEmail: email,
      customerPhone: phone,
      cart: cart.id,
      comment,
      deliveryMethod,
      paymentMethod,
      shippingAddress,
    },
    depth: 0,
    req: innerRequest(req),
  })
  const { id, items, number, status, total } = order
  return { id, number, status, total, items }
}
