import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** One request as it arrived; `json` is undefined when the body is no JSON. */
export type LoopbackRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
  /** The body as it came, for what is no text. */
  bytes: Buffer
  json: unknown
}

/** What is answered: a whole answer, raw text for the socket, or null for nothing at all. */
export type LoopbackReply =
  | { status: number; headers?: Record<string, string>; body: string }
  | string
  | null

/** A real HTTP server on this machine. */
export type Loopback = {
  /** Origin, such as `http://127.0.0.1:54321`. */
  url: string
  requests: LoopbackRequest[]
  close: () => Promise<void>
}

/** Starts a server on a free port that remembers its requests. */
export async function startLoopback(
  reply: (request: LoopbackRequest) => LoopbackReply,
): Promise<Loopback> {
  const requests: LoopbackRequest[] = []
  const sockets = new Set<Socket>()
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://loopback')
      const bytes = Buffer.concat(chunks)
      const body = bytes.toString('utf8')
      const { headers, method = '' } = incoming
      const { pathname: path, searchParams: query } = url
      const request = { method, path, query, headers, body, bytes, json: parsed(body) }
      requests.push(request)
      const answer = reply(request)
      if (typeof answer === 'string') incoming.socket.end(answer)
      else if (answer !== null) response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
