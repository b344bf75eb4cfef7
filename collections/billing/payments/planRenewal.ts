import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { nowOf } from '../../nowOf.ts'
import { inTurn } from '../../inTurn.ts'
import { lockStoredValue } from '../../lockStoredValue.ts'
import { readRow, type StoredRow } from '../../readRow.ts'
import { isoDate } from '../isoDate.ts'
import { nextPeriod } from '../nextPeriod.ts'
import { readInterval } from '../readInterval.ts'
import { renewalNotes } from './renewalNotes.ts'
import { renewalTask } from './renewalTask.ts'

type Payment = Record<string, unknown>

/**
 * Decides once what a payment means for its subscription, and leaves it to `applyPayment` to do. A successful one gets the
 * period it pays for and `appliedAt`; money that must not renew (an issue, a cancelled subscription) stays without.
 * Locks the subscription before the payment is written: its foreign key would share a lock that two writers
 * then want whole. Stands after `guardStatus`, which has locked the payment.
 */
export const planRenewal: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const stored =
    operation === 'update' ? await readRow(req, collection.slug, originalDoc.id) : undefined
  const isSettled = data['status'] === 'successful' && !data['appliedAt'] && !data['issue']
  const isFailure = data['status'] === 'failed' && stored?.['status'] !== 'failed'
  if (!isSettled && !isFailure) return data
  const id: unknown = data['subscription']
  return inTurn(req, `billing:${String(id)}`, async () => {
    const subscription = await lockSubscription(req, id)
    if (!subscription) return data
    const notes = await renewalNotes(req)
    if (isFailure) {
      notes.plan(renewalTask.failure(data))
      return data
    }
    if (subscription['status'] === 'cancelled') return { ...data, issue: 'subscription_cancelled' }
    const payment = { ...data, ...(await settlement(req, subscription, data)) }
    notes.promise(id, payment.periodEnd)
    notes.plan(renewalTask.success(payment))
    return payment
  })
}

async function lockSubscription(req: PayloadRequest, id: unknown): Promise<StoredRow | undefined> {
  if (typeof id !== 'number' && typeof id !== 'string') return undefined
  await lockStoredValue({ req, collection: 'subscriptions', id, field: 'id' })
  return readRow(req, 'subscriptions', id)
}

type Settlement = { appliedAt: string; periodStart: string | null; periodEnd: string }

async function settlement(
  req: PayloadRequest,
  subscription: StoredRow,
  payment: Payment,
): Promise<Settlement> {
  const appliedAt = nowOf(req.payload)
  // Whoever books an older payment says what it was for.
  const given = isoDate(payment['periodEnd'])
  if (given) return { appliedAt, periodStart: isoDate(payment['periodStart']), periodEnd: given }
  const notes = await renewalNotes(req)
  const { end, start } = nextPeriod({
    interval: readInterval(subscription['interval']) ?? { unit: 'month', count: 1 },
    paidUntil: notes.paidUntil(subscription.id, isoDate(subscription['currentPeriodEnd'])),
    anchor: isoDate(subscription['billingAnchor']),
    isExpired: subscription['status'] === 'expired',
    paidAt: isoDate(payment['paidAt']) ?? appliedAt,
  })
  return { appliedAt, periodStart: start, periodEnd: end }
}
