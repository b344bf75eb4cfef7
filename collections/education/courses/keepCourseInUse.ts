import { APIError, type CollectionBeforeDeleteHook } from 'payload'

import { innerRequest } from '../../innerRequest.ts'
import { lockForDeletion } from '../../lockForDeletion.ts'
import { textFor } from '../../textFor.ts'

/**
 * Refuses (400, `FLOW_COURSE_IN_USE`) to delete a course that somebody is or was enrolled in: their history hangs on it,
 * and taking it off the site is what unpublishing is for. Lessons of an unused course go with it.
 */
export const keepCourseInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await lockForDeletion(req, 'courses', id)
  const where = { course: { equals: id } }
  const { totalDocs } = await req.payload.db.count({ collection: 'course-enrollments', where, req })
  if (totalDocs > 0) {
    throw new APIError(
      textFor(req, {
        en: 'FLOW_COURSE_IN_USE: the course has enrollments and cannot be deleted. Unpublish it instead.',
        ru: 'FLOW_COURSE_IN_USE: на курс есть записи, удалить его нельзя. Снимите его с публикации.',
      }),
      400,
      { code: 'FLOW_COURSE_IN_USE' },
      true,
    )
  }
  const { docs } = await req.payload.db.find<{ id: number | string }>({
    collection: 'lessons',
    where,
    pagination: false,
    limit: 0,
    req,
  })
  // One by one: deleting many at once reports failures instead of failing.
  for (const lesson of docs) {
    await req.payload.delete({
      collection: 'lessons',
      id: lesson.id,
      depth: 0,
      req: innerRequest(req),
    })
  }
}
