import type { Payload } from 'payload'

import { isStaff } from './isStaff.ts'

/**
 * Payload opens the marks of who is editing what to everybody with an account: a customer could lock the shop's documents.
 * Only those who may edit may set them.
 */
export function guardEditorLocks(payload: Payload): void {
  const locks = payload.collections['payload-locked-documents']
  if (!locks) return
  Object.assign(locks.config.access, {
    create: isStaff,
    read: isStaff,
    update: isStaff,
    delete: isStaff,
  })
}
