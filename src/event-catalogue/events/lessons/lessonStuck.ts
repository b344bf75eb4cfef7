import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleLessonProgress } from '../../samples/sampleLessonProgress.ts'
import { lessonProgressSnapshot } from '../../snapshots/lessonProgressSnapshot.ts'

/** A student may need help; once per quiet spell. */
export const lessonStuck = defineEvent({
  type: 'lesson.stuck',
  version: 1,
  area: eventAreas.lessons,
  summary: {
    en: 'A student is stuck on a lesson.',
    ru: 'Ученик застрял на уроке.',
  },
  firesWhen: {
    en: 'A lesson in progress had no activity for 3 days, or for as long as the site has set.',
    ru: 'По начатому уроку не было активности 3 дня или столько, сколько задано на сайте.',
  },
  current: lessonProgressSnapshot,
  extra: {
    /** Whole days since the last activity. */
    idleDays: z.number(),
  },
  sample: {
    current: sampleLessonProgress,
    previous: null,
    changed: [],
    idleDays: 3,
  },
})
