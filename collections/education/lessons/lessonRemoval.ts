import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'

import { readRow } from '../../readRow.ts'
import { holdCourse } from './holdCourse.ts'
import { recountCourse } from './recountCourse.ts'

const key = (id: number | string): string => `courseOfDeletedLesson:${id}`

/** What students did in a lesson goes with it, and its course counts again. */
export const lessonRemoval: {
  beforeDelete: CollectionBeforeDeleteHook
  afterDelete: CollectionAfterDeleteHook
} = {
  beforeDelete: async ({ context, id, req }) => {
    const lesson = await readRow(req, 'lessons', id)
    context[key(id)] = lesson?.['course']
    await holdCourse(req, lesson?.['course'])
    // Below the hooks: they would count every enrollment once per lesson, and it is done once below.
    await req.payload.db.deleteMany({
      collection: 'lesson-progress',
      where: { lesson: { equals: id } },
      req,
    })
  },
  afterDelete: async ({ context, doc, id, req }) => {
    await recountCourse(req, context[key(id)])
    return doc
  },
}
