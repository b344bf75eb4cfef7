import type * as z from 'zod'

import type { lessonProgressSnapshot } from '../snapshots/lessonProgressSnapshot.ts'

/** A student in the middle of a lesson. */
export const sampleLessonProgress = {
  id: 1731,
  user: 318,
  lesson: 96,
  enrollment: 204,
  course: 12,
  status: 'in_progress',
  percent: 60,
  secondsWatched: 840,
  startedAt: '2026-11-14T17:50:00.000Z',
  completedAt: null,
  lastActivityAt: '2026-11-14T18:05:00.000Z',
  createdAt: '2026-11-14T17:50:00.000Z',
  updatedAt: '2026-11-14T18:05:00.000Z',
} satisfies z.output<typeof lessonProgressSnapshot>
