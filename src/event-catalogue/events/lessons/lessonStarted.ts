import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleLessonProgress } from '../../samples/sampleLessonProgress.ts'
import { lessonProgressSnapshot } from '../../snapshots/lessonProgressSnapshot.ts'

/** The first activity in a lesson, or the first after a reset. */
export const lessonStarted = defineEvent({
  type: 'lesson.started',
  version: 1,
  area: eventAreas.lessons,
  summary: {
    en: 'A student started a lesson.',
    ru: 'Ученик начал урок.',
  },
  firesWhen: {
    en: 'The status became in_progress, or progress is created with it.',
    ru: 'Статус стал in_progress, или прогресс создан с ним.',
  },
  current: lessonProgressSnapshot,
  sample: {
    current: {
      ...sampleLessonProgress,
      percent: 5,
      secondsWatched: 70,
      lastActivityAt: '2026-11-14T17:50:00.000Z',
      updatedAt: '2026-11-14T17:50:00.000Z',
    },
    previous: null,
    changed: [],
  },
})
