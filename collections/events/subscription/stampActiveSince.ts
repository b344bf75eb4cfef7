import type { CollectionBeforeChangeHook } from 'payload'

import type { SubscriptionRevision } from './subscriptionRevision.ts'

/** A subscription receives only what happens after it was created or switched on again (EV-24). */
export function stampActiveSince(revision: SubscriptionRevision): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    const wasEnabled = operation === 'update' && originalDoc?.enabled !== false
    const isEnabled = data['enabled'] !== false
    if (wasEnabled || !isEnabled) {
      return operation === 'update' ? { ...data, activeSince: originalDoc?.activeSince } : data
    }
    return { ...data, activeSince: await revision.now(req) }
  }
}
