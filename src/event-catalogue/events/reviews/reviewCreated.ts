import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleReview } from '../../samples/sampleReview.ts'
import { reviewSnapshot } from '../../snapshots/reviewSnapshot.ts'

/** Before moderation: staff hear of it first. */
export const reviewCreated = defineEvent({
  type: 'review.created',
  version: 1,
  area: eventAreas.reviews,
  summary: {
    en: 'A review was written.',
    ru: 'Написан отзыв.',
  },
  firesWhen: {
    en: 'A review is created, in any state of moderation.',
    ru: 'Создан отзыв, в любом состоянии модерации.',
  },
  current: reviewSnapshot,
  sample: {
    current: sampleReview,
    previous: null,
    changed: [],
  },
})
