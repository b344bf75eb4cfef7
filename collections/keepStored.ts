import { isDeepStrictEqual } from 'node:util'

import type { CollectionBeforeChangeHook } from 'payload'

import { lockStoredValue } from './lockStoredValue.ts'

/**
 * A `beforeChange` hook for fields that machines write while people edit the document. Payload writes whole documents
 * back, so a save that read the document a moment ago would undo what was stored since: who did not mean such a field
 * keeps the stored one. Locks the row until the end of the transaction. Not for drafts and not for localised fields; what
 * SQL counts and nobody may mean is for `keepComputed`.
 */
export function keepStored(fields: readonly string[]): CollectionBeforeChangeHook {
  const select = Object.fromEntries(fields.map((field) => [field, true as const]))
  return async ({ collection, data, operation, originalDoc, req }) => {
    if (operation !== 'update') return data
    await lockStoredValue({ req, collection: collection.slug, id: originalDoc.id, field: 'id' })
    const stored = await req.payload.db.findOne<Record<string, unknown> & { id: number | string }>({
      collection: collection.slug,
      where: { id: { equals: originalDoc.id } },
      select,
      req,
    })
    if (!stored) return data
    const kept = fields.filter((field) => !isMeant(data[field], originalDoc[field]))
    return { ...data, ...Object.fromEntries(kept.map((field) => [field, stored[field] ?? null])) }
  }
}

/** Absent and null are the same; dates are compared as what they are in JSON. */
function isMeant(written: unknown, read: unknown): boolean {
  return written !== undefined && !isDeepStrictEqual(asJson(written), asJson(read))
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))
