import type { CollectionBeforeDeleteHook } from 'payload'

import { holdEnrollment } from '../holdEnrollment.ts'

/** What was done in an enrollment goes with it; certificates stay. */
export const forgetProgress: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await holdEnrollment(req, id)
  await req.payload.db.deleteMany({
    collection: 'lesson-progress',
    where: { enrollment: { equals: id } },
    req,
  })
}
