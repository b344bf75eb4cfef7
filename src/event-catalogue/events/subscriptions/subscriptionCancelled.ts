import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscription } from '../../samples/sampleSubscription.ts'
import { subscriptionSnapshot } from '../../snapshots/subscriptionSnapshot.ts'

/** The subscription will not go on; a cancellation for the end of the period counts when it comes. */
export const subscriptionCancelled = defineEvent({
  type: 'subscription.cancelled',
  version: 1,
  area: eventAreas.subscriptions,
  summary: {
    en: 'A subscription was cancelled.',
    ru: 'Подписка отменена.',
  },
  firesWhen: {
    en: 'The status became cancelled, or a subscription is created with it.',
    ru: 'Статус стал cancelled, или подписка создана с ним.',
  },
  current: subscriptionSnapshot,
  sample: {
    current: {
      ...sampleSubscription,
      status: 'cancelled',
      cancelledAt: '2026-11-21T10:40:00.000Z',
      updatedAt: '2026-11-21T10:40:00.000Z',
    },
    previous: sampleSubscription,
    changed: ['status', 'cancelledAt'],
  },
})
