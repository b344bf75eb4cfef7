import { once } from 'node:events'
import { createServer } from 'node:http'

/** A web server that takes webhooks and answers as told. */
export type Receiver = {
  url: (path: string) => string
  /** Status that a path answers with from now on; 200 unless told. */
  answer: (path: string, status: number) => void
  /** Bodies a path has received, oldest first; null for a request without one. */
  received: (path: string) => unknown[]
  stop: () => Promise<void>
}

/** Listens on a free port of the loopback. */
export async function startReceiver(): Promise<Receiver> {
  const statuses = new Map<string, number>()
  const bodies: { path: string; body: unknown }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? '/'
      const text = Buffer.concat(chunks).toString('utf8')
      bodies.push({ path, body: text === '' ? null : JSON.parse(text) })
      response.statusCode = statuses.get(path) ?? 200
      response.end('seen')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  const { port } = address
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    answer: (path, status) => statuses.set(path, status),
    received: (path) => bodies.filter((entry) => entry.path === path).map(({ body }) => body),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
