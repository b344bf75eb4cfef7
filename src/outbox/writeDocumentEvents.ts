import type { EventRow, WrittenEvent } from '../event-service/eventWriter.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { Sql } from '../kernel/sql.ts'
import { insertEventsSql } from './insertEventsSql.ts'

/** What became of the rows, by their id, and the number of the transaction that holds them, if any was written. */
export type DocumentEventsWritten = {
  written: Map<string, WrittenEvent>
  xactId: string | undefined
}

/** Each collision means that another writer got through, so even a crowd is through long before this. */
const MAX_COLLISIONS = 1_000

/**
 * Writes the events of one document under consecutive numbers, in their order. When another writer took one of the numbers
 * meanwhile, what was written is taken back and all of it written again behind that writer's. An event
 * whose idempotency key is known is left out and answered with the id of the first one.
 * Throws FLOW_OUTBOX_CROWDED (503) when it never gets a turn.
 */
export async function writeDocumentEvents(
  sql: Sql,
  rows: readonly EventRow[],
): Promise<DocumentEventsWritten> {
  const written = new Map<string, WrittenEvent>()
  let left = rows
  for (let collisions = 0; collisions < MAX_COLLISIONS; collisions += 1) {
    const inserted = await sql.query<{ id: string; xact: string }>(insertEventsSql(left))
    const ids = new Set(inserted.rows.map(({ id }) => id))
    const missing = left.filter(({ id }) => !ids.has(id))
    const duplicates = await findDuplicates(sql, missing)
    for (const { id, original } of duplicates) written.set(id, { id: original, isDuplicate: true })
    if (missing.length === duplicates.length) {
      for (const id of ids) written.set(id, { id, isDuplicate: false })
      return { written, xactId: inserted.rows[0]?.xact }
    }
    if (ids.size > 0) await sql.query('DELETE FROM event_logs WHERE id = ANY($1)', [[...ids]])
    left = left.filter(({ id }) => !written.has(id))
  }
  throw new FlowError({
    code: 'FLOW_OUTBOX_CROWDED',
    message: 'too many events of one document are being written at once',
    hint: 'Try again.',
    status: 503,
  })
}

type Duplicate = { id: string; original: string }

async function findDuplicates(sql: Sql, rows: readonly EventRow[]): Promise<Duplicate[]> {
  const keyed = rows.filter(({ idempotencyKey }) => idempotencyKey !== null)
  if (keyed.length === 0) return []
  const found = await sql.query<{ id: string; key: string }>(
    'SELECT id, idempotency_key AS key FROM event_logs WHERE idempotency_key = ANY($1)',
    [keyed.map(({ idempotencyKey }) => idempotencyKey)],
  )
  const originals = new Map(found.rows.map(({ id, key }) => [key, id]))
  return keyed.flatMap(({ id, idempotencyKey }) => {
    const original = originals.get(idempotencyKey ?? '')
    return original === undefined ? [] : [{ id, original }]
  })
}
