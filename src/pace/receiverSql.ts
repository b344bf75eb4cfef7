/** Channel that tells every worker to look at the receivers again; the text is empty, the rows are the message. */
export const RECEIVERS_NOTIFICATION = 'flowmasters_receivers'

/** Parameter: receivers as JSON. Makes missing rows, locks all, in the order of their ids so that no two writers deadlock. */
export const lockReceiversSql = `
INSERT INTO event_breakers (id, subscription, channel_entry, channel, requests, failures, trips, created_at)
SELECT id, subscription, channel_entry, channel, 0, 0, 0, now()
FROM jsonb_to_recordset($1::jsonb) AS r(id varchar, subscription varchar, channel_entry varchar, channel varchar)
ORDER BY id
ON CONFLICT (id) DO UPDATE SET id = excluded.id
RETURNING id, window_started_at, requests, failures, open_until, trips, clock_timestamp() AS now`

/** Parameter: states as JSON. A change also ends the probe that was under way. */
export const saveReceiversSql = `
UPDATE event_breakers v
SET window_started_at = r.window_started_at, requests = r.requests, failures = r.failures, open_until = r.open_until,
  trips = r.trips,
  probed_at = CASE WHEN r.has_changed THEN NULL ELSE v.probed_at END,
  changed_at = CASE WHEN r.has_changed THEN now() ELSE v.changed_at END
FROM jsonb_to_recordset($1::jsonb) AS r(id varchar, window_started_at timestamptz, requests numeric, failures numeric,
  open_until timestamptz, trips numeric, has_changed boolean)
WHERE v.id = r.id`

/** A person says they are well again: they may be probed at once. Parameter: subscription. */
export const openSoonSql = `
UPDATE event_breakers SET open_until = least(open_until, now()), probed_at = NULL
WHERE subscription = $1 AND open_until IS NOT NULL`
