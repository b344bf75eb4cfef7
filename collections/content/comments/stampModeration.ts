import type { CollectionBeforeChangeHook } from 'payload'

import { nowOf } from '../../nowOf.ts'

/** Notes who decided about a comment and when, each time the decision changes. */
export const stampModeration: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const status: unknown = data['status']
  const isDecision = status === 'approved' || status === 'rejected'
  if (!isDecision || status === originalDoc?.status) return data
  return { ...data, moderatedAt: nowOf(req.payload), moderatedBy: req.user?.id ?? null }
}
