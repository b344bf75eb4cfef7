import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscription } from '../../samples/sampleSubscription.ts'
import { subscriptionSnapshot } from '../../snapshots/subscriptionSnapshot.ts'

/** Comes from the schedule: no change of the subscription causes it. */
export const subscriptionExpiringSoon = defineEvent({
  type: 'subscription.expiring_soon',
  version: 1,
  area: eventAreas.subscriptions,
  summary: {
    en: 'A subscription ends soon.',
    ru: 'Подписка скоро закончится.',
  },
  firesWhen: {
    en: 'Seven days before the end of the paid period, once per period.',
    ru: 'За семь дней до конца оплаченного периода, один раз за период.',
  },
  current: subscriptionSnapshot,
  extra: {
    /** Whole days until the end, rounded up. */
    daysLeft: z.number(),
  },
  sample: {
    current: { ...sampleSubscription, autoRenew: false },
    previous: null,
    changed: [],
    daysLeft: 7,
  },
})
