import { serveRequests } from './serveRequests.ts'

/** @throws FLOW_APP_PORT_TAKEN, FLOW_APP_PORT_REFUSED: known before a minute is spent on building. */
export const checkPort = async (port: number): Promise<void> => {
  const server = await serveRequests({ port, trustedProxies: 0, handle: async () => undefined })
  await server.stop()
}
