import type { CollectionBeforeChangeHook } from 'payload'

import { lockStoredValue } from '../../lockStoredValue.ts'
import { nowOf } from '../../nowOf.ts'

const closed = new Set<unknown>(['won', 'lost'])

/**
 * Notes when the status changed last and when the lead was closed; a lead that is taken up again is open, and one
 * that is not lost has no reason for it. A date that code brought along to a new lead (an import) is kept.
 */
export const stampLead: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const now = nowOf(req.payload)
  const isMoved =
    operation === 'update' &&
    data['status'] !==
      ((await lockStoredValue({
        req,
        collection: collection.slug,
        id: originalDoc.id,
        field: 'status',
      })) ?? originalDoc.status)
  const dateOf = (field: string): unknown => (isMoved ? now : (data[field] ?? now))
  return {
    ...data,
    statusChangedAt: dateOf('statusChangedAt'),
    closedAt: closed.has(data['status']) ? dateOf('closedAt') : null,
    ...(data['status'] === 'lost' ? {} : { lostReason: null, lostComment: null }),
  }
}
