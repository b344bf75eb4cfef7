import type { CollectionBeforeChangeHook } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'
import { advisoryLock } from '../../advisoryLock.ts'

/** Puts a lesson without a number behind the last one of its course; lessons made at once take turns. */
export const numberLesson: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const course = documentIdOf(req.payload, 'courses', data['course'] ?? originalDoc?.course)
  if (typeof data['order'] === 'number' || !course) return data
  await advisoryLock(req, 'lesson_order', course)
  const { docs } = await req.payload.db.find<{ id: number | string; order?: number | null }>({
    collection: 'lessons',
    where: { and: [{ course: { equals: course } }, { order: { exists: true } }] },
    sort: '-order',
    limit: 1,
    pagination: false,
    req,
  })
  return { ...data, order: (docs[0]?.order ?? 0) + 1 }
}
