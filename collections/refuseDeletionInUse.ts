import { APIError, type CollectionBeforeDeleteHook } from 'payload'

import type { Localised } from '../src/kernel/localised.ts'
import { lockForDeletion } from './lockForDeletion.ts'
import { textFor } from './textFor.ts'

type RefuseDeletionOptions = {
  /** Where the references are. */
  collection: string
  field: string
  message: Localised
}

/** A `beforeDelete` hook: what is referred to stays (409). */
export function refuseDeletionInUse({
  collection,
  field,
  message,
}: RefuseDeletionOptions): CollectionBeforeDeleteHook {
  return async ({ collection: { slug }, id, req }) => {
    await lockForDeletion(req, slug, id)
    const { totalDocs } = await req.payload.db.count({
      collection,
      where: { [field]: { equals: id } },
      req,
    })
    if (totalDocs === 0) return
    throw new APIError(textFor(req, message), 409, undefined, true)
  }
}
