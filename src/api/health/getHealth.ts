import type { Endpoint } from 'payload'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { checkHealth, type Health } from './checkHealth.ts'

/**
 * `GET /api/health`, for load balancers and people, without signing in: 200 when everything works, 503 when a part
 * does not. Those who ask while a check is under way share it, so that asking costs one connection at a time.
 */
export const getHealth = (): Endpoint => {
  let running: Promise<Health> | undefined
  return defineEndpoint({
    method: 'get',
    path: '/health',
    access: 'public',
    handle: async ({ runtime: { databaseUrl, redisUrl } }) => {
      running ??= checkHealth({ databaseUrl, redisUrl }).finally(() => {
        running = undefined
      })
      const health = await running
      return jsonResponse(health, health.ok ? 200 : 503)
    },
  })
}
