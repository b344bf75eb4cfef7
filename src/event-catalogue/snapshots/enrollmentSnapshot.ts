import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `course-enrollments`: who studies what, and how far they are. */
export const enrollmentSnapshot = defineSnapshot({
  user: rowField.relation,
  course: rowField.relation,
  status: rowField.oneOf(['enrolled', 'active', 'completed', 'cancelled']),
  /** 0–100. */
  progressPercent: rowField.number,
  lessonsDone: rowField.number,
  lessonsTotal: rowField.number,
  note: rowField.text,
  source: rowField.text,
  /** The order that paid for it, if one did. */
  order: rowField.relation,
  startedAt: rowField.date,
  completedAt: rowField.date,
  cancelledAt: rowField.date,
  lastProgressAt: rowField.date,
})
