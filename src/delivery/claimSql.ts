/** Columns keep milliseconds and round: a plain now() may lie half a millisecond ahead, and what is due would not be. */
export const dueNow = "date_trunc('milliseconds', now())"

const claimed = `
  RETURNING d.id, d.event, d.event_type, d.subscription, d.channel, d.channel_entry, d.attempts_started,
    d.attempts_finished, d.strikes, (SELECT e.body FROM event_logs e WHERE e.id = d.event) AS body`

const takeLease = `
  SET status = 'delivering', lease_token = $2, lease_until = now() + $3 * interval '1 millisecond',
    attempts_started = d.attempts_started + 1`

/** Parameters: limit, token, lease ms, overdue ms (leaves fresher rows to another feed). */
export const claimDueSql = `
WITH due AS MATERIALIZED (
  SELECT id FROM event_deliveries
  WHERE status IN ('pending', 'retrying')
    AND next_attempt_at <= now() - $4 * interval '1 millisecond'
  ORDER BY next_attempt_at
  LIMIT $1
  FOR UPDATE SKIP LOCKED
)
UPDATE event_deliveries d ${takeLease} FROM due WHERE d.id = due.id ${claimed}`

/** Parameters: ids, token, lease ms. */
export const claimByIdsSql = `
WITH due AS MATERIALIZED (
  SELECT id FROM event_deliveries
  WHERE id = ANY($1::varchar[]) AND status IN ('pending', 'retrying') AND next_attempt_at <= now()
  FOR UPDATE SKIP LOCKED
)
UPDATE event_deliveries d ${takeLease} FROM due WHERE d.id = due.id ${claimed}`

/** Parameters: ids, fences, token. */
export const releaseSql = `
UPDATE event_deliveries d
SET status = (CASE WHEN d.attempts_finished > 0 THEN 'retrying' ELSE 'pending' END)::enum_event_deliveries_status,
  lease_token = NULL, lease_until = NULL, attempts_started = d.attempts_started - 1, next_attempt_at = ${dueNow}
FROM unnest($1::varchar[], $2::numeric[]) AS c(id, fence)
WHERE d.id = c.id AND d.attempts_started = c.fence AND d.lease_token = $3 AND d.status = 'delivering'`

/** A suspect's try begins: the strike is counted before, because afterwards there may be nobody. Parameters: id, fence, token. */
export const strikeSql = `
UPDATE event_deliveries SET strikes = strikes + 1
WHERE id = $1 AND attempts_started = $2 AND lease_token = $3 AND status = 'delivering'
RETURNING id`

/** Parameters: ids, token, lease ms. */
export const prolongSql = `
UPDATE event_deliveries SET lease_until = now() + $3 * interval '1 millisecond'
WHERE id = ANY($1::varchar[]) AND lease_token = $2 AND status = 'delivering'`

/** Parameter: how many strikes are too many. */
export const reclaimSql = `
WITH expired AS MATERIALIZED (
  SELECT id FROM event_deliveries WHERE status = 'delivering' AND lease_until < now()
  LIMIT 1000 FOR UPDATE SKIP LOCKED
)
UPDATE event_deliveries d
SET status = (CASE
    WHEN d.strikes >= $1 THEN 'poisoned'
    WHEN d.attempts_finished > 0 THEN 'retrying'
    ELSE 'pending' END)::enum_event_deliveries_status,
  strikes = greatest(d.strikes, 1),
  last_error = CASE WHEN d.strikes >= $1
    THEN 'set aside: the worker died ' || $1::text || ' times while sending this' ELSE d.last_error END,
  lease_token = NULL, lease_until = NULL, next_attempt_at = ${dueNow}
FROM expired WHERE d.id = expired.id
RETURNING d.status`
