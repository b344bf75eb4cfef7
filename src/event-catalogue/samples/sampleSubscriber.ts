import type * as z from 'zod'

import type { subscriberSnapshot } from '../snapshots/subscriberSnapshot.ts'

/** Somebody who has just confirmed their subscription. */
export const sampleSubscriber = {
  id: 2207,
  email: 'maria.kuznetsova@example.com',
  name: 'Мария Кузнецова',
  lists: [2],
  tags: ['кофе'],
  consent: {
    text: 'Согласна получать письма магазина «Утро».',
    at: '2026-11-21T08:10:00.000Z',
    ip: '203.0.113.0',
  },
  status: 'subscribed',
  locale: 'ru',
  source: 'site',
  user: null,
  subscribedAt: '2026-11-21T08:12:40.000Z',
  resubscribedAt: null,
  unsubscribedAt: null,
  unsubscribeReason: null,
  createdAt: '2026-11-21T08:10:00.000Z',
  updatedAt: '2026-11-21T08:12:40.000Z',
} satisfies z.output<typeof subscriberSnapshot>
