import type { Payload } from 'payload'

import type { ClaimedDelivery } from '../delivery/claimedDelivery.ts'
import {
  createDeliveryExecutor,
  type DeliveryExecutor,
  type DeliverySettings,
} from '../delivery/deliveryExecutor.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import { createResultWriter } from '../delivery/resultWriter.ts'
import type { Logger } from '../kernel/logger.ts'
import { disableChannelEntry } from '../outbox/channelEntriesStore.ts'
import type { DeliveryFeed } from '../queue/deliveryFeed.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { StartWorkerOptions } from './startWorkerOptions.ts'

const ATTEMPT_TIMEOUT_MS = 40_000

/** The executor of a worker, with the runtime's tools and the subscriptions in memory. */
export function createExecutor(input: {
  payload: Payload
  runtime: FlowRuntime
  options: StartWorkerOptions
  logger: Logger
  store: DeliveryStore
  feed: DeliveryFeed
  leaseMs: number
  onIdle: () => void
}): DeliveryExecutor {
  const { feed, leaseMs, logger, onIdle, options, payload, runtime, store } = input
  const { channels, clock, http, keyRing, mailer, templates } = runtime
  return createDeliveryExecutor({
    tools: { channels, http, keyRing, mailer, templates, now: clock.now },
    results: createResultWriter({
      store,
      logger,
      clock,
      giveUpAfterMs: leaseMs * 4,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    concurrency: options.concurrency ?? 64,
    maxHeld: options.maxHeld ?? 1_024,
    attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    strike: store.strike,
    settingsOf: (claim) => settingsOf(runtime, claim),
    onGone: ({ channelEntry: entryId, subscriptionId }, reason) =>
      disableChannelEntry(payload, { subscriptionId, entryId, reason }),
    onRetry: ({ channel, id }, delayMs) =>
      void feed.announce([{ deliveryId: id, channel, delayMs }]),
    onIdle,
    logger,
    random: options.random ?? Math.random,
  })
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
