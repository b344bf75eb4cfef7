import type { Payload, PayloadRequest } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { FlowError } from '../../kernel/flowError.ts'
import type { Sql } from '../../kernel/sql.ts'

/** A transaction, for our own SQL and for what takes a request of Payload's. */
export type ApiTransaction = { sql: Sql; req: Pick<PayloadRequest, 'transactionID'> }

/**
 * Runs `work` in one transaction and rolls back when it throws. Payload 3 swallows a failed COMMIT, so Postgres is
 * asked what became of it: FLOW_API_NOT_COMMITTED.
 */
export async function inTransaction<Result>(
  payload: Payload,
  work: (transaction: ApiTransaction) => Promise<Result>,
): Promise<Result> {
  const transactionID = await payload.db.beginTransaction()
  if (transactionID === null) throw notCommitted('the database adapter gives no transactions')
  try {
    const req = { transactionID }
    const sql = await sqlOfRequest(payload, req)
    const result = await work({ sql, req })
    const own = await sql.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id')
    await payload.db.commitTransaction(transactionID)
    await assertCommitted(await sqlOfRequest(payload), own.rows[0]?.id)
    return result
  } catch (error) {
    await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

async function assertCommitted(sql: Sql, id: string | undefined): Promise<void> {
  const { rows } = await sql.query<{ status: string }>(
    'SELECT pg_xact_status($1::xid8) AS status',
    [id],
  )
  if (rows[0]?.status !== 'committed') throw notCommitted('the transaction was rolled back')
}

function notCommitted(why: string): FlowError {
  return new FlowError({
    code: 'FLOW_API_NOT_COMMITTED',
    message: `nothing was saved: ${why}`,
    hint: 'Try again.',
    status: 503,
  })
}
