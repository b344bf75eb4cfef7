import { inTime } from '../inTime.ts'
import type { Scan } from '../scan.ts'

const DAY_MS = 86_400_000
const QUARTER_HOUR_MS = 15 * 60_000

/** When a student needs attention. */
export type SchoolScanOptions = {
  /** Days without progress in a course. @default 7 */
  stalledAfterDays?: number
  /** Days without activity in a lesson. @default 3 */
  stuckAfterDays?: number
}

/** Students who have stopped: in a course, in a lesson. */
export function schoolScans({
  stalledAfterDays = 7,
  stuckAfterDays = 3,
}: SchoolScanOptions = {}): Scan[] {
  return [
    inTime.quietFor({
      event: 'course.stalled',
      collection: 'course-enrollments',
      label: { en: 'Find students who have stopped', ru: 'Найти остановившихся учеников' },
      since: ['lastProgressAt', 'startedAt'],
      forMs: stalledAfterDays * DAY_MS,
      where: { status: 'active' },
      extra: ({ days }) => ({ idleDays: days }),
      everyMs: QUARTER_HOUR_MS,
    }),
    inTime.quietFor({
      event: 'lesson.stuck',
      collection: 'lesson-progress',
      label: { en: 'Find students stuck on a lesson', ru: 'Найти застрявших на уроке' },
      since: ['lastActivityAt', 'startedAt'],
      forMs: stuckAfterDays * DAY_MS,
      where: { status: 'in_progress' },
      extra: ({ days }) => ({ idleDays: days }),
      everyMs: QUARTER_HOUR_MS,
    }),
  ]
}
