/** Rows that are not there yet; sorted, so that two workers never wait for each other crosswise. Parameter: receivers as JSON. */
export const addReceiversSql = `
INSERT INTO event_receivers (id, subscription, subscription_name, channel, channel_entry, target, failures, is_alerted)
SELECT id, subscription, subscription_name, channel, channel_entry, target, 0, false
FROM jsonb_to_recordset($1::jsonb) AS r(id varchar, subscription varchar, subscription_name varchar, channel varchar,
  channel_entry varchar, target varchar)
ORDER BY id
ON CONFLICT (id) DO NOTHING`

/** Parameter: ids. */
export const lockReceiversSql = `
SELECT id, failures, failing_since, proven_since, last_success_at, last_failure_at, last_code, last_reason, last_reasons,
  is_alerted
FROM event_receivers WHERE id = ANY($1::varchar[]) ORDER BY id FOR UPDATE`

/** Parameter: states as JSON. */
export const saveReceiversSql = `
UPDATE event_receivers h
SET subscription_name = r.subscription_name, target = r.target, failures = r.failures, failing_since = r.failing_since,
  proven_since = r.proven_since, last_success_at = r.last_success_at, last_failure_at = r.last_failure_at,
  last_code = r.last_code, last_reason = r.last_reason, last_reasons = nullif(r.last_reasons, 'null'::jsonb),
  is_alerted = r.is_alerted
FROM jsonb_to_recordset($1::jsonb) AS r(id varchar, subscription_name varchar, target varchar, failures numeric,
  failing_since timestamptz, proven_since timestamptz, last_success_at timestamptz, last_failure_at timestamptz,
  last_code varchar, last_reason varchar, last_reasons jsonb, is_alerted boolean)
WHERE h.id = r.id`

/** How far the delivered events are from their first cause. Parameter: ids of events. */
export const hopsSql = 'SELECT id, hop::int AS hop FROM event_logs WHERE id = ANY($1::varchar[])'
