import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscription } from '../../samples/sampleSubscription.ts'
import { subscriptionSnapshot } from '../../snapshots/subscriptionSnapshot.ts'

/** The paid time stands still. */
export const subscriptionPaused = defineEvent({
  type: 'subscription.paused',
  version: 1,
  area: eventAreas.subscriptions,
  summary: {
    en: 'A subscription was paused.',
    ru: 'Подписка приостановлена.',
  },
  firesWhen: {
    en: 'The status became paused, or a subscription is created with it.',
    ru: 'Статус стал paused, или подписка создана с ним.',
  },
  current: subscriptionSnapshot,
  sample: {
    current: {
      ...sampleSubscription,
      status: 'paused',
      pausedAt: '2026-11-21T10:40:00.000Z',
      updatedAt: '2026-11-21T10:40:00.000Z',
    },
    previous: sampleSubscription,
    changed: ['status', 'pausedAt'],
  },
})
