import type { PayloadRequest } from 'payload'

import type { StoredRow } from '../readRow.ts'

/** The enrollment of a user in a course; there is at most one. */
export async function findEnrollment(
  req: PayloadRequest,
  { course, user }: { course: unknown; user: unknown },
): Promise<StoredRow | undefined> {
  const found = await req.payload.db.findOne<StoredRow>({
    collection: 'course-enrollments',
    where: { and: [{ user: { equals: user } }, { course: { equals: course } }] },
    req,
  })
  return found ?? undefined
}
