import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

import type { Behaviour, ReceivedRequest, Receiver } from './receiver.ts'

type ReceiverOptions = {
  name: string
  behaviour: Behaviour
  /** The port stays closed this long. @default 0 */
  opensAfterMs?: number
}

/** A real HTTP server that keeps every request and answers as told. */
export async function startReceiver({
  name,
  behaviour,
  opensAfterMs = 0,
}: ReceiverOptions): Promise<Receiver> {
  const requests: ReceivedRequest[] = []
  let answerOf = behaviour
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { status, delayMs = 0 } = answerOf(requests.length + 1)
    requests.push({
      at: Date.now(),
      headers: Object.fromEntries(
        Object.entries(incoming.headers).map(([header, value]) => [header, String(value)]),
      ),
      body: Buffer.concat(chunks).toString('utf8'),
      status,
    })
    await answer(outgoing, status, delayMs)
  })
  const port = await listen(server, 0)
  let opening: NodeJS.Timeout | undefined
  if (opensAfterMs > 0) {
    // The port is known to be free now; it is opened again later.
    await close(server)
    opening = setTimeout(() => void listen(server, port), opensAfterMs)
  }
  return {
    name,
    url: `http://127.0.0.1:${port}/hook`,
    requests,
    behave: (next) => {
      answerOf = next
    },
    stop: async () => {
      clearTimeout(opening)
      if (server.listening) await close(server)
    },
  }
}

async function answer(outgoing: ServerResponse, status: number, delayMs: number): Promise<void> {
  if (delayMs > 0) await delay(delayMs)
  outgoing
    .writeHead(status, { 'content-type': 'text/plain' })
    .end(status < 300 ? 'thank you' : 'no')
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function close(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}
