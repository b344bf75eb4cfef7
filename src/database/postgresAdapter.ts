import type pg from 'pg'

import { FlowError } from '../kernel/flowError.ts'
import type { Sql } from '../kernel/sql.ts'

/** As Payload hands it about. */
export type TransactionId = number | string

/** The connection of a transaction, as drizzle holds it. */
export type SessionClient = Sql & { release: (error?: Error | boolean) => void }

/** A transaction that is open. */
export type AdapterSession = { db: { session: { client: SessionClient } } }

/** What we use of `@payloadcms/db-postgres` beyond its public types. */
export type PostgresAdapter = {
  pool: pg.Pool
  /** Open transactions by id. */
  sessions: Record<string, AdapterSession | undefined>
  /** Table by the slug in snake case. */
  tableNameMap: ReadonlyMap<string, string>
  /** Tables by their name, columns by the path of their field with underscores. */
  tables: Record<string, Record<string, { name: string } | undefined> | undefined>
  schemaName?: string | undefined
  beginTransaction: () => Promise<TransactionId | null>
  commitTransaction: (id: TransactionId | Promise<TransactionId>) => Promise<void>
  rollbackTransaction: (id: TransactionId | Promise<TransactionId>) => Promise<void>
}

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const has = (value: unknown, name: string): boolean =>
  isObject(value) && isFunction(Reflect.get(value, name))

const shape: Record<string, (value: unknown) => boolean> = {
  pool: (value) => has(value, 'query'),
  sessions: isObject,
  tableNameMap: (value) => has(value, 'get'),
  tables: isObject,
  beginTransaction: isFunction,
  commitTransaction: isFunction,
  rollbackTransaction: isFunction,
}

const checked = new WeakSet<object>()

/**
 * The database adapter of a Payload instance, with its insides: the one place that knows them. Checked once per
 * instance; throws FLOW_DATABASE_UNSUPPORTED with the name of the member that is missing.
 */
export function postgresAdapter({ db }: { db: object }): PostgresAdapter {
  if (!checked.has(db)) {
    for (const [name, fits] of Object.entries(shape)) {
      if (!fits(Reflect.get(db, name))) throw unsupported(name)
    }
    checked.add(db)
  }
  return db as PostgresAdapter
}

/** The connection of an open transaction. Throws FLOW_DATABASE_UNSUPPORTED when drizzle keeps it elsewhere. */
export function clientOfSession(session: AdapterSession): SessionClient {
  const client = session.db?.session?.client
  if (has(client, 'query')) return client
  throw unsupported('sessions[].db.session.client')
}

function unsupported(member: string): FlowError {
  return new FlowError({
    code: 'FLOW_DATABASE_UNSUPPORTED',
    message: `the database adapter has no usable "${member}"`,
    hint: 'FlowMasters needs @payloadcms/db-postgres with transactions, in a version it was tested with.',
    details: { member },
  })
}
