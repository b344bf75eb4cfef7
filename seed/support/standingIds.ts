import type { Payload } from 'payload'

import { postgresAdapter } from '../../src/database/postgresAdapter.ts'
import { tableOf } from '../../src/database/tableOf.ts'
import type { SeedBook } from './seedBook.ts'

/** Which of the book's documents still stand, trash included, by collection. */
export async function standingIds(
  payload: Payload,
  book: SeedBook,
): Promise<Map<string, ReadonlySet<number>>> {
  const adapter = postgresAdapter(payload)
  const standing = new Map<string, ReadonlySet<number>>()
  for (const collection of book.collections()) {
    const table = tableOf(adapter, collection)
    if (table === undefined) continue
    const ids = book.entriesOf(collection).map(({ id }) => id)
    const { rows } = await adapter.pool.query<{ id: number }>(
      `select id from ${table} where id = any($1::int[])`,
      [ids],
    )
    standing.set(collection, new Set(rows.map(({ id }) => Number(id))))
  }
  return standing
}
