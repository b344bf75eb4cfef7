/** Parameter: limit. The revision comes from the same snapshot as the events. */
export const claimEventsSql = `
SELECT e.id, e.type, e.body, e.created_at, e.collection, e.document_id, e.sequence,
  (SELECT revision FROM event_engine_state WHERE id = 'subscriptions') AS revision
FROM event_logs e
WHERE e.status = 'pending'
ORDER BY e.created_at
LIMIT $1
FOR UPDATE OF e SKIP LOCKED`

/** Parameters: deliveries as JSON, events as JSON, token, lease ms. Returns the ids of new deliveries. */
export const writeRoutesSql = `
WITH planned AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(
    id varchar, event varchar, event_type varchar, subscription varchar, subscription_name varchar, channel varchar,
    channel_entry varchar, target varchar, leased boolean, held boolean, order_key varchar, order_number numeric)
),
routed AS (
  UPDATE event_logs e
  SET status = r.status::enum_event_logs_status, matched = r.matched, decisions = r.decisions,
    routed_at = clock_timestamp()
  FROM jsonb_to_recordset($2::jsonb) AS r(id varchar, status varchar, matched numeric, decisions jsonb)
  WHERE e.id = r.id
),
written AS (
  INSERT INTO event_deliveries (id, status, event, event_type, subscription, subscription_name, channel, channel_entry,
    step, target, attempts_started, attempts_finished, next_attempt_at, lease_token, lease_until,
    gate, order_key, order_number, created_at)
  SELECT id, (CASE WHEN leased THEN 'delivering' ELSE 'pending' END)::enum_event_deliveries_status, event, event_type,
    subscription, subscription_name, channel, channel_entry, 0, target, (CASE WHEN leased THEN 1 ELSE 0 END), 0,
    date_trunc('milliseconds', now()), CASE WHEN leased THEN $3::varchar END,
    CASE WHEN leased THEN now() + $4 * interval '1 millisecond' END,
    CASE WHEN held THEN 'held' END, order_key, order_number, clock_timestamp()
  FROM planned
  ON CONFLICT (event, subscription, channel_entry, step, replay) DO NOTHING
  RETURNING id
)
SELECT id FROM written`
