import type { Payload, PayloadRequest } from 'payload'

import { lockRow } from '../database/lockRowStore.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'

/** The document an event is about; it need not exist in this database. */
export type EventDocument = { collection: string | null; documentId: string | null }

const MAX_SERIAL = 2_147_483_647
const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Makes events that are published about a document wait for its saves, and for each other, until the transaction ends: the
 * document's row is locked as a save locks it, or its name when there is no such row. Rows before anything else of the
 * document, and documents in one order, so that a save and a publisher cannot wait for each other for ever.
 */
export async function lockDocuments(
  payload: Payload,
  req: Pick<PayloadRequest, 'transactionID'>,
  documents: readonly EventDocument[],
): Promise<void> {
  const byName = new Map(
    documents.flatMap(({ collection, documentId }) =>
      collection === null || documentId === null
        ? []
        : [[`${collection}\n${documentId}`, { collection, documentId }] as const],
    ),
  )
  for (const [name, document] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (await hasLockedRow(payload, req, document)) continue
    const sql = await sqlOfRequest(payload, req)
    await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 5052))', [name])
  }
}

async function hasLockedRow(
  payload: Payload,
  req: Pick<PayloadRequest, 'transactionID'>,
  { collection, documentId }: { collection: string; documentId: string },
): Promise<boolean> {
  const id = storedId(payload, collection, documentId)
  if (id === undefined) return false
  return (await lockRow({ payload, req, collection, id })) !== undefined
}

/** The id as the collection's table has it; `undefined` when it can have no such id, and asking would be an error. */
function storedId(payload: Payload, slug: string, id: string): number | string | undefined {
  // A publisher names collections freely, also `constructor`.
  if (!Object.hasOwn(payload.collections, slug)) return undefined
  const custom = payload.collections[slug]?.customIDType
  if (custom === 'text') return id
  if (custom === 'number') return /^-?\d{1,15}$/.test(id) ? Number(id) : undefined
  if (payload.db.defaultIDType === 'text') return isUuid.test(id) ? id : undefined
  return /^\d{1,10}$/.test(id) && Number(id) <= MAX_SERIAL ? Number(id) : undefined
}
