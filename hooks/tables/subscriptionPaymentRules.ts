import type { Change } from '../rules/change.ts'
import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved payment of a subscription means. */
export const subscriptionPaymentRules: RuleTable = {
  'subscription_payment.created': on.created(),
  'subscription_payment.retry': carrying(on.save(isNewAttempt), ({ current }) => ({
    attempt: current['attempt'] ?? null,
  })),
  'subscription_payment.successful': on.changedTo('status', 'successful'),
  'subscription_payment.failed': on.changedTo('status', 'failed'),
  'subscription_payment.refunded': on.changedTo('status', 'refunded'),
}

/** A payment that tries a failed one again, or one more attempt counted on a failed one. */
function isNewAttempt({ current, operation, previous }: Change): boolean {
  if (operation === 'create') return Boolean(current['retryOf'])
  const [before, after] = [previous?.['attempt'] ?? 1, current['attempt'] ?? 1]
  const isCountedOn = typeof before === 'number' && typeof after === 'number' && after > before
  return operation === 'update' && previous?.['status'] === 'failed' && isCountedOn
}
