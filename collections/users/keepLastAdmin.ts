import type { CollectionBeforeChangeHook } from 'payload'

import { assertOtherAdmin } from './assertOtherAdmin.ts'

/** Refuses to demote the last administrator. */
export const keepLastAdmin: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isDemotion =
    operation === 'update' &&
    originalDoc?.role === 'admin' &&
    data['role'] !== undefined &&
    data['role'] !== 'admin'
  if (isDemotion) await assertOtherAdmin({ req, collection: collection.slug, id: originalDoc.id })
  return data
}
