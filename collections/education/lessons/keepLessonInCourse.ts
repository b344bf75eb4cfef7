import type { CollectionBeforeChangeHook } from 'payload'

import { refuseField } from '../../refuseField.ts'

/** Refuses (400) to move a lesson that students have begun to another course. */
export const keepLessonInCourse: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before: unknown = originalDoc?.course
  const after: unknown = data['course']
  if (operation !== 'update' || !before || after === undefined || after === before) return data
  const { totalDocs } = await req.payload.db.count({
    collection: 'lesson-progress',
    where: { lesson: { equals: originalDoc.id } },
    req,
  })
  if (totalDocs === 0) return data
  throw refuseField({
    req,
    collection: collection.slug,
    path: 'course',
    message: {
      en: 'Students have begun this lesson: it stays in its course. Make a copy for the other one.',
      ru: 'Урок уже начали ученики: он остаётся в своём курсе. Для другого курса сделайте копию.',
    },
  })
}
