import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FlowError } from '../kernel/flowError.ts'
import { withinTime } from './withinTime.ts'

export type WebServer = {
  port: number
  /** Takes no new connections, lets requests under way finish for 3 s, then closes the rest. */
  stop: () => Promise<void>
}

const drainMs = 3_000

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

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw listenFailed(port, cause as NodeJS.ErrnoException)
  }
  return (server.address() as AddressInfo).port
}

/** @throws FLOW_APP_PORT_TAKEN, FLOW_APP_PORT_REFUSED: known before a minute is spent on building. */
export const checkPort = async (port: number): Promise<void> => {
  const server = createServer()
  await listen(server, port)
  server.close()
  await once(server, 'close')
}

const drain = async (server: Server): Promise<void> => {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  if (!(await withinTime(closed, drainMs))) server.closeAllConnections()
}

/** Serves the built pages and the API from this process. */
export const serveWeb = async ({
  projectDir,
  port,
}: {
  projectDir: string
  port: number
}): Promise<WebServer> => {
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: projectDir, port, hostname: 'localhost' })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) response.statusCode = 500
      response.end()
    })
  })
  const openPort = await listen(server, port)
  return {
    port: openPort,
    stop: async () => {
      await drain(server)
      await withinTime(app.close(), drainMs)
    },
  }
}
