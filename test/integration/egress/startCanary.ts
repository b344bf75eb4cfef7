import { createServer, type Server } from 'node:net'

/** A listener that nobody may ever reach. */
export type Canary = { port: number; connections: () => number; close: () => Promise<void> }

/** Listens on 127.0.0.1 and, where the machine has IPv6, on [::1] at the same port. */
export async function startCanary(): Promise<Canary> {
  let count = 0
  const listen = (host: string, port: number): Promise<Server> =>
    new Promise((resolve, reject) => {
      const server = createServer((socket) => {
        count += 1
        socket.destroy()
      })
      server.once('error', reject)
      server.listen(port, host, () => resolve(server))
    })
  const first = await listen('127.0.0.1', 0)
  const address = first.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const second = await listen('::1', port).catch(() => null)
  const close = (server: Server | null): Promise<void> =>
    new Promise((resolve) => (server === null ? resolve() : server.close(() => resolve())))
  return {
    port,
    connections: () => count,
    close: async () => {
      await Promise.all([close(first), close(second)])
    },
  }
}
