import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { nowOf } from '../nowOf.ts'
import { priceInLocale } from '../priceInLocale.ts'
import { readRow, type StoredRow } from '../readRow.ts'
import { type BillingInterval, billingPeriod } from './billingPeriod.ts'
import { isoDate } from './isoDate.ts'
import { readInterval } from './readInterval.ts'

const DAY_MS = 86_400_000
const MONTH = { unit: 'month', count: 1 } as const

/**
 * Completes a new subscription from its plan: price and interval are frozen; without a status it begins with the
 * plan's trial or active; trialing and active ones without a period get their first. One that waits for its first
 * payment is created as `past_due` and has no period until then.
 */
export const beginSubscription: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data) return data
  const plan = await readRow(req, 'subscription-plans', data['plan'])
  // What is missing is said by the validation of the field.
  if (!plan) return data
  const interval = readInterval(data['interval']) ?? readInterval(plan['interval']) ?? MONTH
  const status: unknown = data['status'] || firstStatus(data, plan)
  const now = nowOf(req.payload)
  return {
    ...data,
    ...firstPrice(req, data, plan),
    interval,
    status,
    ...firstPeriod({ data, interval, now, plan, status }),
  }
}

type Data = Readonly<Record<string, unknown>>

function firstStatus(data: Data, plan: StoredRow): 'trialing' | 'active' {
  return trialDaysOf(plan) > 0 && !data['currentPeriodEnd'] ? 'trialing' : 'active'
}

function firstPrice(req: PayloadRequest, data: Partial<Data>, plan: StoredRow): Data {
  const given = data['price']
  const isGiven = typeof given === 'object' && given !== null && 'amount' in given
  const price = isGiven && typeof given.amount === 'number' ? given : undefined
  const found = price ?? priceInLocale(req, plan['price'])
  return found ? { price: found } : {}
}

type FirstPeriodOptions = {
  data: Data
  status: unknown
  now: string
  plan: StoredRow
  interval: BillingInterval
}

/** A period that was given stays as it is. */
function firstPeriod({ data, interval, now, plan, status }: FirstPeriodOptions): Data {
  const isRunning = status === 'trialing' || status === 'active'
  if (data['currentPeriodEnd'] || !isRunning) return {}
  const start = isoDate(data['currentPeriodStart']) ?? now
  const days = status === 'trialing' ? trialDaysOf(plan) : 0
  if (days > 0) {
    const end = new Date(Date.parse(start) + days * DAY_MS).toISOString()
    return { currentPeriodStart: start, currentPeriodEnd: end, trialEndsAt: end }
  }
  const { end } = billingPeriod(start, { interval, anchor: start })
  return { currentPeriodStart: start, currentPeriodEnd: end, billingAnchor: start }
}

function trialDaysOf(plan: StoredRow): number {
  return typeof plan['trialDays'] === 'number' ? plan['trialDays'] : 0
}
