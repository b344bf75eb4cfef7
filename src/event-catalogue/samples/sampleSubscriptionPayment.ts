import type * as z from 'zod'

import type { subscriptionPaymentSnapshot } from '../snapshots/subscriptionPaymentSnapshot.ts'

/** A payment of the sample subscription that the provider works on. */
export const sampleSubscriptionPayment = {
  id: 5102,
  number: 'PAY-005102',
  subscription: 214,
  amount: { amount: 1990, currency: 'RUB' },
  periodStart: null,
  periodEnd: null,
  failureCode: null,
  failureReason: null,
  note: null,
  status: 'pending',
  issue: null,
  attempt: 1,
  retryOf: null,
  provider: 'yookassa',
  externalId: '2f8a6c1e-000f-5000-9000-1b2c3d4e5f60',
  paidAt: null,
  failedAt: null,
  refundedAt: null,
  appliedAt: null,
  refunds: [],
  createdAt: '2026-12-01T09:00:03.000Z',
  updatedAt: '2026-12-01T09:00:03.000Z',
} satisfies z.output<typeof subscriptionPaymentSnapshot>
