import type { AttemptResult } from '../delivery/attemptResult.ts'
import type { MovedDelivery } from '../delivery/movedDelivery.ts'
import type { AnyEventDefinition } from '../event-catalogue/eventDefinition.ts'
import { deliveryChannelDisabled } from '../event-catalogue/events/deliveries/deliveryChannelDisabled.ts'
import { deliveryExhausted } from '../event-catalogue/events/deliveries/deliveryExhausted.ts'
import { deliveryFailing } from '../event-catalogue/events/deliveries/deliveryFailing.ts'
import { deliveryRecovered } from '../event-catalogue/events/deliveries/deliveryRecovered.ts'
import type { CapturedEvent } from '../event-service/eventService.ts'
import { isoOrNull } from '../kernel/isoOrNull.ts'
import type { ReceiverState } from './receiverState.ts'

/** What an operational event is made of. */
export type OperationalFacts = {
  delivery: MovedDelivery
  result: AttemptResult
  state: ReceiverState
  /** Of the event that was delivered: the new one is one step further from the first cause. */
  hop: number
}

const definitions: Record<'failing' | 'exhausted' | 'recovered', AnyEventDefinition> = {
  failing: deliveryFailing,
  exhausted: deliveryExhausted,
  recovered: deliveryRecovered,
}

/** `delivery.failing`, `delivery.exhausted` or `delivery.recovered`. */
export function deliveryEvent(
  told: keyof typeof definitions,
  { delivery, hop, result, state }: OperationalFacts,
): CapturedEvent {
  return {
    definition: definitions[told],
    data: {
      current: {
        id: delivery.id,
        status: result.status,
        event: delivery.eventId,
        eventType: delivery.eventType,
        subscription: delivery.subscriptionId,
        subscriptionName: delivery.subscriptionName,
        channel: delivery.channel,
        channelEntry: delivery.channelEntry,
        target: delivery.target,
        attemptsFinished: delivery.attemptsFinished,
        lastCode: result.code,
        lastError: result.reason,
        createdAt: delivery.createdAt.toISOString(),
      },
      receiver: healthOf(state),
    },
    meta: {
      source: 'code',
      collection: 'event-deliveries',
      documentId: delivery.id,
      causationId: delivery.eventId,
      hop: hop + 1,
    },
  }
}

/** `delivery.channel_disabled`. */
export function channelDisabledEvent(
  cause: 'gone' | 'failing',
  reason: string,
  { delivery, hop, state }: OperationalFacts,
): CapturedEvent {
  return {
    definition: deliveryChannelDisabled,
    data: {
      current: { id: delivery.subscriptionId, name: delivery.subscriptionName },
      channel: delivery.channel,
      channelEntry: delivery.channelEntry,
      target: delivery.target,
      cause,
      reason,
      receiver: healthOf(state),
    },
    meta: {
      source: 'code',
      collection: 'event-subscriptions',
      documentId: delivery.subscriptionId,
      causationId: delivery.eventId,
      hop: hop + 1,
    },
  }
}

function healthOf({
  failingSince,
  failures,
  lastSuccessAt,
}: ReceiverState): Record<string, unknown> {
  return {
    consecutiveFailures: failures,
    failingSince: isoOrNull(failingSince),
    lastSuccessAt: isoOrNull(lastSuccessAt),
  }
}
