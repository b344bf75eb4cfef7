import type { Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'

/** How often a type happened lately; tests of subscriptions do not count. */
export type TypeUsage = { day: number; week: number; lastAt: Date }

const DAY_MS = 86_400_000

/** Parameters: a week ago, a day ago. One pass over a week of the log by the index on time. */
const usageSql = `
SELECT type, count(*)::int AS week, (count(*) FILTER (WHERE created_at >= $2))::int AS day, max(created_at) AS "lastAt"
FROM event_logs WHERE created_at >= $1 AND source IS DISTINCT FROM 'test'
GROUP BY type`

/** Usage by type; types that did not happen for a week are missing. */
export async function catalogueUsage(
  payload: Payload,
  now: number,
): Promise<ReadonlyMap<string, TypeUsage>> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<TypeUsage & { type: string }>(usageSql, [
    new Date(now - 7 * DAY_MS),
    new Date(now - DAY_MS),
  ])
  return new Map(rows.map(({ type, ...usage }) => [type, usage]))
}
