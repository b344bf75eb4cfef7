/** Counting stops here: a health check must not be slow when much is waiting. */
export const MOST_COUNTED = 10_000

/** One row: live workers that deliver, the youngest heartbeat, and events that wait to be routed. */
export const healthSql = `
SELECT w.workers, w.heartbeat_age_ms, o.pending, o.oldest_age_ms
FROM (
  SELECT (count(*) FILTER (WHERE heartbeat_at > now() - interval '15 seconds'))::int AS workers,
    (extract(epoch FROM now() - max(heartbeat_at)) * 1000)::float8 AS heartbeat_age_ms
  FROM event_workers WHERE role IN ('all', 'worker')
) w, (
  SELECT count(*)::int AS pending, (extract(epoch FROM now() - min(created_at)) * 1000)::float8 AS oldest_age_ms
  FROM (SELECT created_at FROM event_logs WHERE status = 'pending' ORDER BY created_at LIMIT ${MOST_COUNTED}) p
) o`
