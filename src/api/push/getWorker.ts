import type { Endpoint } from 'payload'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { workerScript } from './workerScript.ts'

/**
 * `GET /api/push/worker.js`: the service worker. Its own folder is scope enough for notifications and leaves a
 * site's own worker alone; a site that wants one for all may give it the whole site.
 */
export const getWorker = (): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/push/worker.js',
    access: 'public',
    limit: { name: 'push-worker', points: 120, perSeconds: 60 },
    handle: async () =>
      new Response(workerScript, {
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'service-worker-allowed': '/',
          // Browsers ask for a worker anew by themselves; a stale one would go on showing old messages.
          'cache-control': 'no-cache',
        },
      }),
  })
