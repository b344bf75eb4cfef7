import type { CollectionBeforeChangeHook } from 'payload'

import { lockStoredValue } from '../lockStoredValue.ts'
import { projectBefore } from './projectBefore.ts'

/**
 * Notes which project a task belongs to before the change, read from the locked row: of two people who move one task
 * at once, the second takes it from where the first has put it.
 */
export const rememberProject: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update') return data
  const { id } = originalDoc
  const stored = await lockStoredValue({
    req,
    collection: collection.slug,
    id,
    field: 'project_id',
  })
  context[projectBefore(id)] = stored ?? null
  return data
}
