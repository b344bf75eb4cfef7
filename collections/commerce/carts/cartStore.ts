import type { PayloadRequest } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'
import { lockStoredValue } from '../../lockStoredValue.ts'
import { currencies } from '../../currencies.ts'
import type { CartRow } from './cartRow.ts'
import { linesOf } from './linesOf.ts'

type RawCart = Partial<CartRow> & { id: number | string }

/** Carts below the hooks, for the endpoints: they know the secret's hash and need the row locked. */
export const cartStore = {
  find: async (req: PayloadRequest, id: unknown): Promise<CartRow | undefined> => {
    const known = documentIdOf(req.payload, 'carts', id)
    if (known === undefined) return undefined
    const row = await req.payload.db.findOne<RawCart>({
      collection: 'carts',
      where: { id: { equals: known } },
      req,
    })
    return row ? toCartRow(row) : undefined
  },

  /** The cart, locked until the transaction of `req` ends. */
  lock: async (req: PayloadRequest, id: number | string): Promise<CartRow | undefined> => {
    await lockStoredValue({ req, collection: 'carts', id, field: 'id' })
    return cartStore.find(req, id)
  },

  /** The newest active cart of an account. */
  findActive: async (req: PayloadRequest, user: number | string): Promise<CartRow | undefined> => {
    const { docs } = await req.payload.db.find<RawCart>({
      collection: 'carts',
      where: { and: [{ user: { equals: user } }, { status: { equals: 'active' } }] },
      sort: '-id',
      limit: 1,
      pagination: false,
      req,
    })
    return docs[0] ? toCartRow(docs[0]) : undefined
  },

  create: async (req: PayloadRequest, data: Record<string, unknown>): Promise<CartRow> => {
    const { id } = await req.payload.create({ collection: 'carts', data, depth: 0, req })
    return requireCart(await cartStore.find(req, id))
  },

  update: async (
    req: PayloadRequest,
    id: number | string,
    data: Record<string, unknown>,
  ): Promise<CartRow> => {
    await req.payload.update({ collection: 'carts', id, data, depth: 0, req })
    return requireCart(await cartStore.find(req, id))
  },
}

function requireCart(cart: CartRow | undefined): CartRow {
  if (cart) return cart
  throw new Error('a cart that was just written is gone')
}

function toCartRow(row: RawCart): CartRow {
  const currency = row.currency ?? currencies[0]
  return {
    id: row.id,
    status: row.status ?? 'active',
    items: linesOf(row.items),
    currency,
    subtotal: { amount: row.subtotal?.amount ?? 0, currency: row.subtotal?.currency ?? currency },
    itemCount: row.itemCount ?? 0,
    user: row.user ?? null,
    name: row.name ?? null,
    email: row.email ?? null,
    phone: row.phone ?? null,
    language: row.language ?? null,
    secretHash: row.secretHash ?? null,
    order: row.order ?? null,
    lastChangedAt: row.lastChangedAt ? new Date(row.lastChangedAt).toISOString() : null,
  }
}
