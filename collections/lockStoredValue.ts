import type { PayloadRequest } from 'payload'

import { lockRow } from '../src/database/lockRowStore.ts'

type LockStoredValueOptions = {
  req: PayloadRequest
  collection: string
  id: number | string
  /** A field that is not localised and not nested. */
  field: string
}

/**
 * Reads one field of a row and locks the row until the request's transaction ends, so that two writers
 * of the same document take turns. `undefined`: not Postgres, or no such row.
 */
export async function lockStoredValue({
  req,
  collection,
  id,
  field,
}: LockStoredValueOptions): Promise<unknown> {
  const { payload } = req
  if (payload.db.name !== 'postgres') return undefined
  const row = await lockRow({ payload, req, collection, id, fields: [field] })
  return row?.[field]
}
