import type { Payload, PayloadRequest } from 'payload'

import type { Sql } from '../../src/kernel/sql.ts'

/** What the book says about one thing that was seeded. */
export type SeedEntry = {
  id: number
  /** When it came into being, and when it last changed, in its own time; ISO 8601. */
  at: string
  until: string
}

/** Which documents the seed has made, by collection and a name that never changes. Kept in Payload's key-value table. */
export type SeedBook = {
  find: (collection: string, name: string) => SeedEntry | undefined
  /** In the transaction of `req`, so that a document without its entry cannot be. */
  write: (
    where: { collection: string; name: string; req: Pick<PayloadRequest, 'transactionID'> },
    entry: SeedEntry,
  ) => Promise<void>
  entriesOf: (collection: string) => SeedEntry[]
  collections: () => string[]
  /** The moment of the first seeding, around which all dates lie. */
  base: number
}

const PREFIX = 'flowmasters-seed/'
const BASE_KEY = `${PREFIX}base`
const COLLECTION = 'payload-kv'

/**
 * Reads the book of this database, or begins it with the given moment (milliseconds). `onNew` may throw before anything
 * is written.
 */
export async function openSeedBook(
  payload: Payload,
  sql: Sql,
  now: number,
  onNew: () => Promise<void>,
): Promise<SeedBook> {
  const { rows } = await sql.query<{ key: string; data: SeedEntry & { base?: number } }>(
    'select key, data from payload_kv where key like $1',
    [`${PREFIX}%`],
  )
  const entries = new Map(
    rows.filter(({ key }) => key !== BASE_KEY).map((row) => [row.key, row.data]),
  )
  const stored = rows.find(({ key }) => key === BASE_KEY)?.data.base
  if (stored === undefined) {
    await onNew()
    await payload.db.create({
      collection: COLLECTION,
      data: { key: BASE_KEY, data: { base: now } },
      req: {},
    })
  }
  const keyOf = (collection: string, name: string): string => `${PREFIX}${collection}/${name}`
  const inCollection = (collection: string) =>
    [...entries].filter(([key]) => key.startsWith(`${PREFIX}${collection}/`))
  return {
    base: stored ?? now,
    find: (collection, name) => entries.get(keyOf(collection, name)),
    write: async ({ collection, name, req }, entry) => {
      const key = keyOf(collection, name)
      await payload.db.upsert({
        collection: COLLECTION,
        data: { key, data: { ...entry } },
        where: { key: { equals: key } },
        req,
      })
      entries.set(key, entry)
    },
    entriesOf: (collection) => inCollection(collection).map(([, entry]) => entry),
    collections: () => [
      ...new Set([...entries.keys()].map((key) => key.slice(PREFIX.length).split('/')[0] ?? '')),
    ],
  }
}
