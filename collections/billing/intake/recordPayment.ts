import type { Payload, PayloadRequest } from 'payload'

import { type ApiTransaction, inTransaction } from '../../../src/http/inTransaction.ts'
import type { StoredRow } from '../../readRow.ts'
import { findSubscription } from './findSubscription.ts'
import type { PaymentNotice } from './paymentNotice.ts'
import { paymentRefusals } from './paymentRefusals.ts'
import { noticeChange } from './noticeChange.ts'
import { newPaymentData } from './newPaymentData.ts'

/** What became of a notice: `known` was told before, `stale` is older than what is known. */
export type RecordedPayment = {
  outcome: 'recorded' | 'known' | 'stale'
  paymentId: number | string
}

const PAYMENTS = 'subscription-payments'

/**
 * Writes down what a provider says about a payment: at most once per provider, number and status, in whichever order
 * and however often it is told. Payment, subscription and events are one transaction.
 * Throws FLOW_PAYMENT_SUBSCRIPTION_UNKNOWN and FLOW_PAYMENT_UNKNOWN (404), FLOW_PAYMENT_OUT_OF_ORDER (409).
 */
export function recordPayment(payload: Payload, notice: PaymentNotice): Promise<RecordedPayment> {
  return inTransaction(payload, async (transaction) => {
    await oneAtATime(transaction, notice)
    const { transactionID } = transaction.req
    const req = { ...(transactionID === undefined ? {} : { transactionID }), context: {} }
    const known = await findPayment(payload, transaction, notice)
    if (!known) {
      const created = await create(payload, transaction, notice, req)
      return { outcome: 'recorded', paymentId: created.id }
    }
    const change = noticeChange(known, notice)
    if (change === 'known' || change === 'stale') return { outcome: change, paymentId: known.id }
    await payload.update({ collection: PAYMENTS, id: known.id, data: change, depth: 0, req })
    return { outcome: 'recorded', paymentId: known.id }
  })
}

/** Two deliveries of one notification must not both find nothing. Held until the transaction ends. */
async function oneAtATime({ sql }: ApiTransaction, notice: PaymentNotice): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `payment:${notice.provider}:${notice.externalId}`,
  ])
}

async function findPayment(
  payload: Payload,
  { req }: ApiTransaction,
  { externalId, provider }: PaymentNotice,
): Promise<StoredRow | undefined> {
  const found = await payload.db.findOne<StoredRow>({
    collection: PAYMENTS,
    where: { and: [{ provider: { equals: provider } }, { externalId: { equals: externalId } }] },
    req,
  })
  return found ?? undefined
}

async function create(
  payload: Payload,
  transaction: ApiTransaction,
  notice: PaymentNotice,
  req: Partial<PayloadRequest>,
): Promise<StoredRow> {
  if (notice.status === 'refunded') throw paymentRefusals.unknownPayment(notice.externalId)
  const subscription = await findSubscription(payload, transaction, notice)
  const data = await newPaymentData(payload, transaction, { notice, subscription })
  return payload.create({ collection: PAYMENTS, data, depth: 0, req })
}
