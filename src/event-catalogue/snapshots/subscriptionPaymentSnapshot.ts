import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `subscription-payments`. Amounts are in the shop's own units. */
export const subscriptionPaymentSnapshot = defineSnapshot({
  number: rowField.text,
  subscription: rowField.relation,
  amount: rowField.money,
  status: rowField.oneOf(['pending', 'successful', 'failed', 'refunded']),
  /** The period the money is for. */
  periodStart: rowField.date,
  periodEnd: rowField.date,
  attempt: rowField.number,
  /** The failed payment that this one tries again. */
  retryOf: rowField.relation,
  failureCode: rowField.text,
  failureReason: rowField.text,
  /** Set while the money does not renew the subscription. */
  issue: rowField.oneOf(['amount_mismatch', 'subscription_cancelled']),
  note: rowField.text,
  provider: rowField.oneOf(['manual', 'generic', 'yookassa', 'cloudpayments']),
  /** The provider's number of the payment. */
  externalId: rowField.text,
  paidAt: rowField.date,
  failedAt: rowField.date,
  refundedAt: rowField.date,
  /** When it was counted in the subscription. */
  appliedAt: rowField.date,
  refunds: rowField.list({
    id: rowField.text,
    externalId: rowField.text,
    amount: rowField.number,
    at: rowField.date,
  }),
})
