import type { Payload, PayloadRequest } from 'payload'

import { FlowError } from '../kernel/flowError.ts'
import type { Sql } from '../kernel/sql.ts'

type DrizzleTransaction = { session?: { client?: Sql } }
type PostgresAdapter = {
  pool?: Sql
  sessions?: Record<string, { db: DrizzleTransaction } | undefined>
}

/**
 * The connection a request's transaction runs on, so that what we write lives or dies with the document.
 * Without a transaction it is the pool: each statement commits by itself.
 * Payload 3 exposes no such handle; `sessions` and drizzle's session client are read here and nowhere else.
 * Throws FLOW_DATABASE_UNSUPPORTED when the adapter is not `@payloadcms/db-postgres`.
 */
export async function sqlOfRequest(
  payload: Payload,
  req?: Pick<PayloadRequest, 'transactionID'>,
): Promise<Sql> {
  const adapter = payload.db as unknown as PostgresAdapter
  const transactionId = req?.transactionID ? await req.transactionID : undefined
  const session =
    transactionId === undefined ? undefined : adapter.sessions?.[String(transactionId)]
  const client = session ? session.db.session?.client : adapter.pool
  if (client && typeof client.query === 'function') return client
  throw new FlowError({
    code: 'FLOW_DATABASE_UNSUPPORTED',
    message: 'the database adapter gives no Postgres connection for the transaction',
    hint: 'FlowMasters needs @payloadcms/db-postgres.',
  })
}
