import type { CollectionBeforeChangeHook } from 'payload'

import { isStaff } from '../access/isStaff.ts'

/** Whoever creates a task asked for it, unless the task says otherwise. */
export const setReporter: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  const isOurs = operation === 'create' && !data['reporter'] && req.user && isStaff({ req })
  return isOurs ? { ...data, reporter: req.user?.id } : data
}
