import type { PayloadRequest } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { asAction } from '../../asAction.ts'
import { isFreeCourse } from '../courses/isFreeCourse.ts'
import { documentId } from '../documentId.ts'
import { isSignedIn } from '../isSignedIn.ts'
import { schoolError } from '../schoolError.ts'
import { type StoredRow, readRow } from '../../readRow.ts'
import { advisoryLock } from '../../advisoryLock.ts'
import { enrollmentAnswer } from './enrollmentAnswer.ts'

/**
 * `POST /api/course-enrollments/enroll` `{ "course": 1 }`: joins a course oneself, where its policy allows. Answers 201
 * with the new enrollment, 200 with the one that is there; who had left is enrolled again. Refuses with
 * FLOW_COURSE_NOT_FOUND (404) and FLOW_COURSE_ENROLLMENT_CLOSED (403).
 */
export const enrollEndpoint = defineEndpoint({
  method: 'post',
  path: '/enroll',
  access: isSignedIn,
  limit: { name: 'course-enroll', points: 30, perSeconds: 60 },
  body: z.strictObject({ course: documentId }),
  handle: async ({ body, req }) => {
    const { enrollment, isNew } = await asAction(req, (inner) => enroll(inner, body.course))
    return jsonResponse({ enrollment: enrollmentAnswer(enrollment) }, isNew ? 201 : 200)
  },
})

type Enrolled = { enrollment: Record<string, unknown>; isNew: boolean }

async function enroll(req: PayloadRequest, course: number | string): Promise<Enrolled> {
  const { payload } = req
  const user = req.user?.id
  const stored = await readRow(req, 'courses', course)
  if (stored?.['_status'] !== 'published') throw schoolError(req, 'courseUnknown')
  await advisoryLock(req, 'enrollment', user, stored.id)
  const { docs } = await payload.db.find<StoredRow>({
    collection: 'course-enrollments',
    where: { and: [{ user: { equals: user } }, { course: { equals: stored.id } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const [known] = docs
  if (known && known['status'] !== 'cancelled') return { enrollment: known, isNew: false }
  if (!isOpen(stored)) throw schoolError(req, 'courseClosed')
  const enrollment = known
    ? await payload.update({
        collection: 'course-enrollments',
        id: known.id,
        data: { status: 'enrolled' },
        depth: 0,
        req,
      })
    : await payload.create({
        collection: 'course-enrollments',
        data: { user, course: stored.id, source: 'self' },
        depth: 0,
        req,
      })
  return { enrollment, isNew: !known }
}

function isOpen(course: StoredRow): boolean {
  if (course['enrollmentPolicy'] === 'open') return true
  return course['enrollmentPolicy'] !== 'closed' && isFreeCourse(course)
}
