import type { CollectionAfterChangeHook } from 'payload'

import { leaveNewsletter } from '../../marketing/newsletter/leaveNewsletter.ts'

/** A consent that staff ends ends the newsletter too. */
export const leaveAfterWithdrawal: CollectionAfterChangeHook = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const isEnding = operation === 'update' && !previousDoc.withdrawnAt && Boolean(doc.withdrawnAt)
  if (!isEnding || doc.kind !== 'marketing' || doc.channel !== 'email') return
  const who = { addressHash: String(previousDoc.addressHash) }
  await leaveNewsletter(req.payload, req, { who, by: 'admin' })
}
