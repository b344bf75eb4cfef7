import type { Payload, PayloadRequest } from 'payload'

import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { Sql } from '../kernel/sql.ts'

/** A transaction, for our own SQL and for what takes a request of Payload's. */
export type ApiTransaction = { sql: Sql; req: Pick<PayloadRequest, 'transactionID'> }

/**
 * Runs `work` in one transaction and rolls back when it throws. A COMMIT that fails throws too: the plugin wraps
 * Payload's, which would not tell.
 */
export async function inTransaction<Result>(
  payload: Payload,
  work: (transaction: ApiTransaction) => Promise<Result>,
): Promise<Result> {
  const transactionID = await payload.db.beginTransaction()
  if (transactionID === null) throw noTransactions()
  try {
    const req = { transactionID }
    const result = await work({ sql: await sqlOfRequest(payload, req), req })
    await payload.db.commitTransaction(transactionID)
    return result
  } catch (error) {
    await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

function noTransactions(): FlowError {
  return new FlowError({
    code: 'FLOW_DATABASE_NO_TRANSACTIONS',
    message: 'the database adapter gives no transactions',
    hint: 'Remove `transactionOptions: false` from postgresAdapter(): events are written with the document or not at all.',
    status: 503,
  })
}
