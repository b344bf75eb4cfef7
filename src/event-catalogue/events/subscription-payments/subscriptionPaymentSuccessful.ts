import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscriptionPayment } from '../../samples/sampleSubscriptionPayment.ts'
import { subscriptionPaymentSnapshot } from '../../snapshots/subscriptionPaymentSnapshot.ts'

/** The money came. */
export const subscriptionPaymentSuccessful = defineEvent({
  type: 'subscription_payment.successful',
  version: 1,
  area: eventAreas.subscription_payments,
  summary: {
    en: 'A payment of a subscription succeeded.',
    ru: 'Платёж по подписке прошёл.',
  },
  firesWhen: {
    en: 'The status became successful, or a payment is created with it.',
    ru: 'Статус стал successful, или платёж создан с ним.',
  },
  current: subscriptionPaymentSnapshot,
  sample: {
    current: {
      ...sampleSubscriptionPayment,
      status: 'successful',
      periodStart: '2026-12-01T09:00:00.000Z',
      periodEnd: '2027-01-01T09:00:00.000Z',
      paidAt: '2026-12-01T09:00:11.000Z',
      appliedAt: '2026-12-01T09:00:12.000Z',
      updatedAt: '2026-12-01T09:00:12.000Z',
    },
    previous: sampleSubscriptionPayment,
    changed: ['periodStart', 'periodEnd', 'status', 'paidAt', 'appliedAt'],
  },
})
