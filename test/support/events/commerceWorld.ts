import type { Role } from '../../../collections/access/role.ts'
import { type BootedFlow, bootFlow } from '../flow/bootFlow.ts'
import type { Actor } from '../payload/createActor.ts'
import { createActors } from '../payload/createActors.ts'
import type { RestAnswer } from '../payload/restClient.ts'
import { type LoggedEvent, newEvents } from './newEvents.ts'

/** A document as an answer holds it. */
export type Doc = Record<string, unknown> & { id: number }

/** A cart of a guest: its id and the headers that open it, from an address of the guest's own. */
export type GuestCart = { id: number; key: { 'x-cart-secret': string; 'x-forwarded-for': string } }

/** A shop without a worker, and what tests of it do all the time. */
export type CommerceWorld = BootedFlow & {
  as: Record<Role, Actor>
  /** A published product that costs 100 roubles and 2 dollars, unless told otherwise. */
  product: (data?: Record<string, unknown>) => Promise<Doc>
  /** A new cart of a guest. */
  guestCart: (data?: Record<string, unknown>) => Promise<GuestCart>
  /** Puts a product into a guest's cart. */
  add: (cart: GuestCart, product: Doc, quantity?: number) => Promise<RestAnswer>
  /** The cart as the database has it. */
  cart: (id: number) => Promise<Doc>
  /** What `act` wrote into the log, in order. */
  events: (act: () => Promise<unknown>) => Promise<LoggedEvent[]>
  /** The types of it. */
  types: (act: () => Promise<unknown>) => Promise<string[]>
}

/** Boots the shop. */
export async function openCommerceWorld(): Promise<CommerceWorld> {
  const flow = await bootFlow({ worker: false })
  const { payload, rest, sql } = flow
  const as = await createActors(payload)
  let counter = 0
  let guests = 0
  const product = async (data: Record<string, unknown> = {}): Promise<Doc> => {
    counter += 1
    const created = await payload.create({
      collection: 'products',
      locale: 'ru',
      data: {
        title: `Товар ${counter}`,
        sku: `SKU-${counter}`,
        price: { amount: 100, currency: 'RUB' },
        _status: 'published',
        ...data,
      },
    })
    await payload.update({
      collection: 'products',
      id: created.id,
      locale: 'en',
      data: { title: `Product ${counter}`, price: { amount: 2, currency: 'USD' } },
    })
    return created as unknown as Doc
  }
  const events = (act: () => Promise<unknown>): Promise<LoggedEvent[]> => newEvents(sql, act)
  return {
    ...flow,
    as,
    product,
    guestCart: async (data = {}) => {
      guests += 1
      const address = { 'x-forwarded-for': `198.18.${guests >> 8}.${guests & 255}` }
      const { body, status } = await rest('POST', '/carts/open', data, { headers: address })
      if (status !== 201) throw new Error(`no cart: ${JSON.stringify(body)}`)
      const { id } = body['cart'] as Doc
      return { id, key: { ...address, 'x-cart-secret': String(body['secret']) } }
    },
    add: ({ id, key }, { id: productId }, quantity = 1) =>
      rest('POST', `/carts/${id}/items`, { product: productId, quantity }, { headers: key }),
    cart: async (id) =>
      (await payload.findByID({ collection: 'carts', id, depth: 0 })) as unknown as Doc,
    events,
    types: async (act) => (await events(act)).map(({ type }) => type),
  }
}
