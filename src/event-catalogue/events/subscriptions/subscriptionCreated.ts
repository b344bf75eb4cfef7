import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscription } from '../../samples/sampleSubscription.ts'
import { subscriptionSnapshot } from '../../snapshots/subscriptionSnapshot.ts'

/** Somebody is subscribed, on trial, for money, or waiting for the first payment. */
export const subscriptionCreated = defineEvent({
  type: 'subscription.created',
  version: 1,
  area: eventAreas.subscriptions,
  summary: {
    en: 'A subscription was created.',
    ru: 'Создана подписка.',
  },
  firesWhen: {
    en: 'A subscription is created, in any status.',
    ru: 'Создана подписка в любом статусе.',
  },
  current: subscriptionSnapshot,
  sample: {
    current: sampleSubscription,
    previous: null,
    changed: [],
  },
})
