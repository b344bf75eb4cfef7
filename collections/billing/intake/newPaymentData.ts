import type { Payload } from 'payload'

import type { ApiTransaction } from '../../../src/http/inTransaction.ts'
import type { StoredRow } from '../../readRow.ts'
import { isPriceMet } from './isPriceMet.ts'
import type { PaymentNotice } from './paymentNotice.ts'
import { statusFacts } from './statusFacts.ts'

type NewPaymentOptions = { notice: PaymentNotice; subscription: StoredRow }

/** The document for a payment that was not known before. */
export async function newPaymentData(
  payload: Payload,
  transaction: ApiTransaction,
  { notice, subscription }: NewPaymentOptions,
): Promise<Record<string, unknown>> {
  const retried = await retriedPayment(payload, transaction, { notice, subscription })
  return {
    subscription: subscription.id,
    provider: notice.provider,
    externalId: notice.externalId,
    status: notice.status,
    ...(notice.amount ? { amount: notice.amount } : {}),
    ...(notice.attempt === undefined ? {} : { attempt: notice.attempt }),
    ...(retried ? { retryOf: retried } : {}),
    ...statusFacts(notice),
    ...(isPriceMet(notice.amount, subscription['price']) ? {} : { issue: 'amount_mismatch' }),
  }
}

/** Said by the notice; otherwise, after a failure, the failed payment that the subscription still waits for. */
async function retriedPayment(
  payload: Payload,
  { req }: ApiTransaction,
  { notice, subscription }: NewPaymentOptions,
): Promise<number | string | undefined> {
  const isWaiting = Number(subscription['failedPayments'] ?? 0) > 0
  if (notice.retryOf === undefined && !isWaiting) return undefined
  const which =
    notice.retryOf === undefined
      ? { id: { equals: subscription['lastPayment'] } }
      : { externalId: { equals: notice.retryOf } }
  const found = await payload.db.findOne<StoredRow>({
    collection: 'subscription-payments',
    where: {
      and: [
        which,
        { provider: { equals: notice.provider } },
        { subscription: { equals: subscription.id } },
        { status: { equals: 'failed' } },
      ],
    },
    req,
  })
  return found?.id
}
