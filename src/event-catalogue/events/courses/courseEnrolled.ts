import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleEnrollment } from '../../samples/sampleEnrollment.ts'
import { enrollmentSnapshot } from '../../snapshots/enrollmentSnapshot.ts'

/** A student has a place in a course. */
export const courseEnrolled = defineEvent({
  type: 'course.enrolled',
  version: 1,
  area: eventAreas.courses,
  summary: {
    en: 'A student was enrolled in a course.',
    ru: 'Ученик записан на курс.',
  },
  firesWhen: {
    en: 'An enrollment is created, in any status.',
    ru: 'Создана запись на курс в любом статусе.',
  },
  current: enrollmentSnapshot,
  sample: {
    current: {
      ...sampleEnrollment,
      status: 'enrolled',
      progressPercent: 0,
      lessonsDone: 0,
      startedAt: null,
      lastProgressAt: null,
      updatedAt: '2026-11-02T09:12:00.000Z',
    },
    previous: null,
    changed: [],
  },
})
