import type { BootedPayload } from '../bootPayload.ts'
import { until } from '../flow/until.ts'

/** One server-sent event, its data parsed. */
export type StreamEvent = { id: number; event: string; data: Record<string, unknown> }

/** An open stream of an inbox, as `EventSource` reads one. */
export type OpenedStream = {
  status: number
  headers: Headers
  /** The JSON of a refusal. */
  refusal: unknown
  events: StreamEvent[]
  /** Titles of the notifications so far. */
  titles: () => unknown[]
  /** The last number of unread ones that was told. */
  unread: () => unknown
  lastEventId: () => number | undefined
  hasEnded: () => boolean
  /** Lets the connection go, as a browser does. */
  close: () => Promise<void>
}

/** Asks for a stream without a server. `after` goes as `Last-Event-ID`. */
export async function openInboxStream(
  { respond }: Pick<BootedPayload, 'respond'>,
  {
    after,
    query = '',
    token,
  }: { token?: string; after?: number | string | undefined; query?: string },
): Promise<OpenedStream> {
  const request = new Request(`http://localhost:3000/api/notifications/stream${query}`, {
    headers: {
      ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
      ...(after === undefined ? {} : { 'last-event-id': String(after) }),
    },
  })
  const response = await respond(request)
  const events: StreamEvent[] = []
  let hasEnded = false
  const isStream = response.status === 200
  const reader = isStream ? response.body?.getReader() : undefined
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    let text = ''
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const blocks = (text + decoder.decode(part.value, { stream: true })).split('\n\n')
      text = blocks.pop() ?? ''
      events.push(...blocks.flatMap(parsed))
    }
    hasEnded = true
  }
  const refusal = isStream ? undefined : await response.json()
  const reading = read()
  return {
    status: response.status,
    headers: response.headers,
    refusal,
    events,
    titles: () =>
      events.flatMap(({ data, event }) => (event === 'notification' ? [data['title']] : [])),
    unread: () => events.findLast(({ event }) => event === 'unread')?.data['count'],
    lastEventId: () => events.at(-1)?.id,
    hasEnded: () => hasEnded,
    close: async () => {
      await reader?.cancel()
      await reading
      await until(() => hasEnded, 'the end of the stream')
    },
  }
}

function parsed(block: string): StreamEvent[] {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [name = '', ...rest] = line.split(': ')
      return [name, rest.join(': ')] as const
    }),
  )
  const event = fields.get('event')
  if (event === undefined) return []
  return [{ event, id: Number(fields.get('id')), data: JSON.parse(fields.get('data') ?? '{}') }]
}
