/** What the dashboard counts, in one row; what waits is found through the partial indexes of what waits. */
export const integrationsSql = `
SELECT l.events, d.delivered, d.failed, w.waiting + p.waiting AS waiting, h.workers, h."lastSeenAt"
FROM (SELECT count(*)::int AS events FROM event_logs WHERE created_at > now() - interval '24 hours') l,
  (SELECT (count(*) FILTER (WHERE status = 'delivered'))::int AS delivered,
     (count(*) FILTER (WHERE status IN ('dead', 'poisoned')))::int AS failed
   FROM event_deliveries WHERE created_at > now() - interval '24 hours') d,
  (SELECT (SELECT count(*) FROM event_deliveries
       WHERE status IN ('pending', 'retrying') AND gate IS DISTINCT FROM 'held')::int
     + (SELECT count(*) FROM event_deliveries WHERE gate = 'held')::int
     + (SELECT count(*) FROM event_deliveries WHERE status = 'delivering')::int AS waiting) w,
  (SELECT count(*)::int AS waiting FROM event_logs WHERE status = 'pending') p,
  (SELECT (count(*) FILTER (WHERE heartbeat_at > now() - interval '15 seconds'))::int AS workers,
     max(heartbeat_at) AS "lastSeenAt"
   FROM event_workers WHERE role IN ('all', 'worker')) h`
