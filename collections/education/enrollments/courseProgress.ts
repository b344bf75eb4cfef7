import type { PayloadRequest } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'

/** How far somebody is in a course. */
export type CourseProgress = {
  lessonsTotal: number
  lessonsDone: number
  /** 0–100, whole; the average over the published lessons, rounded down. */
  progressPercent: number
}

type ProgressRow = { id: number | string; percent?: number | null; status?: string | null }

/** Counts the published lessons of a course and what one enrollment has done of them. */
export async function courseProgress(
  req: PayloadRequest,
  { course: given, enrollment }: { course: unknown; enrollment?: unknown },
): Promise<CourseProgress> {
  const course = documentIdOf(req.payload, 'courses', given)
  if (course === undefined) return { lessonsTotal: 0, lessonsDone: 0, progressPercent: 0 }
  const lessons = await req.payload.db.find<{ id: number | string }>({
    collection: 'lessons',
    where: { and: [{ course: { equals: course } }, { _status: { equals: 'published' } }] },
    pagination: false,
    limit: 0,
    select: {},
    req,
  })
  const lessonsTotal = lessons.docs.length
  if (enrollment === undefined || lessonsTotal === 0) {
    return { lessonsTotal, lessonsDone: 0, progressPercent: 0 }
  }
  const { docs } = await req.payload.db.find<ProgressRow>({
    collection: 'lesson-progress',
    where: {
      and: [
        { enrollment: { equals: enrollment } },
        { lesson: { in: lessons.docs.map(({ id }) => id) } },
      ],
    },
    pagination: false,
    limit: 0,
    req,
  })
  const percents = docs.reduce((sum, { percent }) => sum + (percent ?? 0), 0)
  return {
    lessonsTotal,
    lessonsDone: docs.filter(({ status }) => status === 'completed').length,
    progressPercent: Math.floor(percents / lessonsTotal),
  }
}
