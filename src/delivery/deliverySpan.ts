import { contextOfBody } from '../tracing/contextOfBody.ts'
import { endSpan } from '../tracing/endSpan.ts'
import { eventAttributes } from '../tracing/eventAttributes.ts'
import type { FlowSpan } from '../tracing/flowSpan.ts'
import { startSpan } from '../tracing/startSpan.ts'
import type { AttemptResult } from './attemptResult.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'

/** What became of a claim. */
export type SettledClaim = {
  result: AttemptResult | 'held' | undefined
  /** False: the result could not be written or was refused, because the lease was lost. */
  isAccepted: boolean
}

/** One claim of a delivery, from its turn until its result is written: a step in the trace of its event. */
export const deliverySpan = {
  start: ({ body, channel, eventId, eventType, id, subscriptionId }: ClaimedDelivery): FlowSpan =>
    startSpan(
      'deliver',
      {
        ...eventAttributes('deliver', { id: eventId, type: eventType }),
        'messaging.destination.subscription.name': subscriptionId,
        'flowmasters.delivery.id': id,
        'flowmasters.channel': channel,
      },
      contextOfBody(body),
    ),
  end: (span: FlowSpan, { isAccepted, result }: SettledClaim): void => {
    const status = result === 'held' ? result : result?.status
    if (status !== undefined) span.setAttribute('flowmasters.delivery.status', status)
    endSpan(span, failureOf({ isAccepted, result }))
  },
}

/** A try that will be made again is the attempt's failure, not the delivery's. */
function failureOf({ isAccepted, result }: SettledClaim): string | undefined {
  if (!result) return 'ENGINE_FAILED'
  if (!isAccepted) return 'NOT_WRITTEN'
  return result !== 'held' && result.status === 'dead' ? result.code : undefined
}
