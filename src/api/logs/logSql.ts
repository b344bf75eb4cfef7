import type { LogConditions } from './logConditions.ts'

const columns = `e.id, e.type, e.version, e.timestamp, e.created_at, e.routed_at, e.source, e.collection, e.document_id,
  e.operation, e.sequence, e.user_id, e.user_email, e.locale, e.causation_id, e.hop, e.status, e.decisions, e.issues, e.body`

/** Deliveries of one event as a JSON list, oldest first. */
const deliveries = `
LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object(
    'id', d.id, 'channel', d.channel, 'target', d.target, 'status', d.status, 'attempts', d.attempts_finished,
    'lastCode', d.last_code, 'lastError', d.last_error, 'nextAttemptAt', d.next_attempt_at,
    'deliveredAt', d.delivered_at, 'subscription', d.subscription, 'subscriptionName', d.subscription_name
  ) ORDER BY d.created_at, d.id) AS list
  FROM event_deliveries d WHERE d.event = e.id
) d ON true`

/** The page is cut before deliveries are joined, so the cost is that of a page, not of the log. */
export function logPageSql(where: string, limit: string, offset: string): string {
  return `
SELECT ${columns}, d.list AS deliveries
FROM (
  SELECT * FROM event_logs e ${where} ORDER BY e.created_at DESC, e.id DESC LIMIT ${limit} OFFSET ${offset}
) e ${deliveries}
ORDER BY e.created_at DESC, e.id DESC`
}

/** Events are kept as long as their deliveries, so these alone may be counted when nothing else was asked for. */
export const logCountSql = ({ ofDeliveries, where }: LogConditions): string =>
  ofDeliveries === undefined
    ? `SELECT count(*)::int AS total FROM event_logs e ${where}`
    : // Unlike a count of distinct ones this is shared out to parallel workers.
      `SELECT count(*)::int AS total FROM (SELECT FROM event_deliveries f WHERE ${ofDeliveries} GROUP BY f.event) one`

/** Parameter: id of an event. */
export const oneLogSql = `
SELECT ${columns}, d.list AS deliveries FROM event_logs e ${deliveries} WHERE e.id = $1`

/** Parameter: id of an event. Tries of all its deliveries, oldest first. */
export const attemptsOfEventSql = `
SELECT a.id, a.delivery, a.number, a.outcome, a.code, a.reason, a.duration_ms, a.worker, a.request, a.response,
  a.created_at
FROM event_deliveries d JOIN event_attempts a ON a.delivery = d.id
WHERE d.event = $1
ORDER BY a.created_at, a.number`
