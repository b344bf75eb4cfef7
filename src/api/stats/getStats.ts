import type { Endpoint } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { durationBounds } from '../../rollup/durationBuckets.ts'
import { durationCountsSql } from '../../rollup/readCountsSql.ts'
import { type DurationRow, foldDurations } from './foldDurations.ts'
import { type DeliveryStatsRow, type EventStatsRow, foldStats } from './foldStats.ts'
import { deliveryStatsSql, deliveryStepsSql, eventStatsSql, eventStepsSql } from './statsSql.ts'
import { statsPeriod, statsQuery } from './statsQuery.ts'

/**
 * `GET /api/events/stats`: what happened in a period (the last 30 days by default) in totals and by type, channel,
 * subscription and time. The list by time is `byDay`, or `byHour` with `groupBy=hour`. `latencyMs` is the time from
 * the delivery's row to its arrival, `attemptDurationMs` that of single tries; both within 1.6 %. What retention has swept counts
 * by the hour it happened in.
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
      const period = [from, to]
      const withBounds = [...period, durationBounds]
      const [events, eventSteps, deliveries, deliverySteps, latencies, attempts] =
        await Promise.all([
          sql.query<EventStatsRow>(eventStatsSql, period),
          sql.query<EventStatsRow>(eventStepsSql(groupBy), period),
          sql.query<DeliveryStatsRow>(deliveryStatsSql, period),
          sql.query<DeliveryStatsRow>(deliveryStepsSql(groupBy), period),
          sql.query<DurationRow>(durationCountsSql('deliveries'), withBounds),
          sql.query<DurationRow>(durationCountsSql('attempts'), withBounds),
        ])
      const latency = foldDurations(latencies.rows)
      const { byTime, totals, ...lists } = foldStats(
        [...events.rows, ...eventSteps.rows],
        [...deliveries.rows, ...deliverySteps.rows],
        latency,
      )
      return jsonResponse({
        from: from.toISOString(),
        to: to.toISOString(),
        groupBy,
        totals: { ...totals, attemptDurationMs: foldDurations(attempts.rows).total },
        ...lists,
        [groupBy === 'day' ? 'byDay' : 'byHour']: byTime,
      })
    },
  })
