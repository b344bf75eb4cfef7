import type { Access } from 'payload'

import { hasRole } from '../../access/hasRole.ts'
import { isAdminOrManager } from '../../access/isAdminOrManager.ts'
import { isStaff } from '../../access/isStaff.ts'

const isCustomer = hasRole('customer')

const changeOwn: Access = ({ req }) => {
  if (isAdminOrManager({ req })) return true
  return isCustomer({ req }) && req.user ? { author: { equals: req.user.id } } : false
}

/** Everybody reads what is approved; authors also read, change and delete their own; staff by role. */
export const reviewAccess = {
  create: hasRole('admin', 'manager', 'customer'),
  read: (({ req }) => {
    if (isStaff({ req })) return true
    const approved = { status: { equals: 'approved' } }
    return req.user ? { or: [approved, { author: { equals: req.user.id } }] } : approved
  }) satisfies Access,
  update: changeOwn,
  delete: changeOwn,
}
