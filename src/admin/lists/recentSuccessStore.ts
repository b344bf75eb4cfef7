import type { Payload } from 'payload'
import { cache } from 'react'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'

/** Finished deliveries of one subscription in the last 7 days. */
export type RecentSuccess = { delivered: number; failed: number }

// Negative steps are test deliveries.
const recentSql = `
SELECT subscription,
  (count(*) FILTER (WHERE status = 'delivered'))::int AS delivered,
  (count(*) FILTER (WHERE status IN ('dead', 'poisoned')))::int AS failed
FROM event_deliveries
WHERE created_at > now() - interval '7 days' AND step >= 0
GROUP BY subscription`

type Row = RecentSuccess & { subscription: string }

/** Numbers of all subscriptions; one query for a whole list, because React keeps the answer for the page it renders. */
export const recentSuccess = cache(
  async (payload: Payload): Promise<Map<string, RecentSuccess>> => {
    const sql = await sqlOfRequest(payload)
    const { rows } = await sql.query<Row>(recentSql)
    return new Map(rows.map(({ subscription, ...counts }) => [subscription, counts]))
  },
)
