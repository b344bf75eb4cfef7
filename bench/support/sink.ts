import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

/** What has arrived, counted in the sink's own process. */
export type SinkCounts = { requests: number; unique: number }

/** A receiver in a process of its own. */
export type Sink = {
  url: string
  /** Takes a request and never answers. */
  hangUrl: string
  /** Answers 503 at once. */
  deadUrl: string
  counts: () => Promise<SinkCounts>
  /** Arrival times (epoch ms) by the event's document id, for latency. */
  arrivals: () => Promise<Record<string, number>>
  reset: () => Promise<void>
  stop: () => void
}

/** Starts the receiver; it answers 200 and remembers every id, but for what is sent to its bad addresses. */
export async function startSink(): Promise<Sink> {
  const child = fork(fileURLToPath(import.meta.url), ['sink'])
  const port = await answer<number>(child, 'port')
  const url = `http://127.0.0.1:${port}`
  return {
    url: `${url}/hook`,
    hangUrl: `${url}/hang`,
    deadUrl: `${url}/dead`,
    counts: () => answer<SinkCounts>(child, 'counts'),
    arrivals: () => answer<Record<string, number>>(child, 'arrivals'),
    reset: () => answer<void>(child, 'reset'),
    stop: () => child.kill(),
  }
}

function answer<Value>(child: ChildProcess, question: string): Promise<Value> {
  return new Promise((resolve) => {
    const onMessage = (message: { question: string; value: Value }): void => {
      if (message.question !== question) return
      child.off('message', onMessage)
      resolve(message.value)
    }
    child.on('message', onMessage)
    child.send(question)
  })
}

function serve(): void {
  let requests = 0
  let ids = new Set<string>()
  let arrivals: Record<string, number> = {}
  const server = createServer((request, response) => {
    if (request.url === '/hang') return
    if (request.url === '/dead') {
      request.resume()
      response.writeHead(503).end()
      return
    }
    const at = performance.timeOrigin + performance.now()
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      requests += 1
      ids.add(String(request.headers['webhook-id'] ?? requests))
      const documentId = /"documentId":"([^"]+)"/.exec(Buffer.concat(chunks).toString())?.[1]
      if (documentId) arrivals[documentId] ??= at
      response.end('ok')
    })
  })
  server.listen(0, '127.0.0.1', () => {
    process.on('message', (question) => {
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      const values: Record<string, unknown> = {
        port,
        counts: { requests, unique: ids.size },
        arrivals,
      }
      if (question === 'reset') {
        requests = 0
        ids = new Set()
        arrivals = {}
      }
      process.send?.({ question, value: values[String(question)] })
    })
  })
  process.on('disconnect', () => process.exit(0))
}

if (process.argv[2] === 'sink') serve()
