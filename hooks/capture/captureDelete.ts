import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'

import { isVisibleRow } from '../rules/isVisibleRow.ts'
import type { Rule } from '../rules/rule.ts'
import { captureProfile } from './captureProfile.ts'
import type { Emit } from './emitter.ts'
import { emissionsOf, metaOfRequest } from './emitter.ts'
import { lockMainRow } from './mainRowStore.ts'
import { requestNotes } from './requestNotes.ts'
import { snapshot } from './snapshot.ts'

/** Deletions for good; the row is read before it goes, because the answer obeys `select` and depth. */
export function captureDelete(
  rules: readonly (readonly [string, Rule])[],
  emit: Emit,
): { beforeDelete: CollectionBeforeDeleteHook; afterDelete: CollectionAfterDeleteHook } {
  return {
    beforeDelete: async ({ collection, context, id, req }) => {
      const row = await lockMainRow(req, collection, id, { forDeletion: true })
      if (row) requestNotes(context).before.set(`delete:${collection.slug}:${id}`, [row])
    },
    afterDelete: async ({ collection, context, doc, id, req }) => {
      const key = `delete:${collection.slug}:${id}`
      const { before } = requestNotes(context)
      const current = before.get(key)?.pop() ?? snapshot(doc, { config: collection })
      before.delete(key)
      const { hasDrafts } = captureProfile(collection)
      const emissions = emissionsOf(
        rules,
        {
          operation: 'delete',
          current,
          previous: current,
          changed: [],
          hasDrafts,
          isVisible: false,
          wasVisible: isVisibleRow(current, hasDrafts),
          isFirstAppearance: false,
        },
        metaOfRequest(req, collection.slug, 'delete', id),
      )
      if (emissions.length > 0) await emit(emissions, req)
      return doc
    },
  }
}
