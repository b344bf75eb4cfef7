import { serveRequests, type WebServer } from './serveRequests.ts'
import { withinTime } from './withinTime.ts'

const closeMs = 3_000

/** Serves the built pages and the API from this process. */
export const serveWeb = async ({
  projectDir,
  port,
  trustedProxies,
}: {
  projectDir: string
  port: number
  /** How many proxies stand before this server. */
  trustedProxies: number
}): Promise<WebServer> => {
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: projectDir, port, hostname: 'localhost' })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = await serveRequests({ port, trustedProxies, handle })
  return {
    port: server.port,
    stop: async () => {
      await server.stop()
      await withinTime(app.close(), closeMs)
    },
  }
}
