import type { Payload, PayloadRequest } from 'payload'

import type { Sql } from '../kernel/sql.ts'
import { clientOfSession, postgresAdapter } from './postgresAdapter.ts'

/**
 * The connection a request's transaction runs on, so that what we write lives or dies with the document.
 * Without a transaction it is the pool: each statement commits by itself.
 * Throws FLOW_DATABASE_UNSUPPORTED when the adapter is not `@payloadcms/db-postgres`.
 */
export async function sqlOfRequest(
  payload: Payload,
  req?: Pick<PayloadRequest, 'transactionID'>,
): Promise<Sql> {
  const { pool, sessions } = postgresAdapter(payload)
  const id = req?.transactionID ? await req.transactionID : undefined
  const session = id === undefined ? undefined : sessions[String(id)]
  return session ? clientOfSession(session) : pool
}
