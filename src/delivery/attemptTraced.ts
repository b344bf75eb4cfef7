import { endSpan } from '../tracing/endSpan.ts'
import { startSpan } from '../tracing/startSpan.ts'
import { underSpan } from '../tracing/underSpan.ts'
import { type AttemptTools, attemptDelivery, type TriedDelivery } from './attemptDelivery.ts'

/** {@link attemptDelivery} as a step of its delivery's trace; the requests it makes are part of it. */
export async function attemptTraced(
  tools: AttemptTools,
  input: Parameters<typeof attemptDelivery>[1],
): Promise<TriedDelivery> {
  const { attemptNumber, deliveryId, entry } = input
  const span = startSpan('attempt', {
    'messaging.system': 'flowmasters',
    'flowmasters.delivery.id': deliveryId,
    'flowmasters.channel': entry.channel,
    'flowmasters.attempt.number': attemptNumber,
  })
  const tried = await underSpan(span, () => attemptDelivery(tools, input))
  const { code, outcome } = tried.attempt
  span.setAttributes({ 'flowmasters.attempt.outcome': outcome, 'flowmasters.attempt.code': code })
  endSpan(span, outcome === 'delivered' ? undefined : code)
  return tried
}
