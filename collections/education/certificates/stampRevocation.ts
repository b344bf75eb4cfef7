import type { CollectionBeforeChangeHook } from 'payload'

import { nowOf } from '../../nowOf.ts'

/** Notes when a certificate was revoked. */
export const stampRevocation: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (data['status'] !== 'revoked' || originalDoc?.status === 'revoked') return data
  return { ...data, revokedAt: data['revokedAt'] || nowOf(req.payload) }
}
