import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscriber } from '../../samples/sampleSubscriber.ts'
import { subscriberSnapshot } from '../../snapshots/subscriberSnapshot.ts'

/** Letters to this address must stop; `statusTo` says why they do. */
export const newsletterUnsubscribed = defineEvent({
  type: 'newsletter.unsubscribed',
  version: 1,
  area: eventAreas.newsletter,
  summary: {
    en: 'A subscriber left the newsletter.',
    ru: 'Подписчик ушёл из рассылки.',
  },
  firesWhen: {
    en: 'The status left subscribed: the person unsubscribed or complained, or the address turned out not to exist.',
    ru: 'Статус перестал быть subscribed: человек отписался, пожаловался, или адрес оказался несуществующим.',
  },
  current: subscriberSnapshot,
  extra: {
    /** `unsubscribed`, `bounced` or `complained`; plain text, since a site may have statuses of its own. */
    statusTo: z.string().nullable(),
  },
  sample: {
    current: {
      ...sampleSubscriber,
      status: 'unsubscribed',
      unsubscribedAt: '2026-12-02T19:20:00.000Z',
      unsubscribeReason: 'Слишком много писем',
      updatedAt: '2026-12-02T19:20:00.000Z',
    },
    previous: sampleSubscriber,
    changed: ['status', 'unsubscribedAt', 'unsubscribeReason'],
    statusTo: 'unsubscribed',
  },
})
