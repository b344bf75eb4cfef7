import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleLessonProgress } from '../../samples/sampleLessonProgress.ts'
import { lessonProgressSnapshot } from '../../snapshots/lessonProgressSnapshot.ts'

/** How far a student is in a lesson. */
export const lessonProgressUpdated = defineEvent({
  type: 'lesson.progress_updated',
  version: 1,
  area: eventAreas.lessons,
  summary: {
    en: 'Progress in a lesson changed.',
    ru: 'Прогресс по уроку изменился.',
  },
  firesWhen: {
    en: 'The percent of existing progress changed.',
    ru: 'Изменился процент уже существующего прогресса.',
  },
  current: lessonProgressSnapshot,
  extra: {
    percentFrom: z.number(),
    percentTo: z.number(),
  },
  sample: {
    current: sampleLessonProgress,
    previous: {
      ...sampleLessonProgress,
      percent: 35,
      secondsWatched: 490,
      lastActivityAt: '2026-11-14T17:58:00.000Z',
      updatedAt: '2026-11-14T17:58:00.000Z',
    },
    changed: ['percent', 'secondsWatched', 'lastActivityAt'],
    percentFrom: 35,
    percentTo: 60,
  },
})
