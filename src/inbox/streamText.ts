import type { InboxChange } from './notificationsStore.ts'

/** How soon a browser comes back after a stream has ended, milliseconds. */
const RETRY_MS = 3_000

/** First words of every stream. */
export const streamHello = `retry: ${RETRY_MS}\n\n`

/** A comment that keeps proxies from closing a silent connection. */
export const streamKeepAlive = ': still here\n\n'

/**
 * What has changed, as server-sent events: `notification` for each new one, then `unread` with how many wait. The id of an event is
 * the number up to which its reader has seen everything; it comes back as `Last-Event-ID`.
 */
export function streamText({ fresh, hasMore, unread, version }: InboxChange): string {
  const news = fresh.map(({ notification, seq }) => eventText('notification', seq, notification))
  return [...news, ...(hasMore ? [] : [eventText('unread', version, { count: unread })])].join('')
}

/** JSON has no line breaks outside its strings, so the data is one line. */
function eventText(event: string, id: number, data: object): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
