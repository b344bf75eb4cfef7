import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscriptionPayment } from '../../samples/sampleSubscriptionPayment.ts'
import { subscriptionPaymentSnapshot } from '../../snapshots/subscriptionPaymentSnapshot.ts'

const samplePaid = {
  ...sampleSubscriptionPayment,
  status: 'successful',
  periodStart: '2026-12-01T09:00:00.000Z',
  periodEnd: '2027-01-01T09:00:00.000Z',
  paidAt: '2026-12-01T09:00:11.000Z',
  appliedAt: '2026-12-01T09:00:12.000Z',
} as const

/** All the money of the payment went back; a part of it does not count. */
export const subscriptionPaymentRefunded = defineEvent({
  type: 'subscription_payment.refunded',
  version: 1,
  area: eventAreas.subscription_payments,
  summary: {
    en: 'A payment of a subscription was refunded.',
    ru: 'Платёж по подписке возвращён.',
  },
  firesWhen: {
    en: 'The status became refunded, or a payment is created with it.',
    ru: 'Статус стал refunded, или платёж создан с ним.',
  },
  current: subscriptionPaymentSnapshot,
  sample: {
    current: {
      ...samplePaid,
      status: 'refunded',
      refundedAt: '2026-12-03T12:00:00.000Z',
      refunds: [
        {
          id: '6930a1f2a9b1c20012d4e801',
          externalId: '2f8cc0a4-0015-5000-8000-1f2e3d4c5b6a',
          amount: 1990,
          at: '2026-12-03T12:00:00.000Z',
        },
      ],
      updatedAt: '2026-12-03T12:00:00.000Z',
    },
    previous: samplePaid,
    changed: ['status', 'refundedAt', 'refunds'],
  },
})
