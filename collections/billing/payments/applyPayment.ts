import type { CollectionAfterChangeHook } from 'payload'

import { innerRequest } from '../../innerRequest.ts'
import { inTurn } from '../../inTurn.ts'
import { readRow, type StoredRow } from '../../readRow.ts'
import { isoDate } from '../isoDate.ts'
import { renewalNotes } from './renewalNotes.ts'
import { renewalTask } from './renewalTask.ts'

/**
 * Does what `planRenewal` decided, in the payment's transaction: moves the subscription's period forward and takes it
 * back to active, or counts the failure and marks the subscription as waiting for payment.
 */
export const applyPayment: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  // The answer may lack fields, by `select`.
  const payment = await readRow(req, collection.slug, doc.id)
  if (!payment) return doc
  const notes = await renewalNotes(req)
  const isSuccess = notes.take(renewalTask.success(payment))
  const isFailure = !isSuccess && notes.take(renewalTask.failure(payment))
  if (!isSuccess && !isFailure) return doc
  await inTurn(req, `billing:${String(payment['subscription'])}`, async () => {
    const subscription = await readRow(req, 'subscriptions', payment['subscription'])
    if (!subscription) return
    await req.payload.update({
      collection: 'subscriptions',
      id: subscription.id,
      data: isSuccess ? renewed(subscription, payment) : unpaid(subscription, payment),
      depth: 0,
      req: innerRequest(req),
    })
  })
  return doc
}

function renewed(subscription: StoredRow, payment: StoredRow): Record<string, unknown> {
  const paidUntil = isoDate(subscription['currentPeriodEnd'])
  const [start, end] = [isoDate(payment['periodStart']), isoDate(payment['periodEnd'])]
  const isForward = end !== null && (paidUntil === null || Date.parse(end) > Date.parse(paidUntil))
  const isGapless = paidUntil !== null && start === paidUntil
  return {
    lastPayment: payment.id,
    failedPayments: 0,
    // Money does not end a pause.
    ...(subscription['status'] === 'paused' ? {} : { status: 'active' }),
    ...(isForward
      ? {
          currentPeriodEnd: end,
          ...(start === null ? {} : { currentPeriodStart: start }),
          billingAnchor:
            (isGapless ? isoDate(subscription['billingAnchor']) : null) ?? start ?? end,
          // The first period is no renewal.
          ...(paidUntil === null ? {} : { renewals: countOf(subscription['renewals']) + 1 }),
        }
      : {}),
  }
}

function unpaid(subscription: StoredRow, payment: StoredRow): Record<string, unknown> {
  const isRunning = ['trialing', 'active'].includes(String(subscription['status']))
  return {
    lastPayment: payment.id,
    failedPayments: countOf(subscription['failedPayments']) + 1,
    lastFailure: {
      at: isoDate(payment['failedAt']),
      code: payment['failureCode'] ?? null,
      reason: payment['failureReason'] ?? null,
    },
    ...(isRunning ? { status: 'past_due' } : {}),
  }
}

const countOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
