import type { CollectionBeforeChangeHook } from 'payload'

import { executeSql } from '../../executeSql.ts'
import { lockStoredValue } from '../../lockStoredValue.ts'

/**
 * A save that did not mean the stock must not bring back what was sold between its reading and its writing. Payload edits
 * the newest version, so that is where the count is read again, with the product locked.
 */
export const keepSoldStock: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !req.transactionID) return data
  const read: unknown = originalDoc?.stock ?? null
  if (read === null || (data['stock'] ?? null) !== read) return data
  const id: number | string = originalDoc.id
  await lockStoredValue({ req, collection: 'products', id, field: 'id' })
  const rows = await executeSql(
    req,
    'select version_stock as "stock" from _products_v where parent_id = $1 and latest limit 1',
    [id],
  )
  const stock: unknown = rows?.[0]?.['stock']
  // Postgres gives numeric columns as text.
  return stock === null || stock === undefined ? data : { ...data, stock: Number(stock) }
}
