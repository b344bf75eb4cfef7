import type { CollectionBeforeChangeHook } from 'payload'

import { lockStoredValue } from '../../lockStoredValue.ts'
import { nowOf } from '../../nowOf.ts'

/**
 * Dates of coming and going. `subscribedAt` is the first time and stays for ever: it tells a newcomer from somebody
 * who returns. Who returns has no reason for leaving any more, and old confirmation links of who left are void.
 */
export const stampSubscription: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const after: unknown = data['status']
  // The row, not the document read earlier: two clicks on one link must not look like a return.
  const before =
    operation === 'update'
      ? ((await lockStoredValue({
          req,
          collection: collection.slug,
          id: originalDoc.id,
          field: 'status',
        })) ?? originalDoc.status)
      : undefined
  if (after === before || after === 'pending') return data
  const now = nowOf(req.payload)
  if (after !== 'subscribed') {
    return { ...data, unsubscribedAt: data['unsubscribedAt'] ?? now, confirmationNonce: null }
  }
  const isReturn = operation === 'update' && Boolean(data['subscribedAt'])
  return {
    ...data,
    subscribedAt: data['subscribedAt'] ?? now,
    ...(isReturn ? { resubscribedAt: now } : {}),
    unsubscribedAt: null,
    unsubscribeReason: null,
  }
}
