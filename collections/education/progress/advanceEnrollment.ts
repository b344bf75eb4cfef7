import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'

import { innerRequest } from '../../innerRequest.ts'
import { readRow } from '../../readRow.ts'

/**
 * Moves the enrollment on after one of its lessons changed, in the same transaction: the first lesson begun makes it
 * active, the last published lesson done completes it. Its row is held since `attachEnrollment`.
 */
export const advanceEnrollment: CollectionAfterChangeHook = async ({ doc, req }) => {
  // The rows, not `doc`: with `select` the answer may lack any of this.
  const progress = await readRow(req, 'lesson-progress', doc.id)
  const enrollment = await readRow(req, 'course-enrollments', progress?.['enrollment'])
  if (!progress || !enrollment) return doc
  const status = enrollment['status']
  if (status !== 'enrolled' && status !== 'active') return doc

  const begins = status === 'enrolled' && progress['status'] !== 'not_started'
  const counted = await save(req, enrollment.id, {
    ...(begins ? { status: 'active' } : {}),
    ...(progress['lastActivityAt'] ? { lastProgressAt: progress['lastActivityAt'] } : {}),
  })
  const { lessonsDone, lessonsTotal } = counted
  if (counted['status'] === 'active' && Number(lessonsTotal) > 0 && lessonsDone === lessonsTotal) {
    await save(req, enrollment.id, { status: 'completed' })
  }
  return doc
}

async function save(
  req: PayloadRequest,
  id: number | string,
  data: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  return req.payload.update({
    collection: 'course-enrollments',
    id,
    data,
    depth: 0,
    req: innerRequest(req),
  })
}
