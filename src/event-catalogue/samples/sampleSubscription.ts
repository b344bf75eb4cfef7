import type * as z from 'zod'

import type { subscriptionSnapshot } from '../snapshots/subscriptionSnapshot.ts'

/** A running monthly subscription of the sample school. */
export const sampleSubscription = {
  id: 214,
  number: 'SUB-000214',
  customer: 318,
  plan: 3,
  price: { amount: 1990, currency: 'RUB' },
  interval: { count: 1, unit: 'month' },
  currentPeriodStart: '2026-11-01T09:00:00.000Z',
  currentPeriodEnd: '2026-12-01T09:00:00.000Z',
  note: null,
  cancellationReason: null,
  status: 'active',
  autoRenew: true,
  cancelAtPeriodEnd: false,
  provider: 'yookassa',
  externalId: 'sub-2f1c9a',
  renewals: 2,
  failedPayments: 0,
  lastPayment: 5071,
  lastFailure: { at: null, code: null, reason: null },
  billingAnchor: '2026-09-01T09:00:00.000Z',
  trialEndsAt: null,
  pausedAt: null,
  cancelledAt: null,
  expiredAt: null,
  createdAt: '2026-09-01T09:00:00.000Z',
  updatedAt: '2026-11-01T09:00:12.000Z',
} satisfies z.output<typeof subscriptionSnapshot>
