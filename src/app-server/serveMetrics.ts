import type { IncomingMessage, ServerResponse } from 'node:http'

import { equalInTime } from '../kernel/equalInTime.ts'
import type { Metrics } from '../monitoring/createMetrics.ts'
import { serveRequests, type WebServer } from './serveRequests.ts'

/** What a worker without a web server shows of itself. */
export type ServeMetricsOptions = {
  port: number
  /** Who sends it as a bearer token may read; without it nobody may. */
  token: string | undefined
  metrics: Pick<Metrics, 'contentType' | 'text'>
}

/** `GET /metrics` for Prometheus and `GET /live` for orchestrators, in a process that serves nothing else. */
export const serveMetrics = ({ metrics, port, token }: ServeMetricsOptions): Promise<WebServer> => {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { authorization, host } = { ...request.headers }
    const { pathname } = new URL(request.url ?? '/', `http://${host ?? 'localhost'}`)
    if (pathname === '/live') {
      response.end('ok')
    } else if (pathname !== '/metrics' || token === undefined) {
      response.writeHead(404).end()
    } else if (equalInTime(authorization ?? '', `Bearer ${token}`)) {
      const text = await metrics.text()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    } else response.writeHead(401, { 'www-authenticate': 'Bearer' }).end()
  }
  return serveRequests({ port, trustedProxies: 0, handle })
}
