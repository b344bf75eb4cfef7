import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleReview } from '../../samples/sampleReview.ts'
import { reviewSnapshot } from '../../snapshots/reviewSnapshot.ts'

/** One or two stars: somebody should answer soon. */
export const reviewNegative = defineEvent({
  type: 'review.negative',
  version: 1,
  area: eventAreas.reviews,
  summary: {
    en: 'A review complains.',
    ru: 'Отрицательный отзыв.',
  },
  firesWhen: {
    en: 'A review is created with a rating of 1 or 2, or an edit moves it there.',
    ru: 'Отзыв создан с оценкой 1 или 2, или правка сделала её такой.',
  },
  current: reviewSnapshot,
  sample: {
    current: {
      ...sampleReview,
      rating: 2,
      title: 'Сломалась через неделю',
      text: 'Перестал работать капучинатор, жду ответа поддержки третий день.',
    },
    previous: null,
    changed: [],
  },
})
