/**
 * Parameters of all three: from, to, and (but for attempts) the size of a step, `day` or `hour`. Steps are UTC's.
 * Test deliveries, which have a negative step, and test events are left out: they say nothing about the business.
 */
export const eventStatsSql = `
SELECT type, bucket, grouping(type, bucket) AS level, count(*)::int AS events,
  (count(*) FILTER (WHERE status = 'unmatched'))::int AS unmatched
FROM (
  SELECT type, status, date_trunc($3, created_at, 'UTC') AS bucket
  FROM event_logs WHERE created_at >= $1 AND created_at < $2 AND source IS DISTINCT FROM 'test'
) e
GROUP BY GROUPING SETS ((), (type), (bucket))`

export const deliveryStatsSql = `
SELECT event_type, channel, subscription, bucket, max(subscription_name) AS subscription_name,
  grouping(event_type, channel, subscription, bucket) AS level,
  count(*)::int AS deliveries,
  (count(*) FILTER (WHERE status = 'delivered'))::int AS delivered,
  (count(*) FILTER (WHERE status = 'dead'))::int AS dead,
  (count(*) FILTER (WHERE status = 'retrying'))::int AS retrying,
  (count(*) FILTER (WHERE status IN ('pending', 'delivering')))::int AS pending,
  (count(*) FILTER (WHERE status = 'poisoned'))::int AS poisoned,
  (count(*) FILTER (WHERE status = 'cancelled'))::int AS cancelled,
  coalesce(sum(attempts_finished), 0)::int AS attempts
FROM (
  SELECT event_type, channel, subscription, subscription_name, status, attempts_finished,
    date_trunc($3, created_at, 'UTC') AS bucket
  FROM event_deliveries WHERE created_at >= $1 AND created_at < $2 AND step >= 0
) d
GROUP BY GROUPING SETS ((), (event_type), (channel), (subscription), (bucket))`

/** How long tries take, in milliseconds; null when there were none. */
export const attemptStatsSql = `
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY duration_ms)::float8 AS p50,
  percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms)::float8 AS p95
FROM event_attempts WHERE created_at >= $1 AND created_at < $2`
