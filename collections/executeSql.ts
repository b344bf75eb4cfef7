import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

/** What the pool's and a transaction's drizzle have in common; Payload types the latter as an empty object. */
type SqlExecutor = {
  execute: (statement: SQL) => Promise<{ rows: Record<string, unknown>[] }>
}

/**
 * Runs SQL inside the transaction of `req`, or on its own connection when the request has none.
 * A failed statement spoils the transaction, so let the error travel up.
 * @returns the rows, or `undefined` when the site's database is not Postgres.
 */
export async function executeSql(
  req: PayloadRequest,
  statement: SQL,
): Promise<Record<string, unknown>[] | undefined> {
  const { db } = req.payload
  if (db.name !== 'postgres') return undefined
  const transactionId = await req.transactionID
  const session = transactionId === undefined ? undefined : db.sessions?.[String(transactionId)]?.db
  const executor = (session ?? db.drizzle) as SqlExecutor
  const { rows } = await executor.execute(statement)
  return rows
}
