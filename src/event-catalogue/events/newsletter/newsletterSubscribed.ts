import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscriber } from '../../samples/sampleSubscriber.ts'
import { subscriberSnapshot } from '../../snapshots/subscriberSnapshot.ts'

/** A newcomer; who comes back is `newsletter.resubscribed`. */
export const newsletterSubscribed = defineEvent({
  type: 'newsletter.subscribed',
  version: 1,
  area: eventAreas.newsletter,
  summary: {
    en: 'Somebody subscribed to the newsletter.',
    ru: 'Новый подписчик рассылки.',
  },
  firesWhen: {
    en: 'A subscriber becomes subscribed for the first time, as a rule by the link in the confirmation letter.',
    ru: 'Подписчик впервые получил статус subscribed, обычно по ссылке из письма с подтверждением.',
  },
  current: subscriberSnapshot,
  sample: {
    current: sampleSubscriber,
    previous: { ...sampleSubscriber, status: 'pending', subscribedAt: null },
    changed: ['status', 'subscribedAt'],
  },
})
