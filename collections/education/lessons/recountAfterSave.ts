import type { CollectionAfterChangeHook } from 'payload'

import { readRow } from '../../readRow.ts'
import { recountCourse } from './recountCourse.ts'

/** After a lesson was published, unpublished or moved, its course counts again. */
export const recountAfterSave: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const row = await readRow(req, 'lessons', doc.id)
  const courses = new Set([row?.['course'], previousDoc?.course])
  for (const course of courses) await recountCourse(req, course)
  return doc
}
