import { hostname } from 'node:os'
import type { Payload } from 'payload'

import { createListener } from '../database/createListener.ts'
import { createPool } from '../database/createPool.ts'
import type { ClaimedDelivery } from '../delivery/claimedDelivery.ts'
import { createDeliveryExecutor } from '../delivery/deliveryExecutor.ts'
import type { DeliverySettings } from '../delivery/deliveryExecutor.ts'
import { createDeliveryStore } from '../delivery/deliveryStore.ts'
import { createResultWriter } from '../delivery/resultWriter.ts'
import { DELIVERIES_NOTIFICATION } from '../delivery/retryNowSql.ts'
import { newId } from '../kernel/ids.ts'
import type { Logger } from '../kernel/logger.ts'
import { EVENTS_NOTIFICATION } from '../outbox/commitWakeStore.ts'
import { disableChannelEntry, SUBSCRIPTIONS_NOTIFICATION } from '../outbox/subscriptionStore.ts'
import { createRedisFeed } from '../queue/redisFeed.ts'
import { createTableFeed } from '../queue/tableFeed.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import { getRuntime } from '../runtime/getRuntime.ts'
import { createWorker, type WorkerSettings } from '../worker/createWorker.ts'
import { createWorkerStore } from '../worker/workerStore.ts'

/** How a worker is run. */
export type StartWorkerOptions = Partial<WorkerSettings> & {
  /** Tries in flight at once. @default 64 */
  concurrency?: number
  /** Claims held, in flight and waiting. @default 512 */
  maxHeld?: number
  /** What the registry shows. @default 'worker' */
  role?: string
  /** @default Payload's logger */
  logger?: Logger
  /** 0 ≤ n < 1, for the jitter. @default Math.random */
  random?: () => number
}

/** A running worker. */
export type RunningWorker = {
  id: string
  /** Finishes what is in flight (8 s at most), gives back the rest, closes its connections. May be called again. */
  stop: () => Promise<void>
}

const ATTEMPT_TIMEOUT_MS = 40_000

/** Starts to route events and deliver them in this process, on connections of its own. */
export async function startWorker(
  payload: Payload,
  options: StartWorkerOptions = {},
): Promise<RunningWorker> {
  const runtime = getRuntime(payload)
  const logger = options.logger ?? payload.logger
  const id = newId('wrk')
  const leaseMs = options.leaseMs ?? 30_000
  const { databaseUrl: url } = runtime
  const database = createPool({ url, applicationName: 'flowmasters worker', logger, max: 5 })
  const listener = createListener({ url, logger })
  const deliveries = createDeliveryStore({ sql: database.sql, token: id, leaseMs })
  const feed = createFeed(runtime, options, logger)
  const executor = createDeliveryExecutor({
    tools: { ...toolsOf(runtime), now: runtime.clock.now },
    results: createResultWriter({
      store: deliveries,
      logger,
      clock: runtime.clock,
      giveUpAfterMs: leaseMs * 4,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    concurrency: options.concurrency ?? 64,
    maxHeld: options.maxHeld ?? 512,
    attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    strike: deliveries.strike,
    settingsOf: (claim) => settingsOf(runtime, claim),
    onGone: (claim, reason) =>
      disableChannelEntry(payload, {
        subscriptionId: claim.subscriptionId,
        entryId: claim.channelEntry,
        reason,
      }),
    onRetry: (claim, delayMs) =>
      void feed.announce([{ deliveryId: claim.id, channel: claim.channel, delayMs }]),
    onIdle: () => worker.wakeForRoom(),
    logger,
    random: options.random ?? Math.random,
  })
  const worker = createWorker({
    deliveries,
    executor,
    feed,
    routing: {
      transact: database.transact,
      subscriptions: runtime.subscriptions,
      logger,
      token: id,
      leaseMs,
    },
    store: createWorkerStore(database.sql, {
      id,
      role: options.role ?? 'worker',
      host: hostname(),
      pid: process.pid,
      feed: feed.name,
    }),
    settings: {
      pollMs: options.pollMs ?? 1_000,
      routeBatch: options.routeBatch ?? 500,
      looksPerBeat: options.looksPerBeat ?? 5,
      drainMs: options.drainMs ?? 6_000,
      leaseMs,
    },
    logger,
  })
  listener.listen(EVENTS_NOTIFICATION, () => worker.wakeForEvents())
  listener.listen(DELIVERIES_NOTIFICATION, (text) => {
    worker.wakeForDue()
    const [channel = '', deliveryId = ''] = text.split(' ')
    void feed.announce([{ deliveryId, channel, delayMs: 0 }])
  })
  listener.listen(SUBSCRIPTIONS_NOTIFICATION, () => runtime.subscriptions.invalidate())
  listener.onReconnect(() => {
    runtime.subscriptions.invalidate()
    worker.wakeForEvents()
  })
  await listener.ready()
  await worker.start()

  const stopAll = async (): Promise<void> => {
    await worker.stop()
    await Promise.all([listener.stop(), database.stop()])
  }
  let stopped: Promise<void> | undefined
  return {
    id,
    stop: () => {
      stopped ??= stopAll()
      return stopped
    },
  }
}

function createFeed(runtime: FlowRuntime, options: StartWorkerOptions, logger: Logger) {
  if (!runtime.redisUrl) return createTableFeed()
  return createRedisFeed({
    url: runtime.redisUrl,
    channels: runtime.channels.all().map((channel) => channel.slug),
    concurrency: options.concurrency ?? 64,
    logger,
  })
}

function toolsOf({ channels, http, keyRing, mailer, templates }: FlowRuntime) {
  return { channels, http, keyRing, mailer, templates }
}

/** A delivery goes by the subscription as it is now: a corrected address heals what waits for a retry. */
async function settingsOf(runtime: FlowRuntime, claim: ClaimedDelivery): Promise<DeliverySettings> {
  const { byId } = await runtime.subscriptions.current()
  const subscription = byId.get(claim.subscriptionId)
  if (!subscription) return { cancelledBecause: 'the subscription was deleted' }
  if (!subscription.isEnabled) return { cancelledBecause: 'the subscription is switched off' }
  const entry = subscription.channels.find(({ entryId }) => entryId === claim.channelEntry)
  if (!entry) return { cancelledBecause: 'the channel was removed from the subscription' }
  if (!entry.isEnabled) return { cancelledBecause: 'the channel is switched off' }
  return { entry, retryDelaysMs: subscription.retryDelaysMs }
}
