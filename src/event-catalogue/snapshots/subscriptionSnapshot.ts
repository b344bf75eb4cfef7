import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `subscriptions`. Amounts are in the shop's own units. */
export const subscriptionSnapshot = defineSnapshot({
  number: rowField.text,
  /** Id of the user. */
  customer: rowField.relation,
  plan: rowField.relation,
  status: rowField.oneOf(['trialing', 'active', 'past_due', 'paused', 'cancelled', 'expired']),
  /** The plan's price when the subscription began. */
  price: rowField.money,
  interval: rowField.group({
    count: rowField.number,
    unit: rowField.oneOf(['day', 'week', 'month', 'year']),
  }),
  currentPeriodStart: rowField.date,
  /** Until when is paid; null while the first payment is waited for. */
  currentPeriodEnd: rowField.date,
  autoRenew: rowField.boolean,
  cancelAtPeriodEnd: rowField.boolean,
  cancellationReason: rowField.text,
  note: rowField.text,
  provider: rowField.oneOf(['manual', 'generic', 'yookassa', 'cloudpayments']),
  /** The provider's number of the subscription. */
  externalId: rowField.text,
  renewals: rowField.number,
  /** In a row; a successful payment makes it 0. */
  failedPayments: rowField.number,
  lastPayment: rowField.relation,
  lastFailure: rowField.group({
    at: rowField.date,
    code: rowField.text,
    reason: rowField.text,
  }),
  billingAnchor: rowField.date,
  trialEndsAt: rowField.date,
  pausedAt: rowField.date,
  cancelledAt: rowField.date,
  expiredAt: rowField.date,
})
