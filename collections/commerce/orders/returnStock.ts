import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, RequestContext } from 'payload'

import { lockStoredValue } from '../../lockStoredValue.ts'
import { moveStock } from '../products/moveStock.ts'

type Item = { product?: unknown; takenFromStock?: number | null }
type Taken = Map<number | string, number>

const NOTES = 'flowmastersStockToReturn'

/**
 * Puts back what an order took out of stock when it is cancelled. A refund puts nothing back: what was delivered may be broken,
 * and whoever takes it back counts it. The status is compared with the stored row, which is locked: of several who cancel
 * at once only the first one moves it.
 */
export const returnStock: {
  beforeChange: CollectionBeforeChangeHook
  afterChange: CollectionAfterChangeHook
} = {
  beforeChange: async ({ context, data, operation, originalDoc, req }) => {
    if (operation !== 'update' || data['status'] !== 'cancelled') return data
    const id: number | string = originalDoc.id
    const stored = await lockStoredValue({ req, collection: 'orders', id, field: 'status' })
    if (stored === 'cancelled') return data
    const row = await req.payload.db.findOne<{ id: number | string; items?: Item[] | null }>({
      collection: 'orders',
      where: { id: { equals: id } },
      req,
    })
    notesOf(context).set(id, takenBy(row?.items ?? []))
    return data
  },

  // After the order's own events, and not before the order is really written: in bulk a refused one does not undo the rest.
  afterChange: async ({ context, doc, previousDoc, req }) => {
    const id: number | string = doc.id ?? previousDoc?.id
    const taken = notesOf(context).get(id)
    if (!taken) return doc
    notesOf(context).delete(id)
    const inOrder = [...taken].sort(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1))
    for (const [product, units] of inOrder) await moveStock({ req, product, by: units })
    return doc
  },
}

function takenBy(items: readonly Item[]): Taken {
  const taken: Taken = new Map()
  for (const { product, takenFromStock } of items) {
    if ((typeof product !== 'number' && typeof product !== 'string') || !takenFromStock) continue
    taken.set(product, (taken.get(product) ?? 0) + takenFromStock)
  }
  return taken
}

function notesOf(context: RequestContext): Map<number | string, Taken> {
  const known = context[NOTES]
  if (known instanceof Map) return known
  const fresh = new Map<number | string, Taken>()
  context[NOTES] = fresh
  return fresh
}
