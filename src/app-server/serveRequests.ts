import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { FlowError } from '../kernel/flowError.ts'
import { callerAddress } from './callerAddress.ts'
import { withinTime } from './withinTime.ts'

/** A server that listens. */
export type WebServer = {
  port: number
  /** Takes no new connections, lets requests under way finish for `drainMs`, then closes the rest. */
  stop: () => Promise<void>
}

/** What {@link serveRequests} is made of. */
export type ServeRequestsOptions = {
  port: number
  /** How many proxies stand before this server. */
  trustedProxies: number
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Milliseconds. @default 3000 */
  drainMs?: number
}

/**
 * An HTTP server around a handler. The handler finds the caller's address, and nothing the caller made up, in
 * `x-forwarded-for`. Throws FLOW_APP_PORT_TAKEN or FLOW_APP_PORT_REFUSED.
 */
export const serveRequests = async ({
  drainMs = 3_000,
  handle,
  port,
  trustedProxies,
}: ServeRequestsOptions): Promise<WebServer> => {
  const server = createServer((request, response) => {
    request.headers['x-forwarded-for'] = callerAddress(request, trustedProxies)
    handle(request, response).catch(() => {
      if (!response.headersSent) response.statusCode = 500
      response.end()
    })
  })
  const openPort = await listen(server, port)
  return { port: openPort, stop: () => drain(server, drainMs) }
}

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw listenFailed(port, cause as NodeJS.ErrnoException)
  }
  return (server.address() as AddressInfo).port
}

const drain = async (server: Server, drainMs: number): Promise<void> => {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  if (!(await withinTime(closed, drainMs))) server.closeAllConnections()
}

const listenFailed = (port: number, cause: NodeJS.ErrnoException): FlowError =>
  cause.code === 'EADDRINUSE'
    ? new FlowError({
        code: 'FLOW_APP_PORT_TAKEN',
        message: `Port ${port} is in use by another program.`,
        hint: `Stop it, or choose another port: PORT=${port + 1} npm start.`,
        details: { port },
        cause,
      })
    : new FlowError({
        code: 'FLOW_APP_PORT_REFUSED',
        message: `The web server cannot listen on port ${port}: ${cause.message}.`,
        hint: 'Ports below 1024 need special rights; choose another one with PORT.',
        details: { port },
        cause,
      })
