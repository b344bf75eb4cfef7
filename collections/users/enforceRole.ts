import type { CollectionBeforeValidateHook } from 'payload'

import { roleOf } from '../access/roleOf.ts'

/**
 * Decides the role of every written user, whatever the field access let through:
 * administrators may give any role; anyone else creates customers and changes no role.
 * The very first user, registered through the API, becomes the administrator.
 * Code that acts for nobody (the Local API without a user: set-up, imports) is trusted.
 */
export const enforceRole: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data || roleOf(req.user) === 'admin') return data
  if (!req.user && req.payloadAPI === 'local') return data
  if (operation === 'update') return { ...data, role: originalDoc?.role ?? 'customer' }
  if (req.user) return { ...data, role: 'customer' }
  const { totalDocs } = await req.payload.db.count({ collection: collection.slug, req })
  return { ...data, role: totalDocs === 0 ? 'admin' : 'customer' }
}
