import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleReview } from '../../samples/sampleReview.ts'
import { reviewSnapshot } from '../../snapshots/reviewSnapshot.ts'

/** Four or five stars. */
export const reviewPositive = defineEvent({
  type: 'review.positive',
  version: 1,
  area: eventAreas.reviews,
  summary: {
    en: 'A review praises.',
    ru: 'Положительный отзыв.',
  },
  firesWhen: {
    en: 'A review is created with a rating of 4 or 5, or an edit moves it there.',
    ru: 'Отзыв создан с оценкой 4 или 5, или правка сделала её такой.',
  },
  current: reviewSnapshot,
  sample: {
    current: sampleReview,
    previous: null,
    changed: [],
  },
})
