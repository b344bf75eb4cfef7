import type { PayloadRequest } from 'payload'

import { sqlOfRequest } from '../src/database/requestSqlStore.ts'
import type { SqlRow } from '../src/kernel/sql.ts'

/**
 * Runs SQL inside the transaction of `req`, or on its own connection when the request has none.
 * A failed statement spoils the transaction, so let the error travel up.
 * @returns the rows, or `undefined` when the site's database is not Postgres.
 */
export async function executeSql(
  req: PayloadRequest,
  text: string,
  values: unknown[] = [],
): Promise<SqlRow[] | undefined> {
  if (req.payload.db.name !== 'postgres') return undefined
  const sql = await sqlOfRequest(req.payload, req)
  const { rows } = await sql.query(text, values)
  return rows
}
