import type { CollectionBeforeDeleteHook } from 'payload'

import { roleOf } from '../access/roleOf.ts'
import { assertOtherAdmin } from './assertOtherAdmin.ts'

/** Refuses to delete the last administrator. */
export const keepLastAdminOnDelete: CollectionBeforeDeleteHook = async ({
  collection,
  id,
  req,
}) => {
  const user = await req.payload.db.findOne({
    collection: collection.slug,
    where: { id: { equals: id } },
    req,
  })
  if (roleOf(user) === 'admin') await assertOtherAdmin({ req, collection: collection.slug, id })
}
