import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscriptionPayment } from '../../samples/sampleSubscriptionPayment.ts'
import { subscriptionPaymentSnapshot } from '../../snapshots/subscriptionPaymentSnapshot.ts'

/** The money did not come; subscription.payment_failed tells the same of the subscription. */
export const subscriptionPaymentFailed = defineEvent({
  type: 'subscription_payment.failed',
  version: 1,
  area: eventAreas.subscription_payments,
  summary: {
    en: 'A payment of a subscription failed.',
    ru: 'Платёж по подписке не прошёл.',
  },
  firesWhen: {
    en: 'The status became failed, or a payment is created with it.',
    ru: 'Статус стал failed, или платёж создан с ним.',
  },
  current: subscriptionPaymentSnapshot,
  sample: {
    current: {
      ...sampleSubscriptionPayment,
      status: 'failed',
      failureCode: 'insufficient_funds',
      failureReason: 'Недостаточно средств на карте',
      failedAt: '2026-12-01T09:00:12.000Z',
      updatedAt: '2026-12-01T09:00:12.000Z',
    },
    previous: sampleSubscriptionPayment,
    changed: ['failureCode', 'failureReason', 'status', 'failedAt'],
  },
})
