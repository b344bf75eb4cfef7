import type { Payload } from 'payload'

import type { ClaimedDelivery } from '../delivery/claimedDelivery.ts'
import { createDeliveryExecutor, type DeliveryExecutor } from '../delivery/deliveryExecutor.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import { createHoldBatcher } from '../delivery/holdBatcher.ts'
import { createResultWriter, type WriteResults } from '../delivery/resultWriter.ts'
import type { DeliverySettings } from '../delivery/tryOptions.ts'
import type { Logger } from '../kernel/logger.ts'
import { type ApiTransaction, inTransaction } from '../http/inTransaction.ts'
import { disableChannelEntry } from '../outbox/channelEntriesStore.ts'
import type { Lanes } from '../pace/createLanes.ts'
import type { ReceiverHealth } from '../pace/receiverHealth.ts'
import type { DeliveryFeed } from '../queue/deliveryFeed.ts'
import { createConsequences } from '../receiver-health/createConsequences.ts'
import { attemptTools } from '../runtime/attemptTools.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { StartWorkerOptions } from './startWorkerOptions.ts'

const ATTEMPT_TIMEOUT_MS = 40_000

/** What of the engine the executor uses. */
type ExecutorRuntime = Pick<
  FlowRuntime,
  | 'channels'
  | 'clock'
  | 'http'
  | 'inbox'
  | 'keyRing'
  | 'mailer'
  | 'refresher'
  | 'subscriptions'
  | 'templates'
  | 'variables'
> &
  Partial<Pick<FlowRuntime, 'addresses' | 'callbacks' | 'remoteObjects'>> & {
    events: Pick<FlowRuntime['events'], 'capture'>
    metrics: Pick<FlowRuntime['metrics'], 'observe'>
  }

/** What the executor of a worker is made of. */
export type ExecutorInput = {
  payload: Payload
  runtime: ExecutorRuntime
  options: StartWorkerOptions
  logger: Logger
  store: DeliveryStore
  feed: DeliveryFeed
  /** Names the worker in leases. */
  token: string
  leaseMs: number
  lanes: Lanes
  receivers: ReceiverHealth
  onIdle: () => void
}

type TransactionOf = ApiTransaction['req']

/** The executor of a worker, with the runtime's tools and the subscriptions in memory. */
export function createExecutor(input: ExecutorInput): DeliveryExecutor {
  const { feed, lanes, leaseMs, logger, onIdle, options, receivers, runtime, store } = input
  const { clock } = runtime
  return createDeliveryExecutor({
    tools: attemptTools(runtime),
    results: createResultWriter({
      store: { writeResults: (results) => store.writeSuccesses(results, clock.now()) },
      writeWithConsequences: consequencesOf(input),
      logger,
      clock: runtime.clock,
      giveUpAfterMs: leaseMs * 4,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    concurrency: options.concurrency ?? 64,
    maxHeld: options.maxHeld ?? 1_024,
    attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    strike: store.strike,
    settingsOf: (claim) => settingsOf(runtime, lanes, claim),
    onAttempt: runtime.metrics.observe,
    hold: createHoldBatcher(store),
    onDone: (claim, result) => {
      const { subscriptionId, turn } = claim
      if (result?.isAttempt) {
        const isFailure = result.outcome === 'unavailable'
        receivers.note(claim, { isFailure, isProbe: turn === 'probe' })
      }
      lanes.freed(subscriptionId, turn)
      if (lanes.hasWork() || receivers.isUrgent()) onIdle()
    },
    stalledAfterMs: options.stalledAfterMs ?? 1_000,
    monotonicNow: () => performance.now(),
    onRetry: ({ channel, id }, delayMs) =>
      void feed.announce([{ deliveryId: id, channel, delayMs }]),
    onIdle,
    logger,
    random: options.random ?? Math.random,
  })
}

/** Failures, and what ends them, are written with what they mean for their receivers. */
function consequencesOf({ logger, payload, runtime, store, token }: ExecutorInput): WriteResults {
  const { clock, events } = runtime
  return createConsequences<TransactionOf>({
    transact: (work) => inTransaction(payload, work),
    token,
    capture: (told, req) => events.capture(told, { req }),
    disable: (entry, req) => disableChannelEntry(payload, req, entry),
    writePlainly: store.writeResults,
    clock,
    logger,
  })
}

/**
 * A delivery goes by the subscription as it is now: a corrected address heals what waits for a retry. At least as it was
 * when the delivery was claimed: a process that missed the notification would take a new subscription for deleted.
 */
async function settingsOf(
  runtime: Pick<FlowRuntime, 'subscriptions'>,
  lanes: Lanes,
  claim: ClaimedDelivery,
): Promise<DeliverySettings> {
  const { byId } = await runtime.subscriptions.atLeast(claim.subscriptionsRevision)
  const subscription = byId.get(claim.subscriptionId)
  if (!subscription) return { cancelledBecause: 'subscription_deleted' }
  if (!subscription.isEnabled) return { cancelledBecause: 'subscription_off' }
  const entry = subscription.channels.find(({ entryId }) => entryId === claim.channelEntry)
  if (!entry) return { cancelledBecause: 'channel_removed' }
  if (!entry.isEnabled) return { cancelledBecause: 'channel_off' }
  if (lanes.mustWait(subscription, claim)) return { mustWait: true }
  return { entry, retryDelaysMs: subscription.retryDelaysMs }
}
