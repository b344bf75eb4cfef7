import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'

import { innerRequest } from '../../innerRequest.ts'
import { readRow } from '../../readRow.ts'
import { holdEnrollment } from '../holdEnrollment.ts'

const key = (id: number | string): string => `enrollmentOfDeletedProgress:${id}`

/** After a progress was deleted, its enrollment counts again; every save of an open enrollment does. */
export const progressRemoval: {
  beforeDelete: CollectionBeforeDeleteHook
  afterDelete: CollectionAfterDeleteHook
} = {
  beforeDelete: async ({ context, id, req }) => {
    const progress = await readRow(req, 'lesson-progress', id)
    context[key(id)] = progress?.['enrollment']
    await holdEnrollment(req, progress?.['enrollment'])
  },
  afterDelete: async ({ context, doc, id, req }) => {
    const enrollment = await readRow(req, 'course-enrollments', context[key(id)])
    if (!enrollment) return doc
    await req.payload.update({
      collection: 'course-enrollments',
      id: enrollment.id,
      data: {},
      depth: 0,
      req: innerRequest(req),
    })
    return doc
  },
}
