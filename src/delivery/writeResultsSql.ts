/**
 * Results of many tries in one statement: the delivery row moves on and the attempt row appears together, or neither.
 * A result whose lease was lost (another worker took over) matches no row and is refused.
 * Parameters: results as JSON, token.
 */
export const writeResultsSql = `
WITH result AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(
    id varchar, fence numeric, status varchar, delay_ms float8, attempt_id varchar, outcome varchar, code varchar,
    reason varchar, duration_ms numeric, request jsonb, response jsonb)
),
moved AS (
  UPDATE event_deliveries d
  SET status = r.status::enum_event_deliveries_status,
    attempts_finished = d.attempts_finished + (CASE WHEN r.attempt_id IS NULL THEN 0 ELSE 1 END),
    next_attempt_at = CASE WHEN r.status = 'retrying'
      THEN now() + r.delay_ms * interval '1 millisecond' END,
    strikes = NULL,
    delivered_at = CASE WHEN r.status = 'delivered' THEN now() END,
    last_code = r.code,
    last_error = r.reason,
    lease_token = NULL,
    lease_until = NULL
  FROM result r
  WHERE d.id = r.id AND d.lease_token = $2 AND d.attempts_started = r.fence AND d.status = 'delivering'
  RETURNING d.id, d.event, d.subscription, d.channel, d.attempts_finished AS number, r.attempt_id, r.outcome, r.code,
    r.reason, r.duration_ms, r.request, r.response
),
logged AS (
  INSERT INTO event_attempts (id, delivery, event, subscription, channel, number, outcome, code, reason, duration_ms,
    worker, request, response, created_at)
  SELECT attempt_id, id, event, subscription, channel, number, outcome::enum_event_attempts_outcome, code, reason,
    duration_ms, $2, request, response, clock_timestamp()
  FROM moved WHERE attempt_id IS NOT NULL
)
SELECT id FROM moved`
