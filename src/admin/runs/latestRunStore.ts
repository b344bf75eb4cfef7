import type { Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'

/** The newest run of its kind: how it stands and how far it is. */
export type LatestRun = {
  id: string
  status: string
  /** Rows gone through. */
  looked: number
  /** Of how many; null when nobody has counted them before. */
  planned: number | null
  /** What came of it: gaps found or told, deliveries sent again. */
  done: number
  /** `publish` and `find` of comparisons; null for replays. */
  action: string | null
  at: Date
}

const sqlOf = {
  reconciliations: `
SELECT id, status::text AS status, looked::int AS looked, NULL::int AS planned, action::text AS action,
  (CASE WHEN action = 'find' THEN found ELSE told END)::int AS done, coalesce(finished_at, started_at, created_at) AS at
FROM event_reconciliations ORDER BY created_at DESC LIMIT 1`,
  replays: `
SELECT id, status::text AS status, looked::int AS looked, planned::int AS planned, NULL AS action,
  replayed::int AS done, coalesce(finished_at, started_at, created_at) AS at
FROM event_replays ORDER BY created_at DESC LIMIT 1`,
}

/** Undefined when nobody ever asked for one. */
export async function latestRun(
  payload: Payload,
  kind: keyof typeof sqlOf,
): Promise<LatestRun | undefined> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<LatestRun>(sqlOf[kind])
  return rows[0]
}
