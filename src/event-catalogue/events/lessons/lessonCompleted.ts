import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleLessonProgress } from '../../samples/sampleLessonProgress.ts'
import { lessonProgressSnapshot } from '../../snapshots/lessonProgressSnapshot.ts'

/** A lesson is done. */
export const lessonCompleted = defineEvent({
  type: 'lesson.completed',
  version: 1,
  area: eventAreas.lessons,
  summary: {
    en: 'A student completed a lesson.',
    ru: 'Ученик прошёл урок.',
  },
  firesWhen: {
    en: 'The status became completed, which 100 percent does too, or progress is created with it.',
    ru: 'Статус стал completed (его ставят и 100 процентов), или прогресс создан с ним.',
  },
  current: lessonProgressSnapshot,
  sample: {
    current: {
      ...sampleLessonProgress,
      status: 'completed',
      percent: 100,
      secondsWatched: 1400,
      completedAt: '2026-11-14T18:16:00.000Z',
      lastActivityAt: '2026-11-14T18:16:00.000Z',
      updatedAt: '2026-11-14T18:16:00.000Z',
    },
    previous: sampleLessonProgress,
    changed: ['status', 'percent', 'secondsWatched', 'completedAt', 'lastActivityAt'],
  },
})
