import { hostname } from 'node:os'
import type { Payload } from 'payload'

import { createListener } from '../database/createListener.ts'
import { createPool } from '../database/createPool.ts'
import { createDeliveryStore } from '../delivery/deliveryStore.ts'
import { newId } from '../kernel/ids.ts'
import type { Logger } from '../kernel/logger.ts'
import type { DeliveryFeed } from '../queue/deliveryFeed.ts'
import { createRedisFeed } from '../queue/redisFeed.ts'
import { createTableFeed } from '../queue/tableFeed.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import { getRuntime } from '../runtime/getRuntime.ts'
import { createWorker } from '../worker/createWorker.ts'
import { createWorkerStore } from '../worker/workerStore.ts'
import { createExecutor } from './createExecutor.ts'
import { createPacing } from './createPacing.ts'
import { listenForWork } from './listenForWork.ts'
import type { StartWorkerOptions } from './startWorkerOptions.ts'

/** A running worker. */
export type RunningWorker = {
  id: string
  /** Finishes what is in flight (8 s at most), gives back the rest, closes its connections. May be called again. */
  stop: () => Promise<void>
}

const DEFAULTS = { pollMs: 1_000, routeBatch: 500, looksPerBeat: 5, drainMs: 6_000 }

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
  const { lanes, park, receivers } = createPacing({
    database,
    runtime,
    options,
    logger,
    roomOf: (subscriptionId) => executor.roomOf(subscriptionId),
  })
  const executor = createExecutor({
    payload,
    runtime,
    options,
    logger,
    store: deliveries,
    feed,
    token: id,
    lanes,
    receivers,
    leaseMs,
    onIdle: () => worker.wakeForRoom(),
  })
  const worker = createWorker({
    deliveries,
    executor,
    feed,
    lanes,
    receivers,
    park,
    routing: {
      transact: database.transact,
      subscriptions: runtime.subscriptions,
      logger,
      token: id,
      leaseMs,
      mustHold: lanes.mustHold,
    },
    store: createWorkerStore(database.sql, identityOf(id, feed, options), options.breakerShiftMs),
    settings: { ...DEFAULTS, ...given(options), leaseMs },
    logger,
  })
  listenForWork(listener, { worker, feed, subscriptions: runtime.subscriptions })
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

function identityOf(id: string, feed: DeliveryFeed, { role = 'worker' }: StartWorkerOptions) {
  return { id, role, host: hostname(), pid: process.pid, feed: feed.name }
}

function createFeed(
  runtime: FlowRuntime,
  options: StartWorkerOptions,
  logger: Logger,
): DeliveryFeed {
  if (!runtime.redisUrl) return createTableFeed()
  return createRedisFeed({
    url: runtime.redisUrl,
    channels: runtime.channels.all().map((channel) => channel.slug),
    concurrency: 4 * (options.concurrency ?? 64),
    logger,
  })
}

function given({ drainMs, looksPerBeat, pollMs, routeBatch }: StartWorkerOptions) {
  const settings = { drainMs, looksPerBeat, pollMs, routeBatch }
  const set = Object.entries(settings).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set)
}
