import type { Endpoint } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../http/defineEndpoint.ts'
import type { EndpointAccess } from '../http/endpointAccess.ts'
import { jsonResponse } from '../http/jsonResponse.ts'
import { type DeliveryStatsRow, type EventStatsRow, foldStats } from './foldStats.ts'
import { attemptStatsSql, deliveryStatsSql, eventStatsSql } from './statsSql.ts'
import { statsPeriod, statsQuery } from './statsQuery.ts'

type Durations = { p50: number | null; p95: number | null }

/**
 * `GET /api/events/stats`: what happened in a period (the last 30 days by default) in totals and by type, channel,
 * subscription and time. The list by time is `byDay`, or `byHour` with `groupBy=hour`.
 */
export const getStats = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/stats',
    access: read,
    query: statsQuery,
    handle: async ({ payload, query, runtime }) => {
      const { from, groupBy, to } = statsPeriod(query, runtime.clock.now())
      const sql = await sqlOfRequest(payload)
      const [events, deliveries, attempts] = await Promise.all([
        sql.query<EventStatsRow>(eventStatsSql, [from, to, groupBy]),
        sql.query<DeliveryStatsRow>(deliveryStatsSql, [from, to, groupBy]),
        sql.query<Durations>(attemptStatsSql, [from, to]),
      ])
      const { byTime, totals, ...lists } = foldStats(events.rows, deliveries.rows)
      const [durations] = attempts.rows
      return jsonResponse({
        from: from.toISOString(),
        to: to.toISOString(),
        groupBy,
        totals: {
          ...totals,
          attemptDurationMs: { p50: durations?.p50 ?? null, p95: durations?.p95 ?? null },
        },
        ...lists,
        [groupBy === 'day' ? 'byDay' : 'byHour']: byTime,
      })
    },
  })
