/** Counting stops here: looking must not become work when much is waiting. */
const MOST_COUNTED = 100_000

const age = (time: string): string => `extract(epoch FROM now() - ${time})::float8`

/** One row. Everything is found through the small partial indexes of what waits or failed. Parameters: past due ms, lately ms. */
export const engineNumbersSql = `
WITH due AS MATERIALIZED (
  SELECT channel, next_attempt_at FROM event_deliveries
  WHERE status IN ('pending', 'retrying') AND gate IS DISTINCT FROM 'held' AND next_attempt_at <= now()
  ORDER BY next_attempt_at LIMIT ${MOST_COUNTED}
)
SELECT o.*, q.*, h.*, f.*, x.*, g.*, r.*, w.*
FROM (
  SELECT count(*)::int AS outbox_pending, ${age('min(created_at)')} AS outbox_oldest
  FROM (SELECT created_at FROM event_logs WHERE status = 'pending' ORDER BY created_at LIMIT ${MOST_COUNTED}) p
) o, (
  SELECT (SELECT jsonb_object_agg(channel, n) FROM (SELECT channel, count(*) AS n FROM due GROUP BY channel) c) AS due,
    count(*) FILTER (WHERE next_attempt_at < now() - $1::float8 * interval '1 millisecond')::int AS past_due,
    ${age('min(next_attempt_at)')} AS oldest_due
  FROM due
) q, (
  SELECT count(*)::int AS held
  FROM (SELECT 1 FROM event_deliveries WHERE gate = 'held' LIMIT ${MOST_COUNTED}) l
) h, (
  SELECT count(*)::int AS dead_letters
  FROM (SELECT 1 FROM event_deliveries WHERE status IN ('dead', 'poisoned') LIMIT ${MOST_COUNTED}) d
) f, (
  SELECT count(*)::int AS dead_letters_lately
  FROM (SELECT 1 FROM event_logs WHERE type = 'delivery.exhausted'
    AND created_at > now() - $2::float8 * interval '1 millisecond' LIMIT ${MOST_COUNTED}) l
) x, (
  SELECT count(*)::int AS open_gaps
  FROM (SELECT 1 FROM event_gaps WHERE status = 'open' LIMIT ${MOST_COUNTED}) g
) g, (
  SELECT count(*)::int AS receivers_failing FROM event_receivers WHERE failures > 0
) r, (
  SELECT (count(*) FILTER (WHERE heartbeat_at > now() - interval '15 seconds'))::int AS workers_alive,
    ${age('max(heartbeat_at)')} AS heartbeat_age
  FROM event_workers WHERE role IN ('all', 'worker')
) w`
