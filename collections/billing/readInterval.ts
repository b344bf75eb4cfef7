import type { BillingInterval } from './billingPeriod.ts'

const units: readonly BillingInterval['unit'][] = ['day', 'week', 'month', 'year']

/** The interval a group field holds, or `undefined` when it is not whole. */
export function readInterval(value: unknown): BillingInterval | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('unit' in value) || !('count' in value)) return undefined
  const unit = units.find((known) => known === value.unit)
  const { count } = value
  return unit && typeof count === 'number' && count >= 1 ? { unit, count } : undefined
}
