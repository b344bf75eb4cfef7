import type { Access, PayloadRequest, Where } from 'payload'

import { isStaff } from '../../access/isStaff.ts'

/**
 * Staff read every lesson. A student reads published lessons of the courses they are enrolled in, also of a course that is
 * no longer on the site; everybody reads published free previews of published courses.
 */
export const readLessons: Access = async ({ req }) => {
  if (isStaff({ req })) return true
  const preview: Where = {
    and: [{ freePreview: { equals: true } }, { 'course._status': { equals: 'published' } }],
  }
  const courses = await coursesOf(req)
  const own: Where[] = courses.length > 0 ? [{ course: { in: courses } }] : []
  return { and: [{ _status: { equals: 'published' } }, { or: [preview, ...own] }] }
}

async function coursesOf(req: PayloadRequest): Promise<unknown[]> {
  if (!req.user) return []
  const { docs } = await req.payload.db.find<{ id: number | string; course: unknown }>({
    collection: 'course-enrollments',
    where: {
      and: [{ user: { equals: req.user.id } }, { status: { not_equals: 'cancelled' } }],
    },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(({ course }) => course).filter((course) => course !== null)
}
