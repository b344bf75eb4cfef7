import { createChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { createKeyRing } from '../../../src/credentials/keyRing.ts'
import { createPool } from '../../../src/database/createPool.ts'
import { createDeliveryExecutor } from '../../../src/delivery/deliveryExecutor.ts'
import { createDeliveryStore } from '../../../src/delivery/deliveryStore.ts'
import { createResultWriter } from '../../../src/delivery/resultWriter.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { systemClock } from '../../../src/kernel/clock.ts'
import { newId } from '../../../src/kernel/ids.ts'
import { createSubscriptionCache } from '../../../src/outbox/subscriptionCache.ts'
import type { DeliveryFeed } from '../../../src/queue/deliveryFeed.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import type { FeedStage } from '../../../src/testing/feedStage.ts'
import { createWorker, type Worker } from '../../../src/worker/createWorker.ts'
import { createWorkerStore } from '../../../src/worker/workerStore.ts'
import type { EngineDatabase } from '../../support/engine/openEngineDatabase.ts'
import { seedDeliveries } from '../../support/engine/seedRows.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { createProbe, type Probe } from './probe.ts'

const CHANNEL = 'webhook'
const LEASE_MS = 30_000

/** The real worker, executor and store around a feed, on a migrated database; only the channel is a probe. */
export async function openFeedStage(
  engine: EngineDatabase,
  options: { createFeed: () => DeliveryFeed; forget: () => Promise<void> },
): Promise<FeedStage> {
  const { sql } = engine.database
  await sql.query('TRUNCATE event_logs, event_deliveries, event_attempts, event_workers')
  const probe = createProbe(CHANNEL)
  // The web role of an installation: it announces and does not consume.
  const announcer = options.createFeed()
  const closers: (() => Promise<void>)[] = [() => announcer.stop()]
  const announce = (ids: readonly string[], delayMs: number): Promise<void> =>
    announcer.announce(ids.map((deliveryId) => ({ deliveryId, channel: CHANNEL, delayMs })))
  const due = new Map<string, number>()
  let batches = 0

  return {
    ...probe,
    commit: async ({ count, delayMs = 0, isLost = false }) => {
      batches += 1
      const ids = await seedDeliveries(sql, count, `b${batches}_`)
      if (delayMs > 0) {
        await sql.query(
          `UPDATE event_deliveries SET next_attempt_at = now() + $2 * interval '1 millisecond' WHERE id = ANY($1)`,
          [ids, delayMs],
        )
      }
      const { rows } = await sql.query<{ id: string; next_attempt_at: Date }>(
        'SELECT id, next_attempt_at FROM event_deliveries WHERE id = ANY($1)',
        [ids],
      )
      for (const row of rows) due.set(row.id, +row.next_attempt_at)
      if (!isLost) await announce(ids, delayMs)
      return ids
    },
    announceAgain: (ids) => announce(ids, 0),
    startWorker: async () => {
      const worker = await openWorker(engine, options.createFeed(), probe)
      closers.push(worker.stop)
      return worker
    },
    leased: async () => {
      const { rows } = await sql.query(`SELECT 1 FROM event_deliveries WHERE status = 'delivering'`)
      return rows.length
    },
    dueTimes: async (ids) => new Map(ids.map((id) => [id, due.get(id) ?? 0])),
    tryTimes: async (ids) => {
      const { rows } = await sql.query<{ delivery: string; created_at: Date }>(
        'SELECT delivery, created_at FROM event_attempts WHERE delivery = ANY($1)',
        [ids],
      )
      return rows.map(({ created_at, delivery }) => ({ deliveryId: delivery, at: +created_at }))
    },
    forget: options.forget,
    close: async () => {
      probe.releaseTries()
      await Promise.all(closers.map((close) => close()))
    },
  }
}

async function openWorker(
  { url }: EngineDatabase,
  feed: DeliveryFeed,
  probe: Probe,
): Promise<{ stop: () => Promise<void> }> {
  const id = newId('wrk')
  const database = createPool({ url, applicationName: id, logger: silentLogger, max: 3 })
  const { sql, transact } = database
  const deliveries = createDeliveryStore({ sql, token: id, leaseMs: LEASE_MS })
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const http = createHttpClient({ allowPrivateTargets: false })
  const executor = createDeliveryExecutor({
    tools: {
      channels: createChannelRegistry([probe.channel]),
      keyRing: createKeyRing(`k1:${Buffer.alloc(32, 7).toString('base64')}`),
      http,
      mailer: { send: () => Promise.reject(new Error('the probe sends no mail')) },
      templates: createTemplateRenderer(),
      now: systemClock.now,
    },
    results: createResultWriter({
      store: deliveries,
      logger: silentLogger,
      clock: systemClock,
      sleep,
      giveUpAfterMs: LEASE_MS,
    }),
    concurrency: 16,
    maxHeld: 32,
    attemptTimeoutMs: LEASE_MS,
    strike: deliveries.strike,
    settingsOf: async ({ channel, channelEntry }) => ({
      entry: {
        entryId: channelEntry,
        channel,
        target: {},
        problem: null,
        sealedSecrets: {},
        retiredSecrets: [],
      },
      retryDelaysMs: null,
    }),
    onGone: async () => undefined,
    onRetry: () => undefined,
    onIdle: () => worker.wakeForRoom(),
    logger: silentLogger,
    random: Math.random,
  })
  const subscriptions = createSubscriptionCache({
    load: async () => ({ revision: 0, subscriptions: [] }),
  })
  const identity = { id, role: 'test', host: 'here', pid: process.pid, feed: feed.name }
  const worker: Worker = createWorker({
    deliveries,
    executor,
    feed,
    routing: { transact, subscriptions, logger: silentLogger, token: id, leaseMs: LEASE_MS },
    store: createWorkerStore(sql, identity),
    settings: { pollMs: 100, routeBatch: 50, looksPerBeat: 5, drainMs: 10_000, leaseMs: LEASE_MS },
    logger: silentLogger,
  })
  await worker.start()
  const stop = async (): Promise<void> => {
    await worker.stop()
    await Promise.all([database.stop(), http.close()])
  }
  let stopped: Promise<void> | undefined
  return {
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
