import type { PayloadRequest } from 'payload'

import { lockStoredValue } from '../lockStoredValue.ts'
import { documentIdOf } from '../documentIdOf.ts'

/**
 * Holds an enrollment's row until the transaction ends and answers with its status. Whoever saves progress takes the
 * enrollment first and the progress second, so nobody waits in a circle.
 */
export async function holdEnrollment(req: PayloadRequest, value: unknown): Promise<unknown> {
  const id = documentIdOf(req.payload, 'course-enrollments', value)
  if (id === undefined) return undefined
  return lockStoredValue({ req, collection: 'course-enrollments', id, field: 'status' })
}
