import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that reached the receiver. */
export type Arrival = {
  path: string
  /** `webhook-id`: the delivery's id. */
  deliveryId: string
  eventId: string
  type: string
  documentId: string
  at: number
}

/** What the receiver does with a request. `hold` answers when `release` is called. */
export type Reply = { status: number; delayMs?: number } | 'hold'

/** A receiver that remembers everything. */
export type Sink = {
  url: (path: string) => string
  arrivals: Arrival[]
  /** Decides what is answered; back to 200 by `clear`. */
  answer: (policy: (arrival: Arrival) => Reply) => void
  /** Resolves with the next arrival. */
  next: () => Promise<Arrival>
  held: () => number
  release: () => void
  clear: () => void
  stop: () => Promise<void>
}

const ok = (): Reply => ({ status: 200 })

/** Starts it on a free port of 127.0.0.1. */
export async function startSink(): Promise<Sink> {
  const arrivals: Arrival[] = []
  const holding = new Set<ServerResponse>()
  let waiting: ((arrival: Arrival) => void)[] = []
  let policy: (arrival: Arrival) => Reply = ok
  const release = (): void => {
    for (const response of holding) response.writeHead(200).end()
    holding.clear()
  }

  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      text += chunk
    })
    request.on('end', () => {
      const body = JSON.parse(text)
      const arrival: Arrival = {
        path: request.url ?? '',
        deliveryId: String(request.headers['webhook-id']),
        eventId: body.id,
        type: body.type,
        documentId: String(body.meta.documentId),
        at: Date.now(),
      }
      arrivals.push(arrival)
      const reply = policy(arrival)
      if (reply === 'hold') {
        holding.add(response)
        response.once('close', () => holding.delete(response))
      } else {
        setTimeout(() => response.writeHead(reply.status).end(), reply.delayMs ?? 0)
      }
      for (const resolve of waiting.splice(0)) resolve(arrival)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    arrivals,
    answer: (next) => {
      policy = next
    },
    next: () => new Promise((resolve) => void waiting.push(resolve)),
    held: () => holding.size,
    release,
    clear: () => {
      policy = ok
      waiting = []
      release()
      arrivals.splice(0)
    },
    stop: async () => {
      release()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
