import type { InboxChange } from './notificationsStore.ts'
import { streamHello, streamKeepAlive, streamText } from './streamText.ts'

/** Who reads a stream. */
export type InboxSubscriber = {
  userId: string
  /** The number of the last change this reader has seen; null: what is there is no news. */
  after: number | null
  /** Ends the stream from outside. */
  signal?: AbortSignal | undefined
  /** Whether the reader may still read; asked from time to time. */
  isSignedIn: () => Promise<boolean>
}

/** One open stream. It holds no connection and at most one portion of events that nobody has taken yet. */
export type InboxStream = Omit<InboxSubscriber, 'after' | 'signal'> & {
  readable: ReadableStream<Uint8Array>
  /** The number up to which this reader has been told. */
  seen: () => number | null
  /** Nothing has been told yet. */
  isFirst: () => boolean
  /** Something may have changed. */
  isStale: boolean
  /** The reader has taken what there was. */
  isHungry: () => boolean
  /** Tells what has changed. */
  tell: (change: InboxChange) => void
  keepAlive: () => void
  close: () => void
}

/** Opens a stream; `onHungry` when its reader wants more, `onEnd` once, whoever ended it. */
export function createInboxStream(
  { after, isSignedIn, signal, userId }: InboxSubscriber,
  { onEnd, onHungry }: { onHungry: () => void; onEnd: () => void },
): InboxStream {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let seen = after
  const end = (): ReadableStreamDefaultController<Uint8Array> | undefined => {
    const open = controller
    controller = undefined
    signal?.removeEventListener('abort', close)
    if (open) onEnd()
    return open
  }
  const close = (): void => end()?.close()
  const write = (text: string): void => controller?.enqueue(encoder.encode(text))
  const readable = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given
      },
      pull: onHungry,
      cancel: () => void end(),
    },
    { highWaterMark: 1 },
  )
  let hello = streamHello
  if (signal?.aborted) close()
  else signal?.addEventListener('abort', close, { once: true })
  return {
    userId,
    isSignedIn,
    readable,
    isStale: true,
    seen: () => seen,
    isFirst: () => hello !== '',
    isHungry: () => (controller?.desiredSize ?? 0) > 0,
    tell: (change) => {
      seen = change.hasMore ? (change.fresh.at(-1)?.seq ?? seen) : change.version
      write(hello + streamText(change))
      hello = ''
    },
    keepAlive: () => write(streamKeepAlive),
    close,
  }
}
