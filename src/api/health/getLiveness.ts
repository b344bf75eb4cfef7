import type { Endpoint } from 'payload'

import { userAgent } from '../../egress/userAgent.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'

/**
 * `GET /api/health/live`, without signing in: this process answers. It looks at nothing else, because a process is not made
 * well by restarting it while its database is away.
 */
export const getLiveness = (): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/health/live',
    access: 'public',
    handle: async () => jsonResponse({ ok: true, version: userAgent.split('/')[1] ?? '' }),
  })
