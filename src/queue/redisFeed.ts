import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'

import type { Logger } from '../kernel/logger.ts'
import type { DeliveryFeed, FeedItem } from './deliveryFeed.ts'
import { queueName } from './queueName.ts'

/** What a job carries: nothing but the id of a row. */
type DeliveryJob = { deliveryId: string }

/** How the feed is set up. */
export type RedisFeedOptions = {
  url: string
  /** One queue per channel, so that a slow channel does not stand in front of the others. */
  channels: readonly string[]
  /** Jobs a process works on at once, per channel. @default 64 */
  concurrency?: number
  /** @default 'flowmasters' */
  prefix?: string
  /** @default 5000 */
  graceMs?: number
  /** Process ids only (the web role announces, the worker role also consumes). */
  logger: Logger
}

/**
 * BullMQ on Redis: carries delivery ids to any number of hosts. Redis may lose everything at any time; what was announced
 * and never came is found in the table after `graceMs`, and at once while Redis is away.
 */
export function createRedisFeed(options: RedisFeedOptions): DeliveryFeed {
  const {
    channels,
    concurrency = 64,
    graceMs = 5_000,
    logger,
    prefix = 'flowmasters',
    url,
  } = options
  // Announcing must fail fast when Redis is away; consuming must wait for it.
  const announcer = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false })
  const consumers: Redis[] = []
  const workers: Worker<DeliveryJob>[] = []
  let isAway = false

  const note = (err: Error): void => {
    if (!isAway) logger.warn({ msg: 'flowmasters: Redis is away, the table feed takes over', err })
    isAway = true
  }
  announcer.on('error', note)
  announcer.on('ready', () => {
    isAway = false
  })
  const queues = new Map(
    channels.map((channel) => {
      const queue = new Queue<DeliveryJob>(queueName(channel), { connection: announcer, prefix })
      queue.on('error', note)
      return [channel, queue]
    }),
  )

  return {
    name: 'redis',
    handsOver: false,
    // What it cannot carry need not be left to it first.
    get graceMs() {
      return announcer.status === 'ready' ? graceMs : 0
    },
    isHealthy: () => announcer.status === 'ready',
    announce: async (items) => {
      // BullMQ would wait for Redis to come, and the worker's loop with it. The sweeper needs no announcement.
      if (announcer.status !== 'ready') return
      await Promise.all(
        [...byChannel(items)].map(async ([channel, list]) => {
          try {
            await atMost(ANNOUNCE_MS, queues.get(channel)?.addBulk(list.map(toJob)))
          } catch (error) {
            note(error instanceof Error ? error : new Error(String(error)))
          }
        }),
      )
    },
    start: async (receive) => {
      for (const channel of channels) {
        const connection = new Redis(url, { maxRetriesPerRequest: null })
        connection.on('error', note)
        consumers.push(connection)
        const worker = new Worker<DeliveryJob>(
          queueName(channel),
          async (job) => receive(job.data.deliveryId),
          {
            connection,
            prefix,
            concurrency,
            removeOnComplete: { count: 0 },
            removeOnFail: { count: 0 },
          },
        )
        worker.on('error', note)
        workers.push(worker)
      }
    },
    stop: async () => {
      const isForced = announcer.status !== 'ready'
      const closed = Promise.all(workers.map((worker) => worker.close(isForced))).then(() =>
        Promise.all([...queues.values()].map((queue) => queue.close())),
      )
      // Without Redis a good-bye has nobody to be said to.
      await (isForced ? atMost(ANNOUNCE_MS, closed).catch(() => undefined) : closed)
      for (const connection of [announcer, ...consumers]) connection.disconnect()
    },
  }
}

/** A Redis that has not answered by now is as good as away. */
const ANNOUNCE_MS = 2_000

async function atMost<Result>(
  ms: number,
  work: Promise<Result> | undefined,
): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A retry comes a little late rather than a little early: the row decides by the database's clock. */
const RETRY_SLACK_MS = 50

function toJob({ delayMs, deliveryId }: FeedItem): {
  name: string
  data: DeliveryJob
  opts: { delay?: number }
} {
  return {
    name: 'deliver',
    data: { deliveryId },
    opts: delayMs > 0 ? { delay: delayMs + RETRY_SLACK_MS } : {},
  }
}

function byChannel(items: readonly FeedItem[]): Map<string, FeedItem[]> {
  const groups = new Map<string, FeedItem[]>()
  for (const item of items) {
    const group = groups.get(item.channel)
    if (group) group.push(item)
    else groups.set(item.channel, [item])
  }
  return groups
}
