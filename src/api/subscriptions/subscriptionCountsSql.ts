/** Parameter: ids of subscriptions. Their deliveries of the last 30 days by state, tests left out. */
export const subscriptionCountsSql = `
SELECT subscription, status::text AS status, count(*)::int AS deliveries, max(created_at) AS last_at,
  max(delivered_at) AS last_delivered_at
FROM event_deliveries
WHERE subscription = ANY($1::varchar[]) AND created_at >= now() - interval '30 days' AND step >= 0
GROUP BY subscription, status`
