import type { Json } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'
import { isJsonObject } from '../../src/kernel/isJsonObject.ts'

/**
 * What a saved subscription means. Payments reach it as fields of its row: `currentPeriodEnd` moves forward, or
 * `failedPayments` counts one more.
 */
export const subscriptionRules: RuleTable = {
  'subscription.created': on.created(),
  'subscription.cancelled': on.changedTo('status', 'cancelled'),
  'subscription.paused': on.changedTo('status', 'paused'),
  'subscription.renewed': carrying(on.save(isRenewal), ({ current, previous }) => ({
    periodEndFrom: previous?.['currentPeriodEnd'] ?? null,
    periodEndTo: current['currentPeriodEnd'] ?? null,
  })),
  'subscription.expired': on.changedTo('status', 'expired'),
  'subscription.payment_failed': carrying(on.save(hasFailedOnceMore), ({ current }) => ({
    paymentId: current['lastPayment'] ?? null,
    failureCode: memberOf(current['lastFailure'], 'code'),
    failureReason: memberOf(current['lastFailure'], 'reason'),
  })),
}

/** A first period is no renewal, and neither is the time that is given back after a pause. */
function isRenewal({ current, operation, previous }: Change): boolean {
  if (operation !== 'update') return false
  const [before, after] = [
    timeOf(previous?.['currentPeriodEnd']),
    timeOf(current['currentPeriodEnd']),
  ]
  const isEndOfPause = previous?.['status'] === 'paused' && current['status'] === 'active'
  return before !== undefined && after !== undefined && after > before && !isEndOfPause
}

function hasFailedOnceMore({ current, operation, previous }: Change): boolean {
  return operation === 'update' && countOf(current) > countOf(previous)
}

function countOf(row: Change['previous']): number {
  const count = row?.['failedPayments']
  return typeof count === 'number' ? count : 0
}

function timeOf(value: Json | undefined): number | undefined {
  return typeof value === 'string' ? Date.parse(value) : undefined
}

function memberOf(value: Json | undefined, name: string): Json {
  return isJsonObject(value) ? (value[name] ?? null) : null
}
