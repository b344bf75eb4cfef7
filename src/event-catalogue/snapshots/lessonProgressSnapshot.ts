import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `lesson-progress`: what one student did in one lesson. */
export const lessonProgressSnapshot = defineSnapshot({
  user: rowField.relation,
  lesson: rowField.relation,
  enrollment: rowField.relation,
  course: rowField.relation,
  status: rowField.oneOf(['not_started', 'in_progress', 'completed']),
  /** 0–100. */
  percent: rowField.number,
  secondsWatched: rowField.number,
  startedAt: rowField.date,
  completedAt: rowField.date,
  lastActivityAt: rowField.date,
})
