import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** One request as it arrived. */
export type Received = { method: string; path: string; headers: IncomingHttpHeaders; body: string }

/** What the receiver does with each request. `null` never answers; a string is written raw to the socket. */
export type Answer =
  | { status: number; headers?: Record<string, string>; body?: string }
  | string
  | null

export type WebhookReceiver = { url: string; received: Received[]; close: () => Promise<void> }

/** A real HTTP receiver on loopback that remembers what it got and answers as told. */
export async function startWebhookReceiver(
  answer: (received: Received) => Answer,
): Promise<WebhookReceiver> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const seen = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') }
      received.push(seen)
      const reply = answer(seen)
      if (typeof reply === 'string') request.socket.end(reply)
      else if (reply !== null) response.writeHead(reply.status, reply.headers).end(reply.body)
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
