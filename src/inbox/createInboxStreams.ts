import type { Listener } from '../database/createListener.ts'
import type { Logger } from '../kernel/logger.ts'
import { inboxRefusal } from './inboxRefusal.ts'
import { INBOX_NOTIFICATION } from './inboxNotification.ts'
import { createInboxStream, type InboxStream, type InboxSubscriber } from './inboxStream.ts'
import type { InboxChange, Notifications } from './notificationsStore.ts'

/** All streams of this process. */
export type InboxStreams = {
  /** Throws FLOW_INBOX_TOO_MANY_STREAMS, FLOW_INBOX_STREAMS_FULL and FLOW_INBOX_STOPPING. */
  open: (subscriber: InboxSubscriber) => ReadableStream<Uint8Array>
  /** How many are open. */
  count: () => number
  /** Ends every stream and lets nobody in. May be called again. */
  stop: () => Promise<void>
}

/** How streams are run. */
export type InboxStreamSettings = {
  /** @default 10 */
  mostPerUser: number
  /** @default 1000 */
  mostInAll: number
  /** How often inboxes are looked at when nobody says that they have changed, milliseconds. @default 10000 */
  pollMs: number
  /** @default 20000 */
  keepAliveMs: number
  /** How often it is asked whether readers are still signed in, milliseconds. @default 30000 */
  checkMs: number
}

const defaults: InboxStreamSettings = {
  mostPerUser: 10,
  mostInAll: 1_000,
  pollMs: 10_000,
  keepAliveMs: 20_000,
  checkMs: 30_000,
}

/** Streams per query, and notifications per stream and query: a portion is at most some 250 KB. */
const BATCH = 200
const PORTION = 50

/** What streams are made of. */
export type InboxStreamsOptions = {
  notifications: Pick<Notifications, 'changes'>
  /** Opens the one connection that listens; called again after a time without streams. */
  openListener: () => Listener
  logger: () => Logger
  settings?: Partial<InboxStreamSettings>
}

/**
 * Tells open streams what has changed. However many they are, they share one listening connection and one query at a time: what
 * Postgres announces marks streams as stale, and stale ones whose readers have taken everything are looked up together.
 */
export function createInboxStreams(options: InboxStreamsOptions): InboxStreams {
  const settings = { ...defaults, ...options.settings }
  const streams = new Set<InboxStream>()
  const feed = createFeed(options, streams)
  const checks = createChecks(options, streams)
  let watch: { stop: () => Promise<void> } | undefined
  let isStopped = false

  const hear = (text: string): void => {
    if (text.startsWith('out:')) return void checks.run(text.slice('out:'.length))
    const ids = text === '*' ? undefined : new Set(text.split(','))
    feed.wake((stream) => ids?.has(stream.userId) ?? true)
  }
  const rest = async (): Promise<void> => {
    const ending = watch
    watch = undefined
    await ending?.stop()
  }
  return {
    open: (subscriber) => {
      if (isStopped) throw inboxRefusal.stopping()
      assertRoom(streams, subscriber.userId, settings)
      const stream = createInboxStream(subscriber, {
        onHungry: feed.run,
        onEnd: () => {
          streams.delete(stream)
          if (streams.size === 0) void rest()
        },
      })
      if (subscriber.signal?.aborted) return stream.readable
      streams.add(stream)
      watch ??= startWatch({ options, settings, hear, feed, checks, streams })
      feed.run()
      return stream.readable
    },
    count: () => streams.size,
    stop: async () => {
      isStopped = true
      for (const stream of [...streams]) stream.close()
      await rest()
    },
  }
}

function assertRoom(
  streams: ReadonlySet<InboxStream>,
  userId: string,
  { mostInAll, mostPerUser }: InboxStreamSettings,
): void {
  if (streams.size >= mostInAll) throw inboxRefusal.full()
  const own = [...streams].filter((stream) => stream.userId === userId)
  if (own.length >= mostPerUser) throw inboxRefusal.tooMany(mostPerUser)
}

type Feed = { run: () => void; wake: (isMeant?: (stream: InboxStream) => boolean) => void }

/** Looks up stale streams, one query at a time. */
function createFeed(
  { logger, notifications }: InboxStreamsOptions,
  streams: ReadonlySet<InboxStream>,
): Feed {
  let isRunning = false
  const next = (): InboxStream[] =>
    [...streams].filter((stream) => stream.isStale && stream.isHungry()).slice(0, BATCH)
  const tell = async (batch: readonly InboxStream[]): Promise<void> => {
    for (const stream of batch) stream.isStale = false
    const readers = batch.map(({ isFirst, seen, userId }) => ({
      ...{ userId, seen: seen(), isFirst: isFirst() },
    }))
    try {
      const changes = await notifications.changes(readers, PORTION)
      for (const [place, stream] of batch.entries()) tellOne(stream, changes[place])
    } catch (error) {
      // The next look finds what this one missed.
      for (const stream of batch) stream.isStale = true
      throw error
    }
  }
  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    try {
      for (let batch = next(); batch.length > 0; batch = next()) await tell(batch)
    } catch (err) {
      logger().warn({ msg: 'flowmasters: notifications could not be read for streams', err })
    } finally {
      isRunning = false
    }
  }
  return {
    run: () => void run(),
    wake: (isMeant = () => true) => {
      for (const stream of streams) stream.isStale ||= isMeant(stream)
      void run()
    },
  }
}

function tellOne(stream: InboxStream, change: InboxChange | undefined): void {
  if (!change) return
  stream.isStale ||= change.hasMore
  stream.tell(change)
}

type Checks = { run: (userId?: string) => Promise<void> }

/** Ends streams of people who are not signed in any more, one question at a time. */
function createChecks({ logger }: InboxStreamsOptions, streams: ReadonlySet<InboxStream>): Checks {
  let queue = Promise.resolve()
  const check = async (stream: InboxStream): Promise<void> => {
    try {
      if (streams.has(stream) && !(await stream.isSignedIn())) stream.close()
    } catch (err) {
      logger().warn({ msg: 'flowmasters: a stream could not be checked, it stays open', err })
    }
  }
  return {
    run: (userId) => {
      const meant = [...streams].filter(
        (stream) => userId === undefined || stream.userId === userId,
      )
      for (const stream of meant) queue = queue.then(() => check(stream))
      return queue
    },
  }
}

/** Everything that runs while there are streams. */
function startWatch({
  checks,
  feed,
  hear,
  options,
  settings,
  streams,
}: {
  checks: Checks
  feed: Feed
  hear: (text: string) => void
  options: InboxStreamsOptions
  settings: InboxStreamSettings
  streams: ReadonlySet<InboxStream>
}): { stop: () => Promise<void> } {
  const listener = options.openListener()
  listener.listen(INBOX_NOTIFICATION, hear)
  listener.onReconnect(() => feed.wake())
  // What was put between a stream's first look and now was announced to nobody.
  void listener.ready().then(() => feed.wake())
  let isChecking = false
  const every = (ms: number, work: () => void) => setInterval(work, ms).unref()
  const timers = [
    every(settings.pollMs, () => feed.wake()),
    every(settings.keepAliveMs, () => {
      for (const stream of streams) if (stream.isHungry()) stream.keepAlive()
    }),
    every(settings.checkMs, () => {
      if (isChecking) return
      isChecking = true
      void checks.run().finally(() => {
        isChecking = false
      })
    }),
  ]
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      await listener.stop()
    },
  }
}
