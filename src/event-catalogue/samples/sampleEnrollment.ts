import type * as z from 'zod'

import type { enrollmentSnapshot } from '../snapshots/enrollmentSnapshot.ts'

/** A student in the middle of a course. */
export const sampleEnrollment = {
  id: 204,
  user: 318,
  course: 12,
  status: 'active',
  progressPercent: 40,
  lessonsDone: 4,
  lessonsTotal: 10,
  note: null,
  source: 'order',
  order: 10482,
  startedAt: '2026-11-03T17:20:00.000Z',
  completedAt: null,
  cancelledAt: null,
  lastProgressAt: '2026-11-14T18:05:00.000Z',
  createdAt: '2026-11-02T09:12:00.000Z',
  updatedAt: '2026-11-14T18:05:00.000Z',
} satisfies z.output<typeof enrollmentSnapshot>
