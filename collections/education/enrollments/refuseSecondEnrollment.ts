import type { CollectionBeforeChangeHook } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'
import { refuseField } from '../../refuseField.ts'
import { advisoryLock } from '../../advisoryLock.ts'

/** Says (400, on the course) that the user is enrolled already; simultaneous requests take turns. */
export const refuseSecondEnrollment: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  req,
}) => {
  const course = documentIdOf(req.payload, 'courses', data['course'])
  const user = documentIdOf(req.payload, 'users', data['user'])
  // What is missing is the fields' own validation's business.
  if (operation !== 'create' || !course || !user) return data
  await advisoryLock(req, 'enrollment', user, course)
  const { totalDocs } = await req.payload.db.count({
    collection: collection.slug,
    where: { and: [{ user: { equals: user } }, { course: { equals: course } }] },
    req,
  })
  if (totalDocs === 0) return data
  throw refuseField({
    req,
    collection: collection.slug,
    path: 'course',
    message: {
      en: 'This user is already enrolled in this course.',
      ru: 'Этот пользователь уже записан на этот курс.',
    },
  })
}
