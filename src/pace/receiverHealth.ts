import type { Clock } from '../kernel/clock.ts'
import type { Logger } from '../kernel/logger.ts'
import { type BreakerSettings, defaultBreakerSettings } from './breaker.ts'
import type { OnReceiverState, Receiver, ReceiverChange } from './receiverChange.ts'
import { receiverId, type ReceiverSample, type ReceiverStore } from './receiverStore.ts'

/** A receiver at rest, as a look at the table found it. */
export type OpenReceiver = { subscriptionId: string; channelEntry: string; isRestOver: boolean }

/** What this process knows of the receivers, and what it has to tell the others. */
export type ReceiverHealth = {
  /** A try ended. */
  note: (receiver: Receiver, ended: { isFailure: boolean; isProbe: boolean }) => void
  /** Replaces what is known by what a look has read. */
  learn: (open: readonly OpenReceiver[]) => void
  /** Tells the database; returns what changed. */
  flush: () => Promise<ReceiverChange[]>
  /** Something was noted that must not wait for the next look. */
  isUrgent: () => boolean
  openOf: (subscriptionId: string) => readonly OpenReceiver[]
  isOpen: (receiver: Pick<Receiver, 'subscriptionId' | 'channelEntry'>) => boolean
}

type Tally = ReceiverSample & { since: number }

/**
 * Counts tries in memory and writes them down only where there were failures: receivers that are well cost no statement.
 * The breaker itself is in the database, one for all processes; a process hears of it by its next look, so in between a
 * few tries more may go out.
 */
export function createReceiverHealth({
  clock,
  logger,
  onReceiverState,
  settings = defaultBreakerSettings,
  store,
}: {
  store: Pick<ReceiverStore, 'addSamples'>
  settings?: BreakerSettings | undefined
  clock: Clock
  logger: Logger
  onReceiverState?: OnReceiverState | undefined
}): ReceiverHealth {
  const tallies = new Map<string, Tally>()
  let open = new Map<string, OpenReceiver>()
  let isUrgent = false

  const apply = (change: ReceiverChange): void => {
    const { channelEntry, subscriptionId } = change
    if (change.change === 'closed') open.delete(receiverId(change))
    else open.set(receiverId(change), { subscriptionId, channelEntry, isRestOver: false })
    logger.warn({ msg: `flowmasters: circuit of a receiver ${change.change}`, ...change })
    onReceiverState?.(change)
  }

  return {
    note: (receiver, { isFailure, isProbe }) => {
      const id = receiverId(receiver)
      const tally = tallies.get(id) ?? {
        ...receiver,
        ...{ requests: 0, failures: 0, probe: null, since: clock.now() },
      }
      tally.requests += 1
      if (isFailure) tally.failures += 1
      if (isProbe) tally.probe = isFailure ? 'failed' : 'passed'
      tallies.set(id, tally)
      isUrgent ||= isProbe || (isFailure && isBad(tally, settings))
    },
    learn: (found) => {
      open = new Map(found.map((receiver) => [receiverId(receiver), receiver]))
    },
    flush: async () => {
      isUrgent = false
      const told: Tally[] = []
      for (const [id, tally] of tallies) {
        const isStale = clock.now() - tally.since >= settings.windowMs
        if (tally.failures > 0 || tally.probe !== null) told.push(tally)
        else if (!isStale) continue
        tallies.delete(id)
      }
      const changes = await store.addSamples(told).catch((error: unknown) => {
        for (const tally of told) tallies.set(receiverId(tally), tally)
        throw error
      })
      for (const change of changes) apply(change)
      return changes
    },
    isUrgent: () => isUrgent,
    openOf: (subscriptionId) =>
      open.size === 0
        ? []
        : [...open.values()].filter((receiver) => receiver.subscriptionId === subscriptionId),
    isOpen: (receiver) => open.size > 0 && open.has(receiverId(receiver)),
  }
}

function isBad(
  { failures, requests }: Tally,
  { failureShare, minRequests }: BreakerSettings,
): boolean {
  return requests >= minRequests && failures >= requests * failureShare
}
