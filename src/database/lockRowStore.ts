import type { Payload, PayloadRequest } from 'payload'
import { escapeIdentifier } from 'pg'
import toSnakeCase from 'to-snake-case'

import { FlowError } from '../kernel/flowError.ts'
import type { SqlRow } from '../kernel/sql.ts'
import { postgresAdapter } from './postgresAdapter.ts'
import { sqlOfRequest } from './requestSqlStore.ts'
import { tableOf } from './tableOf.ts'

/** A row to lock. */
export type LockRowOptions = {
  payload: Payload
  req: Pick<PayloadRequest, 'transactionID'>
  collection: string
  id: number | string
  /** Fields to read; not localised and not nested. @default none */
  fields?: readonly string[]
  /** The row will be deleted: whoever refers to it has to wait too. @default false */
  forDeletion?: boolean
}

/**
 * Locks a document's main row until the transaction of the request ends, so that writers of one document take turns,
 * and answers with the fields asked for, as they are once the lock is held. `undefined`: there is no such row.
 * The lock is the one an UPDATE takes: rows that refer to this one may be inserted meanwhile (two orders of one
 * product that both count its stock down would otherwise wait for each other for ever). Without a transaction
 * nothing stays locked. Throws FLOW_DATABASE_TABLE_UNKNOWN for a collection without a table.
 */
export async function lockRow({
  collection,
  fields = [],
  forDeletion = false,
  id,
  payload,
  req,
}: LockRowOptions): Promise<SqlRow | undefined> {
  const table = tableOf(postgresAdapter(payload), collection)
  if (table === undefined) throw unknownTable(collection)
  const columns = fields.map(
    (field) => `${escapeIdentifier(toSnakeCase(field))} AS ${escapeIdentifier(field)}`,
  )
  const sql = await sqlOfRequest(payload, req)
  const strength = forDeletion ? 'FOR UPDATE' : 'FOR NO KEY UPDATE'
  const { rows } = await sql.query(
    `SELECT ${columns.join(', ') || '1 AS "1"'} FROM ${table} WHERE "id" = $1 ${strength}`,
    [id],
  )
  return rows[0]
}

function unknownTable(collection: string): FlowError {
  return new FlowError({
    code: 'FLOW_DATABASE_TABLE_UNKNOWN',
    message: `the database adapter knows no table of the collection "${collection}"`,
    details: { collection },
  })
}
