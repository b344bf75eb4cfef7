/** Columns keep milliseconds and round: a plain now() may lie half a millisecond ahead, and what is due would not be. */
export const dueNow = "date_trunc('milliseconds', now())"

const claimed = `
  RETURNING d.id, d.event, d.event_type, d.subscription, d.channel, d.channel_entry, d.attempts_started,
    d.attempts_finished, d.strikes, d.gate, d.next_attempt_at, (SELECT e.body FROM event_logs e WHERE e.id = d.event) AS body,
    (SELECT revision FROM event_engine_state WHERE id = 'subscriptions') AS revision`

const takeLease = `
  SET status = 'delivering', lease_token = $2, lease_until = now() + $3 * interval '1 millisecond',
    attempts_started = d.attempts_started + 1`

/** What waits in its lane is not for the taking; the same words stand in the index. */
const isFree = "gate IS DISTINCT FROM 'held'"

const dueOf = (status: string, limit: string): string => `
  SELECT id FROM event_deliveries
  WHERE status = '${status}' AND ${isFree} AND next_attempt_at <= now() - $4 * interval '1 millisecond'
  ORDER BY next_attempt_at
  LIMIT ${limit}
  FOR UPDATE SKIP LOCKED`

/**
 * Parameters: limit, token, lease ms, overdue ms (leaves fresher rows to another feed), how many of the limit may be
 * retries. First tries and retries are two ranges of one index, so that a flood of retries is not waded through.
 */
export const claimDueSql = `
WITH again AS MATERIALIZED (${dueOf('retrying', '$5')}),
first AS MATERIALIZED (${dueOf('pending', '$1 - (SELECT count(*) FROM again)')}),
due AS MATERIALIZED (SELECT id FROM again UNION ALL SELECT id FROM first)
UPDATE event_deliveries d ${takeLease} FROM due WHERE d.id = due.id ${claimed}`

/** Parameters: ids, token, lease ms. The status as text keeps the planner from reading every due row instead of the ids. */
export const claimByIdsSql = `
WITH due AS MATERIALIZED (
  SELECT id FROM event_deliveries
  WHERE id = ANY($1::varchar[]) AND status::text IN ('pending', 'retrying') AND ${isFree}
    AND next_attempt_at <= now()
  FOR UPDATE SKIP LOCKED
)
UPDATE event_deliveries d ${takeLease} FROM due WHERE d.id = due.id ${claimed}`

/** Parameters: ids, fences, token; compared with the row as in `writeResultsSql`, and for its reason. */
export const releaseSql = `
UPDATE event_deliveries d
SET status = (CASE WHEN d.attempts_finished > 0 THEN 'retrying' ELSE 'pending' END)::enum_event_deliveries_status,
  lease_token = NULL, lease_until = NULL, attempts_started = d.attempts_started - 1, next_attempt_at = ${dueNow}
FROM (SELECT u.id, u.fence, $3::varchar AS token FROM unnest($1::varchar[], $2::numeric[]) AS u(id, fence) OFFSET 0) c
WHERE d.id = c.id AND d.attempts_started = c.fence AND d.lease_token = c.token`

/** As above, back to its lane and with its due time; a slot it had is free. Parameters: ids, fences, token. */
export const holdSql = `
UPDATE event_deliveries d
SET status = (CASE WHEN d.attempts_finished > 0 THEN 'retrying' ELSE 'pending' END)::enum_event_deliveries_status,
  lease_token = NULL, lease_until = NULL, attempts_started = d.attempts_started - 1, gate = 'held'
FROM (SELECT u.id, u.fence, $3::varchar AS token FROM unnest($1::varchar[], $2::numeric[]) AS u(id, fence) OFFSET 0) c
WHERE d.id = c.id AND d.attempts_started = c.fence AND d.lease_token = c.token`

/** A suspect's try begins: the strike is counted before, because afterwards there may be nobody. Parameters: id, fence, token. */
export const strikeSql = `
UPDATE event_deliveries SET strikes = strikes + 1
WHERE id = $1 AND attempts_started = $2 AND lease_token = $3 AND status = 'delivering'
RETURNING id`

/**
 * A row that is being written at this moment is passed over: its try has ended, and a heartbeat that waited for one
 * writer while holding another's row would be a deadlock. Parameters: ids, token, lease ms.
 */
export const prolongSql = `
WITH held AS MATERIALIZED (
  SELECT id FROM event_deliveries
  WHERE id = ANY($1::varchar[]) AND lease_token = $2 AND status::text = 'delivering'
  FOR UPDATE SKIP LOCKED
)
UPDATE event_deliveries d SET lease_until = now() + $3 * interval '1 millisecond'
FROM held WHERE d.id = held.id`

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
  gate = CASE WHEN d.strikes >= $1 THEN NULL ELSE d.gate END,
  last_error = CASE WHEN d.strikes >= $1
    THEN 'set aside: the worker died ' || $1::text || ' times while sending this' ELSE d.last_error END,
  last_reasons = CASE WHEN d.strikes >= $1
    THEN jsonb_build_array(jsonb_build_object('key', 'set_aside', 'params', jsonb_build_object('times', $1::int)))
    ELSE d.last_reasons END,
  lease_token = NULL, lease_until = NULL, next_attempt_at = ${dueNow}
FROM expired WHERE d.id = expired.id
RETURNING d.status`
