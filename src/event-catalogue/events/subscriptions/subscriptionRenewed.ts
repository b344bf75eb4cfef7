import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscription } from '../../samples/sampleSubscription.ts'
import { subscriptionSnapshot } from '../../snapshots/subscriptionSnapshot.ts'

/** Paid for one more period; the time given back after a pause is no renewal. */
export const subscriptionRenewed = defineEvent({
  type: 'subscription.renewed',
  version: 1,
  area: eventAreas.subscriptions,
  summary: {
    en: 'A subscription was renewed.',
    ru: 'Подписка продлена.',
  },
  firesWhen: {
    en: 'The end of the paid period moved forward. The end of a pause does not count.',
    ru: 'Конец оплаченного периода сдвинулся вперёд. Окончание паузы не считается.',
  },
  current: subscriptionSnapshot,
  extra: {
    /** Until when was paid before; ISO 8601. */
    periodEndFrom: z.string().nullable(),
    periodEndTo: z.string().nullable(),
  },
  sample: {
    current: {
      ...sampleSubscription,
      currentPeriodStart: '2026-12-01T09:00:00.000Z',
      currentPeriodEnd: '2027-01-01T09:00:00.000Z',
      renewals: 3,
      lastPayment: 5102,
      updatedAt: '2026-12-01T09:00:12.000Z',
    },
    previous: sampleSubscription,
    changed: ['currentPeriodStart', 'currentPeriodEnd', 'renewals', 'lastPayment'],
    periodEndFrom: '2026-12-01T09:00:00.000Z',
    periodEndTo: '2027-01-01T09:00:00.000Z',
  },
})
