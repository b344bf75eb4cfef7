import type { Access, Endpoint, PayloadRequest } from 'payload'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { assertAccess, type EndpointAccess } from '../../http/endpointAccess.ts'
import { equalInTime } from '../../kernel/equalInTime.ts'
import { FlowError } from '../../kernel/flowError.ts'

/**
 * `GET /api/metrics`: numbers in the text format of Prometheus, for whoever sends the token of FLOWMASTERS_METRICS_TOKEN as
 * `Authorization: Bearer …`, and for staff. Without a token configured it is not there for anybody else (404).
 */
export const getMetrics = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/metrics',
    access: 'public',
    handle: async ({ req, runtime: { metrics, metricsToken } }) => {
      await assertScraper(req, { read, token: metricsToken })
      return new Response(await metrics.text(), {
        headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' },
      })
    },
  })

async function assertScraper(
  req: PayloadRequest,
  { read, token }: { read: Access; token: string | undefined },
): Promise<void> {
  const [, given = ''] = /^Bearer (.+)$/i.exec(req.headers.get('authorization') ?? '') ?? []
  if (token !== undefined && equalInTime(given, token)) return
  if (token !== undefined || req.user) return assertAccess(read, req)
  throw new FlowError({
    code: 'FLOW_METRICS_OFF',
    message: 'metrics are for staff until a token is configured',
    hint: 'Set FLOWMASTERS_METRICS_TOKEN and send it as "Authorization: Bearer <token>".',
    status: 404,
  })
}
