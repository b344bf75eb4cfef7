import type { Sql } from '../kernel/sql.ts'

/** Later news outranks earlier news, whatever order they come in. What was read has arrived, whatever is said after it. */
const rank = (status: string): string =>
  `coalesce(array_position(ARRAY['sent', 'delivered', 'failed', 'read']::varchar[], ${status}), 0)`

/**
 * Reports that wait for their delivery, and the deliveries that have appeared. A message that did not arrive makes its
 * delivery a failed one, with the service's reason.
 */
const matchSql = `
WITH waiting AS MATERIALIZED (
  SELECT id FROM delivery_reports
  WHERE delivery IS NULL AND created_at > now() - interval '7 days'
  ORDER BY id FOR UPDATE SKIP LOCKED
),
matched AS (
  UPDATE delivery_reports r SET delivery = d.id
  FROM waiting w, event_deliveries d
  WHERE r.id = w.id AND d.channel = r.channel AND d.message_id = r.message_id
  RETURNING r.delivery, r.message_id, r.status, coalesce(r.at, r.created_at) AS at, r.code, r.reason, r.reasons
),
latest AS MATERIALIZED (
  SELECT DISTINCT ON (delivery) * FROM matched ORDER BY delivery, ${rank('status')} DESC
)
UPDATE event_deliveries d
SET message_status = l.status,
  message_status_at = l.at,
  status = CASE WHEN l.status = 'failed' AND d.status = 'delivered' THEN 'dead' ELSE d.status END,
  delivered_at = CASE WHEN l.status = 'failed' AND d.status = 'delivered' THEN NULL ELSE d.delivered_at END,
  last_code = CASE WHEN l.status = 'failed' THEN l.code ELSE d.last_code END,
  last_error = CASE WHEN l.status = 'failed' THEN l.reason ELSE d.last_error END,
  last_reasons = CASE WHEN l.status = 'failed' THEN l.reasons ELSE d.last_reasons END
FROM latest l
WHERE d.id = l.delivery AND d.message_id = l.message_id AND ${rank('d.message_status')} < ${rank('l.status')}
RETURNING d.id`

/** Moves on the deliveries whose reports came before their result was written; returns how many. */
export async function matchReports(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ id: string }>(matchSql)
  return rows.length
}
