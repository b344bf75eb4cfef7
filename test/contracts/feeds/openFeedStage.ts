import { createSubscriptionCache } from '../../../src/outbox/subscriptionCache.ts'
import type { DeliveryFeed } from '../../../src/queue/deliveryFeed.ts'
import type { FeedStage } from '../../../src/testing/feedStage.ts'
import type { EngineDatabase } from '../../support/engine/openEngineDatabase.ts'
import { seedDeliveries, seedEvents } from '../../support/engine/seedRows.ts'
import { openStageWorker, type StageWorker } from './openStageWorker.ts'
import { createProbe } from './probe.ts'
import { stageSubscription } from './stageSubscription.ts'

const CHANNEL = 'webhook'

/** The real worker, executor and store around a feed, on a migrated database; only the channel is a probe. */
export async function openFeedStage(
  engine: EngineDatabase,
  options: { createFeed: () => DeliveryFeed; forget: () => Promise<void> },
): Promise<FeedStage> {
  const { sql } = engine.database
  await sql.query(
    'TRUNCATE event_logs, event_deliveries, event_attempts, event_workers, event_breakers, event_paces',
  )
  const probe = createProbe(CHANNEL)
  // The web role of an installation: it announces and does not consume.
  const announcer = options.createFeed()
  const closers: (() => Promise<void>)[] = [() => announcer.stop()]
  const announce = (ids: readonly string[], delayMs: number): Promise<void> =>
    announcer.announce(ids.map((deliveryId) => ({ deliveryId, channel: CHANNEL, delayMs })))
  const due = new Map<string, number>()
  const subscribed = new Map([['1', stageSubscription('1', CHANNEL, {})]])
  const subscriptions = createSubscriptionCache({
    load: async () => ({ revision: 0, subscriptions: [...subscribed.values()] }),
  })
  const workers: StageWorker[] = []
  const states: string[] = []
  let shiftMs = 0
  let batches = 0

  return {
    ...probe,
    commit: async (batch) => {
      const { count, delayMs = 0, isLost = false, subscription = '1', triedBefore = 0 } = batch
      if (!subscribed.has(subscription)) {
        subscribed.set(subscription, stageSubscription(subscription, CHANNEL, {}))
        subscriptions.invalidate()
      }
      batches += 1
      const ids = await seedDeliveries(sql, count, `b${batches}_`, { subscription, triedBefore })
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
      const worker = await openStageWorker({
        ...{ engine, feed: options.createFeed(), probe, subscriptions },
        breakerShiftMs: () => shiftMs,
        onReceiverState: ({ change, subscriptionId }) => states.push(`${subscriptionId} ${change}`),
      })
      workers.push(worker)
      closers.push(worker.stop)
      return worker
    },
    publish: (documents, sequence) => seedEvents(sql, documents, sequence),
    subscribe: async (id, subscription) => {
      subscribed.set(id, stageSubscription(id, CHANNEL, subscription))
      subscriptions.invalidate()
      for (const worker of workers) worker.wakeForLanes()
    },
    moveClock: (ms) => {
      shiftMs += ms
    },
    receiverStates: () => states,
    waiting: async () => {
      const { rows } = await sql.query<{ count: number; tries: number }>(
        `SELECT count(*)::int AS count, coalesce(sum(attempts_started), 0)::int AS tries
         FROM event_deliveries WHERE gate = 'held'`,
      )
      return rows[0] ?? { count: 0, tries: 0 }
    },
    unfinished: async () => {
      const { rows } = await sql.query(
        `SELECT 1 FROM event_deliveries WHERE status IN ('pending', 'retrying', 'delivering')`,
      )
      return rows.length
    },
    places: async (ids) => {
      const { rows } = await sql.query<{ document: string; sequence: number }>(
        `SELECT order_key AS document, order_number::int AS sequence
         FROM unnest($1::varchar[]) WITH ORDINALITY AS a(id, place) JOIN event_deliveries d ON d.id = a.id
         ORDER BY place`,
        [ids],
      )
      return rows
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
