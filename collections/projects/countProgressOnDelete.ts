import type { CollectionAfterDeleteHook } from 'payload'

import { relatedId } from './relatedId.ts'
import { updateProgress } from './updateProgress.ts'

/** `afterDelete` of a task: its project has one task less. */
export const countProgressOnDelete: CollectionAfterDeleteHook = async ({ doc, req }) => {
  const project = relatedId(doc.project)
  if (project !== undefined) await updateProgress(req, [project])
  return doc
}
