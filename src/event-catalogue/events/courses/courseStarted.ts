import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleEnrollment } from '../../samples/sampleEnrollment.ts'
import { enrollmentSnapshot } from '../../snapshots/enrollmentSnapshot.ts'

/** Studying has begun. */
export const courseStarted = defineEvent({
  type: 'course.started',
  version: 1,
  area: eventAreas.courses,
  summary: {
    en: 'A student started a course.',
    ru: 'Ученик начал курс.',
  },
  firesWhen: {
    en: 'The status became active, which beginning the first lesson does too, or an enrollment is created with it.',
    ru: 'Статус стал active (его ставит и начало первого урока), или запись создана с ним.',
  },
  current: enrollmentSnapshot,
  sample: {
    current: {
      ...sampleEnrollment,
      progressPercent: 1,
      lessonsDone: 0,
      lastProgressAt: '2026-11-03T17:20:00.000Z',
      updatedAt: '2026-11-03T17:20:00.000Z',
    },
    previous: {
      ...sampleEnrollment,
      status: 'enrolled',
      progressPercent: 0,
      lessonsDone: 0,
      startedAt: null,
      lastProgressAt: null,
      updatedAt: '2026-11-02T09:12:00.000Z',
    },
    changed: ['status', 'progressPercent', 'startedAt', 'lastProgressAt'],
  },
})
