import type { PayloadRequest } from 'payload'

import { documentIdOf } from './documentIdOf.ts'

/** A row as the database has it: relations as ids, every field, and localised ones by locale. */
export type StoredRow = { id: number | string } & Record<string, unknown>

/**
 * Reads one row in the request's transaction, below access and hooks. `undefined` for no such row and for what cannot be
 * an id: unlike `findByID` it does not throw, which would end the caller's transaction.
 */
export async function readRow(
  req: PayloadRequest,
  collection: string,
  id: unknown,
): Promise<StoredRow | undefined> {
  const known = documentIdOf(req.payload, collection, id)
  if (known === undefined) return undefined
  const row = await req.payload.db.findOne<StoredRow>({
    collection,
    where: { id: { equals: known } },
    locale: 'all',
    req,
  })
  return row ?? undefined
}
