import type { ClaimedDelivery } from '../delivery/claimedDelivery.ts'
import { systemClock } from '../kernel/clock.ts'
import type { PlannedDelivery } from '../outbox/fanOut.ts'
import { fanOut } from '../outbox/fanOut.ts'
import type { WorkerParts } from './workerParts.ts'

/** What the loop knows of the work there is; set by notifications, looks and its own rounds. */
export type WorkKnown = {
  /** Events may be waiting to be routed. */
  hasEvents: boolean
  /** Due rows may be waiting in the table. */
  hasBacklog: boolean
  /** Retries may be left for which there was no room. */
  hasRetries: boolean
  /** Route the next batch whether or not there is room to deliver it. */
  mustRoute: boolean
}

/** The things a worker does in turn. */
export type WorkerRounds = {
  /** Routes a batch of waiting events, if there may be any. */
  route: () => Promise<void>
  /** Lets go what has waited for its turn, if any may go. */
  lanes: () => Promise<void>
  /** Claims due deliveries as far as there is room, if there may be any. */
  claim: () => Promise<void>
  /** Asks the tables what there is, stamps the heartbeat, takes back what dead workers held. */
  look: () => Promise<void>
}

/** The rounds of one worker; `known` is shared with the loop. */
export function createWorkerRounds(
  {
    deliveries,
    executor,
    feed,
    lanes,
    logger,
    park,
    receivers,
    routing,
    settings,
    store,
  }: WorkerParts,
  known: WorkKnown,
): WorkerRounds {
  let looks = 0

  const route = async (): Promise<void> => {
    // With the hands full, events wait: they are safe, another worker may be free. A look routes them all the same.
    if (!known.hasEvents || !(known.mustRoute || !feed.handsOver || executor.hasRoom())) return
    known.hasEvents = false
    known.mustRoute = false
    const leaseCapacity = feed.handsOver ? executor.freeCapacity() : 0
    const round = await fanOut(routing, { limit: settings.routeBatch, leaseCapacity })
    const leased = round.deliveries.filter((delivery) => delivery.isLeased)
    void executor.submit(leased.map((delivery) => toClaim(delivery, round.revision)))
    if (round.events === settings.routeBatch) known.hasEvents = true
    await tell(round.deliveries.filter(({ isLeased }) => !isLeased))
  }

  /** Who has to know of deliveries that this worker did not lease. */
  const tell = async (fresh: readonly PlannedDelivery[]): Promise<void> => {
    for (const { isHeld, subscriptionId } of fresh) if (isHeld) lanes.wake(subscriptionId)
    const announced = fresh.filter(({ isHeld }) => !isHeld)
    if (announced.length === 0) return
    if (feed.handsOver) known.hasBacklog = true
    await feed.announce(
      announced.map(({ channel, id }) => ({ deliveryId: id, channel, delayMs: 0 })),
    )
  }

  const claim = async (): Promise<void> => {
    if (!known.hasBacklog || !executor.hasRoom()) return
    const limit = executor.freeCapacity()
    // Before the claim: a wake-up that comes while it runs must not be forgotten.
    known.hasBacklog = false
    const retries = Math.min(executor.retryCapacity(), Math.ceil(limit / 2))
    const claims = await deliveries.claimDue({ limit, retries, overdueMs: feed.graceMs })
    const retried = claims.filter(({ attemptsFinished }) => attemptsFinished > 0).length
    if (claims.length === limit) known.hasBacklog = true
    known.hasRetries = retried === retries
    void executor.submit(claims)
  }

  const releaseLanes = async (): Promise<void> => {
    if (receivers.isUrgent()) await tellReceivers()
    if (!lanes.hasWork()) return
    const released = await lanes.release()
    if (released.length === 0) return
    // A queue is told; what it may not carry yet, or loses, is claimed from the table.
    known.hasBacklog = true
    await feed.announce(released)
  }

  const tellReceivers = async (): Promise<void> => {
    for (const { change, channelEntry, subscriptionId } of await receivers.flush()) {
      lanes.wake(subscriptionId)
      if (change !== 'closed') await park(subscriptionId, channelEntry)
    }
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
    receivers.learn(atHand.openReceivers)
    lanes.learn(atHand.lanes)
    await tellReceivers()
    for (const subscriptionId of await executor.shedStalled()) {
      await lanes.slowDown(subscriptionId)
    }
    // What a wake-up said while the look was under way stays said.
    known.hasBacklog ||= atHand.hasDue || atHand.hasExpired
    known.hasEvents ||= atHand.hasEvents
    known.mustRoute = true
  }

  return { route, lanes: releaseLanes, claim, look }
}

function toClaim(delivery: PlannedDelivery, subscriptionsRevision: number): ClaimedDelivery {
  const { body, channel, channelEntry, eventId, eventType, id, subscriptionId } = delivery
  const counters = {
    attemptsStarted: 1,
    attemptsFinished: 0,
    strikes: 0,
    turn: null,
    dueAt: systemClock.now(),
    subscriptionsRevision,
  }
  return { id, eventId, eventType, body, subscriptionId, channel, channelEntry, ...counters }
}
