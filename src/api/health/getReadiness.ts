import type { Endpoint } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import {
  checkReadiness,
  type Readiness,
  type ReadinessPart,
  readinessParts,
} from './checkReadiness.ts'

const isPart = (part: string): part is ReadinessPart =>
  readinessParts.some((known) => known === part)

const readinessQuery = z.strictObject({
  parts: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().refine(isPart, { error: `is none of ${readinessParts.join(', ')}` })))
    .optional(),
})

/**
 * `GET /api/health/ready`, for load balancers, without signing in: 200 when database, migrations, queue and a worker's
 * heartbeat (younger than a minute) are there, else 503. `?parts=database,migrations` leaves the decision to those. Those
 * who ask for the same while a check is under way share it.
 */
export const getReadiness = (): Endpoint => {
  const running = new Map<string, Promise<Readiness>>()
  return defineEndpoint({
    method: 'get',
    path: '/health/ready',
    access: 'public',
    query: readinessQuery,
    handle: async ({ query, runtime: { databaseUrl, migrations, redisUrl } }) => {
      const parts = readinessParts.filter((part) => query.parts?.includes(part) ?? true)
      const key = parts.join()
      const check =
        running.get(key) ??
        checkReadiness({ databaseUrl, redisUrl, migrations, parts }).finally(() => {
          running.delete(key)
        })
      running.set(key, check)
      const readiness = await check
      return jsonResponse(readiness, readiness.ok ? 200 : 503)
    },
  })
}
