import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { rowField } from '../../rowField.ts'
import { sampleSubscription } from '../../samples/sampleSubscription.ts'
import { subscriptionSnapshot } from '../../snapshots/subscriptionSnapshot.ts'

/** Tells the subscription; subscription_payment.failed tells the payment. */
export const subscriptionHadPaymentFailed = defineEvent({
  type: 'subscription.payment_failed',
  version: 1,
  area: eventAreas.subscriptions,
  summary: {
    en: 'A payment of a subscription failed.',
    ru: 'Платёж по подписке не прошёл.',
  },
  firesWhen: {
    en: 'A payment of the subscription failed, each time one does.',
    ru: 'Платёж по подписке не прошёл, каждый раз.',
  },
  current: subscriptionSnapshot,
  extra: {
    /** Id of the failed payment. */
    paymentId: rowField.relation,
    failureCode: rowField.text,
    failureReason: rowField.text,
  },
  sample: {
    current: {
      ...sampleSubscription,
      status: 'past_due',
      failedPayments: 1,
      lastPayment: 5102,
      lastFailure: {
        at: '2026-12-01T09:00:12.000Z',
        code: 'insufficient_funds',
        reason: 'Недостаточно средств на карте',
      },
      updatedAt: '2026-12-01T09:00:12.000Z',
    },
    previous: sampleSubscription,
    changed: ['status', 'failedPayments', 'lastPayment', 'lastFailure'],
    paymentId: 5102,
    failureCode: 'insufficient_funds',
    failureReason: 'Недостаточно средств на карте',
  },
})
