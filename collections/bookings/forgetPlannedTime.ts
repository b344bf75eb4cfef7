import type { CollectionAfterChangeHook } from 'payload'

import { readRow } from '../readRow.ts'
import { plannedTimes } from './plannedTimes.ts'

/** Takes back the note of `refuseDoubleBooking` once the row is written. */
export const forgetPlannedTime: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  // The answer may lack fields, by `select`, and never has the hidden one.
  const row = await readRow(req, collection.slug, doc.id)
  if (!row?.['staffMember']) return doc
  const planned = await plannedTimes(req, row['staffMember'])
  planned.forget({
    id: row.id,
    from: new Date(String(row['startsAt'])).getTime(),
    until: new Date(String(row['busyUntil'])).getTime(),
  })
  return doc
}
