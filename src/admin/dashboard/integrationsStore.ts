import type { Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'

/** Numbers of the dashboard; the first three of the last 24 hours, the others of now. */
export type IntegrationsNumbers = {
  events: number
  delivered: number
  failed: number
  waiting: number
  /** Workers with a heartbeat younger than 15 seconds. */
  workers: number
  /** The youngest heartbeat of all. */
  lastSeenAt: Date | null
}

const numbersSql = `
SELECT l.events, d.delivered, d.failed, w.waiting + p.waiting AS waiting, h.workers, h."lastSeenAt"
FROM (SELECT count(*)::int AS events FROM event_logs WHERE created_at > now() - interval '24 hours') l,
  (SELECT (count(*) FILTER (WHERE status = 'delivered'))::int AS delivered,
     (count(*) FILTER (WHERE status IN ('dead', 'poisoned')))::int AS failed
   FROM event_deliveries WHERE created_at > now() - interval '24 hours') d,
  (SELECT count(*)::int AS waiting FROM event_deliveries
   WHERE status IN ('pending', 'retrying', 'delivering')) w,
  (SELECT count(*)::int AS waiting FROM event_logs WHERE status = 'pending') p,
  (SELECT (count(*) FILTER (WHERE heartbeat_at > now() - interval '15 seconds'))::int AS workers,
     max(heartbeat_at) AS "lastSeenAt"
   FROM event_workers WHERE role IN ('all', 'worker')) h`

/** Reads the dashboard's numbers in one query. */
export async function integrationsNumbers(
  payload: Payload,
): Promise<IntegrationsNumbers | undefined> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<IntegrationsNumbers>(numbersSql)
  return rows[0]
}
