/** Which results a statement takes, and what else it does in the same breath. */
type Extras = { guard: string; and: string }

const resultsSql = ({ and, guard }: Extras): string => `
WITH result AS MATERIALIZED (
  SELECT r.*, $2::varchar AS token FROM jsonb_to_recordset($1::jsonb) AS r(
    id varchar, fence numeric, status varchar, delay_ms float8, attempt_id varchar, outcome varchar, code varchar,
    reason varchar, reasons jsonb, message_id varchar, duration_ms numeric, request jsonb, response jsonb)
),
moved AS (
  UPDATE event_deliveries d
  SET status = r.status::enum_event_deliveries_status,
    attempts_finished = d.attempts_finished + (CASE WHEN r.attempt_id IS NULL THEN 0 ELSE 1 END),
    next_attempt_at = CASE WHEN r.status = 'retrying'
      THEN now() + coalesce(r.delay_ms, 0) * interval '1 millisecond' END,
    strikes = NULL,
    gate = CASE WHEN r.status = 'retrying' AND d.gate IS NOT NULL THEN 'held' END,
    delivered_at = CASE WHEN r.status = 'delivered' THEN now() END,
    last_code = r.code,
    last_error = r.reason,
    last_reasons = nullif(r.reasons, 'null'::jsonb),
    message_id = coalesce(r.message_id, d.message_id),
    message_status = CASE WHEN r.message_id IS NULL THEN d.message_status END,
    message_status_at = CASE WHEN r.message_id IS NULL THEN d.message_status_at END,
    lease_token = NULL,
    lease_until = NULL
  FROM result r
  WHERE d.id = r.id AND d.lease_token = r.token AND d.attempts_started = r.fence${guard}
  RETURNING d.id, d.event, d.event_type, d.subscription, d.subscription_name, d.channel, d.channel_entry, d.target,
    d.attempts_finished AS number, d.created_at, r.attempt_id, r.outcome, r.code, r.reason,
    nullif(r.reasons, 'null'::jsonb) AS reasons, r.duration_ms, r.request, r.response
),
logged AS (
  INSERT INTO event_attempts (id, delivery, event, subscription, channel, number, outcome, code, reason, reasons,
    duration_ms, worker, request, response, created_at)
  SELECT attempt_id, id, event, subscription, channel, number, outcome::enum_event_attempts_outcome, code, reason,
    reasons, duration_ms, $2, request, response, clock_timestamp()
  FROM moved WHERE attempt_id IS NOT NULL
)${and}`

/**
 * Results of many tries in one statement: the delivery row moves on and the attempt row appears together, or neither.
 * All conditions compare with the result, none with a constant, so that rows are looked up by id: a planner without
 * fresh statistics takes leased rows for few and would read all of them once per result. Only `delivering` rows have a token.
 * A result whose lease was lost (another worker took over) matches no row and is refused.
 * Parameters: results as JSON, token. Returns the deliveries that moved.
 */
export const writeResultsSql = resultsSql({
  guard: '',
  and: `
SELECT id, event, event_type, subscription, subscription_name, channel, channel_entry, target, number, created_at
FROM moved`,
})

/**
 * The same for tries that went well, which is nearly all of them. One whose receiver had been failing is refused: that has
 * consequences, and is written with them. When a receiver last took something is noted once a minute, so that a
 * busy one does not become a row all workers wait for.
 * Parameters: results as JSON, token, time. Returns ids.
 */
export const writeSuccessesSql = resultsSql({
  guard: ` AND NOT (r.outcome = 'delivered' AND EXISTS (
    SELECT 1 FROM event_receivers h
    WHERE h.id = d.subscription || '/' || d.channel_entry AND (h.failures > 0 OR h.is_alerted)))`,
  and: `,
noted AS (
  INSERT INTO event_receivers (id, subscription, subscription_name, channel, channel_entry, target, failures, is_alerted,
    last_success_at)
  SELECT DISTINCT ON (key) key, subscription, subscription_name, channel, channel_entry, target, 0, false, $3::timestamptz
  FROM (SELECT moved.*, subscription || '/' || channel_entry AS key FROM moved WHERE outcome = 'delivered') m
  WHERE NOT EXISTS (
    SELECT 1 FROM event_receivers h WHERE h.id = m.key AND h.last_success_at > $3::timestamptz - interval '1 minute')
  ORDER BY key
  ON CONFLICT (id) DO UPDATE SET last_success_at = excluded.last_success_at, target = excluded.target,
    subscription_name = excluded.subscription_name
)
SELECT id FROM moved`,
})
