/** Step of test deliveries: no step of a subscription has it, so statistics can tell them apart. */
export const TEST_STEP = -1

/**
 * Test deliveries, already leased by the process that sends them, so that no worker takes them, and their event,
 * already routed. `strikes` is set as high as it goes: if this process dies, the test is set aside and not sent again
 * later. Parameters: deliveries as JSON, lease token, lease ms, strikes,
 * event id, decisions as JSON.
 */
export const insertTestDeliveriesSql = `
WITH routed AS (
  UPDATE event_logs SET status = 'routed', routed_at = clock_timestamp(), decisions = $6::jsonb,
    matched = jsonb_array_length($1::jsonb)
  WHERE id = $5
)
INSERT INTO event_deliveries (id, status, event, event_type, subscription, subscription_name, channel, channel_entry,
  step, target, attempts_started, attempts_finished, strikes, lease_token, lease_until, created_at)
SELECT id, 'delivering', $5, event_type, subscription, subscription_name, channel, channel_entry, ${TEST_STEP}, target,
  1, 0, $4, $2, now() + $3 * interval '1 millisecond', clock_timestamp()
FROM jsonb_to_recordset($1::jsonb) AS r(
  id varchar, event_type varchar, subscription varchar, subscription_name varchar, channel varchar,
  channel_entry varchar, target varchar)`
