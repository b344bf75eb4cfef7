import type { Access } from 'payload'

import { isStaff } from '../../access/isStaff.ts'

/** Staff see every comment; everybody else the approved ones, and their own while it waits. */
export const readComments: Access = ({ req }) => {
  if (isStaff({ req })) return true
  if (!req.user) return { status: { equals: 'approved' } }
  return { or: [{ status: { equals: 'approved' } }, { author: { equals: req.user.id } }] }
}
