import { countedSql, type Grain } from '../../rollup/readCountsSql.ts'

const eventSums = 'sum(total)::int AS events, sum(unmatched)::int AS unmatched'

const deliverySums = `sum(total)::int AS deliveries, sum(delivered)::int AS delivered, sum(dead)::int AS dead,
  sum(retrying)::int AS retrying, sum(pending)::int AS pending, sum(poisoned)::int AS poisoned,
  sum(cancelled)::int AS cancelled, sum(attempts)::int AS attempts`

/** Parameters: from, to. By type, and all of it. */
export const eventStatsSql = `
WITH ${countedSql('events', 'day')}
SELECT type, NULL::timestamptz AS bucket, grouping(type) * 2 + 1 AS level, ${eventSums}
FROM counted GROUP BY GROUPING SETS ((), (type))
HAVING sum(total) IS NOT NULL`

/** Parameters: from, to. By type, by channel, by subscription, and all of it: of one row for each of them, which are few. */
export const deliveryStatsSql = `
WITH ${countedSql('deliveries', 'day')},
keyed AS (
  SELECT type, channel, subscription, max(subscription_name) AS subscription_name, sum(total) AS total,
    sum(delivered) AS delivered, sum(dead) AS dead, sum(retrying) AS retrying, sum(pending) AS pending,
    sum(poisoned) AS poisoned, sum(cancelled) AS cancelled, sum(attempts) AS attempts
  FROM counted GROUP BY type, channel, subscription
)
SELECT type AS event_type, channel, subscription, NULL::timestamptz AS bucket, max(subscription_name) AS subscription_name,
  grouping(type, channel, subscription) * 2 + 1 AS level, ${deliverySums}
FROM keyed GROUP BY GROUPING SETS ((), (type), (channel), (subscription))
HAVING sum(total) IS NOT NULL`

const grainOf = (step: 'day' | 'hour'): Grain => (step === 'day' ? 'day' : 'hour-sum')

/** Parameters: from, to. By steps of UTC. */
export const eventStepsSql = (step: 'day' | 'hour'): string => `
WITH ${countedSql('events', grainOf(step))}
SELECT NULL AS type, date_trunc('${step}', at, 'UTC') AS bucket, 2 AS level, ${eventSums}
FROM counted GROUP BY 2`

/** Parameters: from, to. By steps of UTC. */
export const deliveryStepsSql = (step: 'day' | 'hour'): string => `
WITH ${countedSql('deliveries', grainOf(step))}
SELECT NULL AS event_type, NULL AS channel, NULL AS subscription, date_trunc('${step}', at, 'UTC') AS bucket,
  NULL AS subscription_name, 14 AS level, ${deliverySums}
FROM counted GROUP BY 4`
