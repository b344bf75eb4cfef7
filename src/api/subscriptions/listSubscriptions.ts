import type { Endpoint } from 'payload'
import * as z from 'zod'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { readLaneStates } from '../../delivery-log/readLaneStates.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { queryField } from '../../http/queryField.ts'
import { subscriptionCountsSql } from './subscriptionCountsSql.ts'

const listQuery = z.strictObject({
  page: queryField.page,
  limit: queryField.limit,
  locale: queryField.locale,
})

type Count = {
  subscription: string
  status: string
  deliveries: number
  last_at: Date | null
  last_delivered_at: Date | null
}
type Subscription = {
  id: number | string
  name?: unknown
  enabled?: unknown
  isPaused?: unknown
  events?: unknown
  filters?: unknown
  channels?: unknown
}

/** `GET /api/events/subscriptions`: who wants what and how it has gone lately. Secrets are masked. */
export const listSubscriptions = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/subscriptions',
    access: read,
    query: listQuery,
    handle: async ({ payload, query, req }) => {
      const found = await payload.find({
        collection: 'event-subscriptions',
        // Through Payload: its hooks mask the secrets.
        overrideAccess: false,
        user: req.user,
        depth: 0,
        sort: 'name',
        page: query.page ?? 1,
        limit: query.limit ?? 100,
      })
      const docs: Subscription[] = found.docs
      const sql = await sqlOfRequest(payload)
      const counts = await sql.query<Count>(subscriptionCountsSql, [
        docs.map(({ id }) => String(id)),
      ])
      const lanes = await readLaneStates(sql)
      const { hasNextPage, limit, page, totalDocs, totalPages } = found
      return jsonResponse({
        docs: docs.map((doc) => ({
          id: doc.id,
          name: doc.name,
          enabled: doc.enabled !== false,
          isPaused: doc.isPaused === true,
          ...(lanes.get(String(doc.id)) ?? { waiting: 0, circuits: [] }),
          events: doc.events ?? [],
          filters: doc.filters ?? [],
          channels: doc.channels ?? [],
          ...recent(counts.rows.filter(({ subscription }) => subscription === String(doc.id))),
        })),
        ...{ totalDocs, limit, page, totalPages, hasNextPage },
      })
    },
  })

function recent(counts: readonly Count[]): Record<string, unknown> {
  return {
    deliveries: Object.fromEntries(counts.map(({ deliveries, status }) => [status, deliveries])),
    lastDeliveryAt: latest(counts.map((count) => count.last_at)),
    lastDeliveredAt: latest(counts.map((count) => count.last_delivered_at)),
  }
}

function latest(times: readonly (Date | null)[]): string | null {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []))
  return known.length === 0 ? null : new Date(Math.max(...known)).toISOString()
}
