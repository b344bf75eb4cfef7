import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

import { until } from '../flow/until.ts'

/** One request as it came in; `json` is the parsed body, undefined when it is not JSON. */
export type ReceivedRequest = {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
  json: ReceivedEvent | undefined
}

/** What tests look at in an envelope. */
export type ReceivedEvent = {
  id: string
  type: string
  data: unknown
  meta: Record<string, unknown>
}

/** An answer: a status, or more of it. */
export type ScriptedAnswer =
  | number
  | { status: number; headers?: Record<string, string>; body?: string }

/** A real HTTP server on loopback that records what it gets. */
export type FlowReceiver = {
  /** Ends with `/hook`. */
  url: string
  requests: ReceivedRequest[]
  /** From now on answers so; a function decides per request, and may answer later. @default 200 */
  answerWith: (
    answer:
      | ScriptedAnswer
      | ((request: ReceivedRequest) => ScriptedAnswer | Promise<ScriptedAnswer>),
  ) => void
  /** Resolves when this many requests have come in. */
  waitFor: (count: number) => Promise<ReceivedRequest[]>
  close: () => Promise<void>
}

/** Starts a receiver on a free port. */
export async function startReceiver(): Promise<FlowReceiver> {
  const requests: ReceivedRequest[] = []
  const sockets = new Set<Socket>()
  let answer: Parameters<FlowReceiver['answerWith']>[0] = 200

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming)
    requests.push(request)
    const given = typeof answer === 'function' ? await answer(request) : answer
    const {
      body = 'ok',
      headers = {},
      status,
    } = typeof given === 'number' ? { status: given } : given
    response.writeHead(status, headers).end(body)
  }
  const server = createServer((incoming, response) => void serve(incoming, response))
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests,
    answerWith: (next) => {
      answer = next
    },
    waitFor: async (count) => {
      await until(() => requests.length >= count, `${count} requests at the receiver`)
      return requests
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    body,
    json: parsed(body),
  }
}

function parsed(body: string): ReceivedEvent | undefined {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
