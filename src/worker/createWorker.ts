import type { ClaimedDelivery } from '../delivery/claimedDelivery.ts'
import type { DeliveryExecutor } from '../delivery/deliveryExecutor.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import type { Logger } from '../kernel/logger.ts'
import type { FanOutOptions, PlannedDelivery } from '../outbox/fanOut.ts'
import { fanOut } from '../outbox/fanOut.ts'
import type { DeliveryFeed } from '../queue/deliveryFeed.ts'
import { createClaimBatcher } from './claimBatcher.ts'
import { createWakeable } from './wakeable.ts'
import type { WorkerStore } from './workerStore.ts'

/** Times and sizes; the defaults suit one small machine. */
export type WorkerSettings = {
  /** Look at the tables at least this often, milliseconds. @default 1000 */
  pollMs: number
  /** Events routed per transaction. @default 500 */
  routeBatch: number
  /** Every how many looks the heartbeat is stamped. @default 5 */
  looksPerBeat: number
  /** How long in-flight tries may take to end when the worker stops, milliseconds. @default 8000 */
  drainMs: number
  leaseMs: number
}

/** Turns rows into deliveries until it is stopped. */
export type Worker = {
  start: () => Promise<void>
  /** Finishes what is in flight, gives back what is not, leaves the registry. */
  stop: () => Promise<void>
  /** Events may be waiting (a notification came, or one may have been missed). */
  wakeForEvents: () => void
  /** A delivery has become due that this loop did not see coming (a person's retry). */
  wakeForDue: () => void
  /** There is room for more deliveries. */
  wakeForRoom: () => void
}

/** What a worker is made of. */
export type WorkerParts = {
  deliveries: DeliveryStore
  executor: DeliveryExecutor
  feed: DeliveryFeed
  routing: FanOutOptions
  store: WorkerStore
  settings: WorkerSettings
  logger: Logger
}

/**
 * One loop: route waiting events, then claim due deliveries as far as there is room, then sleep until a
 * notification, free capacity or the next look. Notifications are a hint; the look is the guarantee.
 * Errors (the database is away) are logged and the loop goes on after a pause.
 */
export function createWorker(parts: WorkerParts): Worker {
  const { deliveries, executor, feed, logger, routing, settings, store } = parts
  const wakeable = createWakeable()
  const batcher = createClaimBatcher(deliveries)
  let isStopping = false
  let loop: Promise<void> | undefined
  let leaseTimer: NodeJS.Timeout | undefined
  let looks = 0
  /** Events may be waiting to be routed. */
  let hasEvents = true
  /** Due rows may be waiting in the table. */
  let hasBacklog = true

  const route = async (): Promise<void> => {
    if (!hasEvents) return
    hasEvents = false
    const leaseCapacity = feed.handsOver ? executor.freeCapacity() : 0
    const round = await fanOut(routing, { limit: settings.routeBatch, leaseCapacity })
    const leased = round.deliveries.filter((delivery) => delivery.isLeased)
    void executor.submit(leased.map(toClaim))
    const announced = round.deliveries.filter((delivery) => !delivery.isLeased)
    if (announced.length > 0) {
      if (feed.handsOver) hasBacklog = true
      await feed.announce(
        announced.map(({ channel, id }) => ({ deliveryId: id, channel, delayMs: 0 })),
      )
    }
    if (round.events === settings.routeBatch) hasEvents = true
  }

  const claim = async (): Promise<void> => {
    const limit = executor.freeCapacity()
    if (!hasBacklog || limit === 0) return
    // Before the claim: a wake-up that comes while it runs must not be forgotten.
    hasBacklog = false
    const claims = await deliveries.claimDue({ limit, overdueMs: feed.graceMs })
    if (claims.length === limit) hasBacklog = true
    void executor.submit(claims)
  }

  const look = async (): Promise<void> => {
    looks += 1
    const beat = looks % settings.looksPerBeat === 0
    const atHand = await store.look({ overdueMs: feed.graceMs, beat })
    if (atHand.hasExpired) {
      // A machine out of breath may be late with its own leases; what it still holds is not a dead worker's.
      await deliveries.prolongLeases(executor.held())
      const { freed, poisoned } = await deliveries.reclaimExpired()
      logger.warn({ msg: 'flowmasters: deliveries of a dead worker taken back', freed, poisoned })
    }
    // What a wake-up said while the look was under way stays said.
    hasBacklog ||= atHand.hasDue || atHand.hasExpired
    hasEvents ||= atHand.hasEvents
  }

  const run = async (): Promise<void> => {
    let lookAt = 0
    while (!isStopping) {
      try {
        if (performance.now() >= lookAt) {
          await look()
          lookAt = performance.now() + settings.pollMs
        }
        await route()
        await claim()
        const isBusy = hasEvents || (hasBacklog && executor.freeCapacity() > 0)
        if (!isBusy) await wakeable.sleep(Math.max(0, lookAt - performance.now()))
      } catch (err) {
        logger.error({ msg: 'flowmasters: the worker cannot work, trying again', err })
        hasEvents = true
        hasBacklog = true
        await wakeable.sleep(settings.pollMs)
      }
    }
  }

  /** The database may be away when the worker stops; what was not given back runs out by itself. */
  const attempt = (work: Promise<void>): Promise<void> =>
    work.catch((err: unknown) => {
      logger.warn({ msg: 'flowmasters: the worker could not leave in good order', err })
    })

  return {
    wakeForEvents: () => {
      hasEvents = true
      wakeable.wake()
    },
    wakeForDue: () => {
      hasBacklog = true
      wakeable.wake()
    },
    wakeForRoom: wakeable.wake,
    start: async () => {
      await store.register()
      await feed.start(async (id) => {
        if (isStopping) return
        const claimed = await batcher.claim(id)
        if (!claimed) return
        if (isStopping) await deliveries.release([claimed])
        else await Promise.all(executor.submit([claimed]))
      })
      leaseTimer = setInterval(() => {
        deliveries.prolongLeases(executor.held()).catch((err: unknown) => {
          logger.warn({ msg: 'flowmasters: leases could not be prolonged', err })
        })
      }, settings.leaseMs / 3)
      loop = run()
    },
    stop: async () => {
      isStopping = true
      wakeable.wake()
      await loop
      await attempt(deliveries.release(executor.stop()))
      await Promise.all([feed.stop(), executor.drain(settings.drainMs)])
      clearInterval(leaseTimer)
      await attempt(store.unregister())
    },
  }
}

function toClaim(delivery: PlannedDelivery): ClaimedDelivery {
  const { body, channel, channelEntry, eventId, eventType, id, subscriptionId } = delivery
  const counters = { attemptsStarted: 1, attemptsFinished: 0, strikes: 0 }
  return { id, eventId, eventType, body, subscriptionId, channel, channelEntry, ...counters }
}
