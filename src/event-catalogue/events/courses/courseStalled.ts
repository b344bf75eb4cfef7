import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleEnrollment } from '../../samples/sampleEnrollment.ts'
import { enrollmentSnapshot } from '../../snapshots/enrollmentSnapshot.ts'

/** A student has gone quiet; once per quiet spell. */
export const courseStalled = defineEvent({
  type: 'course.stalled',
  version: 1,
  area: eventAreas.courses,
  summary: {
    en: 'A student made no progress in a course for a week.',
    ru: 'Ученик неделю не продвигается по курсу.',
  },
  firesWhen: {
    en: 'An active enrollment had no progress for 7 days, or for as long as the site has set.',
    ru: 'По активной записи не было прогресса 7 дней или столько, сколько задано на сайте.',
  },
  current: enrollmentSnapshot,
  extra: {
    /** Whole days since the last progress. */
    idleDays: z.number(),
  },
  sample: {
    current: sampleEnrollment,
    previous: null,
    changed: [],
    idleDays: 7,
  },
})
