import type { Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'

/** How many changes without an event wait to be told. */
export async function countOpenGaps(payload: Payload): Promise<number> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM event_gaps WHERE status = 'open'",
  )
  return rows[0]?.count ?? 0
}
