import type { PayloadRequest } from 'payload'

import { executeSql } from '../../executeSql.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { tableOf } from '../tableOf.ts'

/**
 * Holds every enrollment of a course until the transaction ends, in one order: for work that takes several of them after
 * something else, so that students who report meanwhile wait for it and it for them, not both.
 */
export async function holdCourse(req: PayloadRequest, value: unknown): Promise<void> {
  const course = documentIdOf(req.payload, 'courses', value)
  if (course === undefined) return
  const enrollments = tableOf(req, 'course-enrollments')
  await executeSql(
    req,
    `select 1 from ${enrollments} where course_id = $1 order by id for update`,
    [course],
  )
}
