import type { PayloadRequest } from 'payload'

import { executeSql } from '../../executeSql.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { tableOf } from '../tableOf.ts'

/**
 * Brings lessonsTotal, lessonsDone and progressPercent of a course's open enrollments up to date after its set of
 * published lessons changed. Nothing is completed here: taking a lesson off the site for an hour must not hand out
 * certificates. Rows are locked first, in one order, so that students who report meanwhile take turns with it.
 */
export async function recountCourse(req: PayloadRequest, value: unknown): Promise<void> {
  const course = documentIdOf(req.payload, 'courses', value)
  if (course === undefined) return
  const enrollments = tableOf(req, 'course-enrollments')
  const lessons = tableOf(req, 'lessons')
  const progress = tableOf(req, 'lesson-progress')
  const stale = await executeSql(
    req,
    `select id from ${enrollments}
      where course_id = $1 and status in ('enrolled', 'active')
        and lessons_total is distinct from
          (select count(*) from ${lessons} where course_id = $1 and _status = 'published')
      order by id for update`,
    [course],
  )
  if (!stale || stale.length === 0) return
  await executeSql(
    req,
    `update ${enrollments} e
        set lessons_total = c.total, lessons_done = c.done,
            progress_percent = case when c.total = 0 then 0 else floor(c.percents / c.total) end
       from (
         select o.id, count(l.id) as total,
                count(*) filter (where p.status = 'completed') as done,
                coalesce(sum(p.percent), 0) as percents
           from ${enrollments} o
           left join ${lessons} l on l.course_id = o.course_id and l._status = 'published'
           left join ${progress} p on p.lesson_id = l.id and p.enrollment_id = o.id
          where o.id = any($1)
          group by o.id
       ) c
      where e.id = c.id`,
    [stale.map(({ id }) => id)],
  )
}
