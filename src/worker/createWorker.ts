import type { Logger } from '../kernel/logger.ts'
import { createClaimBatcher } from './claimBatcher.ts'
import { createWorkerRounds, type WorkKnown } from './createWorkerRounds.ts'
import { createWakeable, type Wakeable } from '../kernel/wakeable.ts'
import type { WorkerParts } from './workerParts.ts'

/** Turns rows into deliveries until it is stopped. */
export type Worker = {
  start: () => Promise<void>
  /** Finishes what is in flight, gives back what is not, leaves the registry. */
  stop: () => Promise<void>
  /** Events may be waiting (a notification came, or one may have been missed). */
  wakeForEvents: () => void
  /** A delivery has become due that this loop did not see coming (a person's retry). */
  wakeForDue: () => void
  /** What a person paused or resumed may go, or not: every waiting delivery is looked at again. */
  wakeForLanes: () => void
  /** There is room for more deliveries. */
  wakeForRoom: () => void
}

/**
 * One loop: route waiting events, then claim due deliveries as far as there is room, then sleep until a
 * notification, free capacity or the next look. Notifications are a hint; the look is the guarantee.
 * Errors (the database is away) are logged and the loop goes on after a pause.
 */
export function createWorker(parts: WorkerParts): Worker {
  const { deliveries, executor, feed, logger, settings, store } = parts
  const wakeable = createWakeable()
  const known: WorkKnown = { hasEvents: true, hasBacklog: true, hasRetries: false, mustRoute: true }
  const batcher = createClaimBatcher(deliveries)
  const state = { isStopping: false, mustLook: false }
  let loop: Promise<void> | undefined
  let leaseTimer: NodeJS.Timeout | undefined

  return {
    wakeForEvents: () => {
      known.hasEvents = true
      wakeable.wake()
    },
    wakeForDue: () => {
      known.hasBacklog = true
      wakeable.wake()
    },
    wakeForLanes: () => {
      state.mustLook = true
      wakeable.wake()
    },
    wakeForRoom: () => {
      if (known.hasRetries && executor.retryCapacity() > 0) known.hasBacklog = true
      wakeable.wake()
    },
    start: async () => {
      await store.register()
      await feed.start(async (id) => {
        if (state.isStopping) return
        const claimed = await batcher.claim(id)
        if (!claimed) return
        if (state.isStopping) await deliveries.release([claimed])
        else await Promise.all(executor.submit([claimed]))
      })
      leaseTimer = setInterval(() => {
        deliveries.prolongLeases(executor.held()).catch((err: unknown) => {
          logger.warn({ msg: 'flowmasters: leases could not be prolonged', err })
        })
      }, settings.leaseMs / 3)
      loop = run(parts, { known, state, wakeable })
    },
    stop: async () => {
      state.isStopping = true
      wakeable.wake()
      await loop
      await inGoodOrder(logger, deliveries.release(executor.stop()))
      await Promise.all([feed.stop(), executor.drain(settings.drainMs)])
      clearInterval(leaseTimer)
      await inGoodOrder(logger, store.unregister())
    },
  }
}

async function run(
  parts: WorkerParts,
  {
    known,
    state,
    wakeable,
  }: { known: WorkKnown; state: { isStopping: boolean; mustLook: boolean }; wakeable: Wakeable },
): Promise<void> {
  const { executor, feed, lanes, logger, settings } = parts
  const rounds = createWorkerRounds(parts, known)
  let lookAt = 0
  while (!state.isStopping) {
    try {
      if (performance.now() >= lookAt || state.mustLook) {
        state.mustLook = false
        await rounds.look()
        lookAt = performance.now() + settings.pollMs
      }
      await rounds.route()
      await rounds.lanes()
      await rounds.claim()
      const hasRoom = executor.hasRoom()
      const isBusy =
        (known.hasEvents && (hasRoom || !feed.handsOver)) || (known.hasBacklog && hasRoom)
      const tokenMs = lanes.dueInMs() ?? Number.POSITIVE_INFINITY
      if (!isBusy && !lanes.hasWork()) {
        await wakeable.sleep(Math.max(0, Math.min(lookAt - performance.now(), tokenMs)))
      }
    } catch (err) {
      logger.error({ msg: 'flowmasters: the worker cannot work, trying again', err })
      known.hasEvents = true
      known.hasBacklog = true
      await wakeable.sleep(settings.pollMs)
    }
  }
}

/** The database may be away when the worker stops; what was not given back runs out by itself. */
function inGoodOrder(logger: Logger, work: Promise<void>): Promise<void> {
  return work.catch((err: unknown) => {
    logger.warn({ msg: 'flowmasters: the worker could not leave in good order', err })
  })
}
