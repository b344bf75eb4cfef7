import type { CollectionAfterChangeHook } from 'payload'

import { projectBefore } from './projectBefore.ts'
import { relatedId } from './relatedId.ts'
import { updateProgress } from './updateProgress.ts'

type TaskRow = { id: number | string; project?: unknown; status?: unknown }

/** `afterChange` of a task: the progress of its project, and of the one it was taken from. */
export const countProgress: CollectionAfterChangeHook = async ({
  collection,
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const id = doc.id ?? previousDoc?.id
  // `select` may have left out of the answer what is needed here.
  const row = await req.payload.db.findOne<TaskRow>({
    collection: collection.slug,
    where: { id: { equals: id } },
    select: { project: true, status: true },
    req,
  })
  const is = relatedId(row?.project)
  const was =
    operation === 'update'
      ? relatedId(context[projectBefore(id)] ?? previousDoc?.project)
      : undefined
  await updateProgress(
    req,
    [is, was].filter((project) => project !== undefined),
  )
  return doc
}
