import type { CollectionBeforeChangeHook } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'
import { refuseField } from '../../refuseField.ts'
import { readRow } from '../../readRow.ts'
import { advisoryLock } from '../../advisoryLock.ts'
import { findEnrollment } from '../findEnrollment.ts'
import { holdEnrollment } from '../holdEnrollment.ts'

/**
 * Finds the enrollment a progress belongs to, and holds its row until the transaction ends. It goes before every other
 * hook: whoever saves progress takes the enrollment first and the progress second, so nobody waits in a circle, and of two
 * lessons completed at once the second one counts the first.
 */
export const attachEnrollment: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const refuse = (path: string, en: string, ru: string) =>
    refuseField({ req, collection: collection.slug, path, message: { en, ru } })

  if (operation === 'update') {
    await holdEnrollment(req, originalDoc?.enrollment)
    return data
  }
  const { lesson } = data
  const user = documentIdOf(req.payload, 'users', data['user'])
  const stored = await readRow(req, 'lessons', lesson)
  // What is missing is the fields' own validation's business.
  if (!stored || !user) return data
  const course = stored['course']
  const enrollment = course ? await findEnrollment(req, { user, course }) : undefined
  if (!enrollment) {
    throw refuse(
      'lesson',
      'This user is not enrolled in the course of this lesson.',
      'Этот пользователь не записан на курс этого урока.',
    )
  }
  await holdEnrollment(req, enrollment.id)
  await advisoryLock(req, 'lesson_progress', user, lesson)
  const { totalDocs } = await req.payload.db.count({
    collection: collection.slug,
    where: { and: [{ user: { equals: user } }, { lesson: { equals: lesson } }] },
    req,
  })
  if (totalDocs > 0) {
    throw refuse(
      'lesson',
      'This user has progress in this lesson already.',
      'У этого пользователя уже есть прогресс по этому уроку.',
    )
  }
  return { ...data, enrollment: enrollment.id, course }
}
