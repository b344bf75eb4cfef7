import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscriber } from '../../samples/sampleSubscriber.ts'
import { subscriberSnapshot } from '../../snapshots/subscriberSnapshot.ts'

/** Somebody who had left reads our letters again. */
export const newsletterResubscribed = defineEvent({
  type: 'newsletter.resubscribed',
  version: 1,
  area: eventAreas.newsletter,
  summary: {
    en: 'A former subscriber came back.',
    ru: 'Бывший подписчик вернулся.',
  },
  firesWhen: {
    en: 'The status became subscribed again, for somebody who was subscribed before.',
    ru: 'Статус снова стал subscribed у того, кто уже был подписан.',
  },
  current: subscriberSnapshot,
  sample: {
    current: {
      ...sampleSubscriber,
      resubscribedAt: '2027-01-15T10:00:00.000Z',
      updatedAt: '2027-01-15T10:00:00.000Z',
    },
    previous: {
      ...sampleSubscriber,
      status: 'unsubscribed',
      unsubscribedAt: '2026-12-02T19:20:00.000Z',
    },
    changed: ['status', 'resubscribedAt', 'unsubscribedAt'],
  },
})
