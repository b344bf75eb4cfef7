import type { PayloadRequest } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { asAction } from '../../asAction.ts'
import { documentId } from '../documentId.ts'
import { enrollmentAnswer } from '../enrollments/enrollmentAnswer.ts'
import { nowOf } from '../../nowOf.ts'
import { isSignedIn } from '../isSignedIn.ts'
import { schoolError } from '../schoolError.ts'
import { type StoredRow, readRow } from '../../readRow.ts'
import { holdEnrollment } from '../holdEnrollment.ts'

const DAY_SECONDS = 86_400

const report = z
  .strictObject({
    lesson: documentId,
    /** How much of the lesson is done, 0–100. It only grows. */
    percent: z.number().min(0).max(100).optional(),
    completed: z.literal(true).optional(),
    /** Seconds watched so far, all sittings together. It only grows. */
    secondsWatched: z
      .number()
      .int()
      .min(0)
      .max(DAY_SECONDS * 365)
      .optional(),
  })
  .refine(({ completed, percent }) => completed !== undefined || percent !== undefined, {
    error: 'needs percent or completed',
    path: ['percent'],
  })

type Report = z.output<typeof report>
type Reported = { progress: StoredRow; enrollment: StoredRow }

/**
 * `POST /api/lesson-progress/report` `{ "lesson": 1, "percent": 40 }` or `{ "lesson": 1, "completed": true }`: a student
 * tells how far they are in a lesson of a course they are enrolled in. It may be repeated and sent twice at once. Answers
 * with the progress and the enrollment. Refuses with FLOW_LESSON_NOT_FOUND (404), FLOW_LESSON_NOT_ENROLLED (403) and
 * FLOW_ENROLLMENT_CANCELLED (409).
 */
export const reportEndpoint = defineEndpoint({
  method: 'post',
  path: '/report',
  access: isSignedIn,
  limit: { name: 'lesson-report', points: 240, perSeconds: 60 },
  body: report,
  handle: async ({ body, req }) => {
    const { enrollment, progress } = await asAction(req, (inner) => save(inner, body))
    return jsonResponse({
      progress: answerOf(progress),
      enrollment: enrollmentAnswer(enrollment),
    })
  },
})

async function save(req: PayloadRequest, given: Report): Promise<Reported> {
  const { course } = await publishedLesson(req, given.lesson)
  const enrollment = await openEnrollment(req, course)
  // Again, now that nobody can take it away: it may have gone while we waited.
  const lesson = await publishedLesson(req, given.lesson)
  const known = await findOne(req, 'lesson-progress', { lesson: lesson.id })
  const data = dataOf(given, known, nowOf(req.payload))
  const { id } = known
    ? await req.payload.update({
        collection: 'lesson-progress',
        id: known.id,
        data,
        depth: 0,
        req,
      })
    : await req.payload.create({
        collection: 'lesson-progress',
        data: { ...data, user: req.user?.id, lesson: lesson.id },
        depth: 0,
        req,
      })
  return {
    progress: (await readRow(req, 'lesson-progress', id)) ?? { id },
    enrollment: (await readRow(req, 'course-enrollments', enrollment.id)) ?? enrollment,
  }
}

async function publishedLesson(req: PayloadRequest, id: number | string): Promise<StoredRow> {
  const lesson = await readRow(req, 'lessons', id)
  if (lesson?.['_status'] !== 'published') throw schoolError(req, 'lessonUnknown')
  return lesson
}

/** The caller's enrollment, its row held: reports of one student about one course take turns. */
async function openEnrollment(req: PayloadRequest, course: unknown): Promise<StoredRow> {
  const found = course ? await findOne(req, 'course-enrollments', { course }) : null
  await holdEnrollment(req, found?.id)
  const held = await readRow(req, 'course-enrollments', found?.id)
  if (!held) throw schoolError(req, 'notEnrolled')
  if (held['status'] === 'cancelled') throw schoolError(req, 'enrollmentCancelled')
  return held
}

/** The caller's own row. */
async function findOne(
  req: PayloadRequest,
  collection: string,
  where: Record<string, unknown>,
): Promise<StoredRow | null> {
  const own = Object.entries({ ...where, user: req.user?.id })
  return req.payload.db.findOne<StoredRow>({
    collection,
    where: { and: own.map(([field, value]) => ({ [field]: { equals: value } })) },
    req,
  })
}

/** A late or repeated report never takes anything back. */
function dataOf(given: Report, known: StoredRow | null, now: string): Record<string, unknown> {
  const isDone = given.completed === true || known?.['status'] === 'completed'
  const percent = isDone ? 100 : Math.max(Number(known?.['percent'] ?? 0), given.percent ?? 0)
  return {
    status: isDone ? 'completed' : 'in_progress',
    percent,
    secondsWatched: Math.max(Number(known?.['secondsWatched'] ?? 0), given.secondsWatched ?? 0),
    lastActivityAt: now,
  }
}

function answerOf(progress: StoredRow): Record<string, unknown> {
  const { id, lesson, course, status, percent, secondsWatched, startedAt, completedAt } = progress
  return { id, lesson, course, status, percent, secondsWatched, startedAt, completedAt }
}
