import type { Logger } from '../kernel/logger.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import type { ObservedAttempt } from './observedAttempt.ts'

/**
 * One wide line per try, so that a log search alone can follow a delivery. The level goes by what became of it: `debug`
 * delivered, `warn` will be tried again, given up or refused because of a lost lease, `error` a dead letter. The
 * reason has its secrets masked; bodies, headers and addresses stay in the delivery log.
 */
export function logAttempt(logger: Logger, attempt: ObservedAttempt): void {
  const { claim, dueLagMs, isAccepted, result } = attempt
  logger[levelOf(attempt)]({
    msg: isAccepted
      ? `flowmasters: delivery ${result.status}`
      : 'flowmasters: late result refused, another worker holds the delivery',
    eventId: claim.eventId,
    eventType: claim.eventType,
    deliveryId: claim.id,
    subscriptionId: claim.subscriptionId,
    channel: claim.channel,
    attempt: claim.attemptsFinished + (result.isAttempt ? 1 : 0),
    outcome: result.outcome,
    status: result.status,
    code: result.code,
    reason: result.reason,
    durationMs: result.durationMs,
    dueLagMs,
    retryInMs: result.status === 'retrying' ? result.delayMs : null,
    isAccepted,
  })
}

function levelOf({ isAccepted, result }: ObservedAttempt): 'debug' | 'warn' | 'error' {
  if (!isAccepted) return 'warn'
  if (result.status === 'delivered') return 'debug'
  return result.status === 'dead' ? 'error' : 'warn'
}

/** The engine's own trouble with a delivery; its lease runs out. */
export function logFailure(logger: Logger, claim: ClaimedDelivery, err: unknown): void {
  logger.error({ msg: 'flowmasters: delivery failed inside the engine', deliveryId: claim.id, err })
}
