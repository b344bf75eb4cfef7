import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscription } from '../../samples/sampleSubscription.ts'
import { subscriptionSnapshot } from '../../snapshots/subscriptionSnapshot.ts'

/** The paid period is over and nobody paid for another. */
export const subscriptionExpired = defineEvent({
  type: 'subscription.expired',
  version: 1,
  area: eventAreas.subscriptions,
  summary: {
    en: 'A subscription expired.',
    ru: 'Подписка истекла.',
  },
  firesWhen: {
    en: 'The status became expired, or a subscription is created with it.',
    ru: 'Статус стал expired, или подписка создана с ним.',
  },
  current: subscriptionSnapshot,
  sample: {
    current: {
      ...sampleSubscription,
      status: 'expired',
      expiredAt: '2026-12-01T09:05:00.000Z',
      updatedAt: '2026-12-01T09:05:00.000Z',
    },
    previous: sampleSubscription,
    changed: ['status', 'expiredAt'],
  },
})
