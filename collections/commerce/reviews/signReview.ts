import type { CollectionBeforeValidateHook } from 'payload'

import { hasRole } from '../../access/hasRole.ts'

const isCustomer = hasRole('customer')

/** A customer writes in their own name only, and what they wrote anew waits for a moderator anew. */
export const signReview: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!data || !isCustomer({ req })) return data
  if (operation === 'create') return { ...data, author: req.user?.id, status: 'pending' }
  const isRewritten = ['rating', 'title', 'text', 'photos'].some(
    (field) =>
      data[field] !== undefined &&
      JSON.stringify(data[field]) !== JSON.stringify(originalDoc?.[field]),
  )
  return isRewritten ? { ...data, status: 'pending' } : data
}
