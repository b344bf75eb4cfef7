import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleEnrollment } from '../../samples/sampleEnrollment.ts'
import { enrollmentSnapshot } from '../../snapshots/enrollmentSnapshot.ts'

/** The end of a course; once per enrollment. */
export const courseCompleted = defineEvent({
  type: 'course.completed',
  version: 1,
  area: eventAreas.courses,
  summary: {
    en: 'A student completed a course.',
    ru: 'Ученик прошёл курс.',
  },
  firesWhen: {
    en: 'The status became completed, which completing the last published lesson does too, or an enrollment is created with it.',
    ru: 'Статус стал completed (его ставит и завершение последнего опубликованного урока), или запись создана с ним.',
  },
  current: enrollmentSnapshot,
  sample: {
    current: {
      ...sampleEnrollment,
      status: 'completed',
      progressPercent: 100,
      lessonsDone: 10,
      completedAt: '2026-11-28T16:42:00.000Z',
      lastProgressAt: '2026-11-28T16:42:00.000Z',
      updatedAt: '2026-11-28T16:42:00.000Z',
    },
    previous: {
      ...sampleEnrollment,
      progressPercent: 100,
      lessonsDone: 10,
      lastProgressAt: '2026-11-28T16:42:00.000Z',
      updatedAt: '2026-11-28T16:42:00.000Z',
    },
    changed: ['status', 'completedAt'],
  },
})
