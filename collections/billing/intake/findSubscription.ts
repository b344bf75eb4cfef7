import type { Payload } from 'payload'

import type { ApiTransaction } from '../../../src/http/inTransaction.ts'
import type { StoredRow } from '../../readRow.ts'
import type { PaymentNotice } from './paymentNotice.ts'
import { paymentRefusals } from './paymentRefusals.ts'

/** The subscription a notice is about, by our number or by the provider's. FLOW_PAYMENT_SUBSCRIPTION_UNKNOWN (404). */
export async function findSubscription(
  payload: Payload,
  { req }: Pick<ApiTransaction, 'req'>,
  { provider, subscription }: Pick<PaymentNotice, 'provider' | 'subscription'>,
): Promise<StoredRow> {
  const { externalId, id } = subscription
  const byId = id === undefined ? undefined : numberOf(id)
  const where =
    id === undefined
      ? { and: [{ provider: { equals: provider } }, { externalId: { equals: externalId } }] }
      : { id: { equals: byId } }
  const isAskable = id === undefined ? externalId !== undefined : byId !== undefined
  const found = isAskable
    ? await payload.db.findOne<StoredRow>({ collection: 'subscriptions', where, req })
    : null
  if (found) return found
  throw paymentRefusals.unknownSubscription(id ?? externalId ?? '')
}

/** Ids are whole numbers; the database refuses to look for anything else. */
function numberOf(id: string): number | undefined {
  const number = Number(id)
  return /^\d{1,10}$/.test(id) && number < 2 ** 31 ? number : undefined
}
