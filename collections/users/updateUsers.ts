import type { Access } from 'payload'

import { roleOf } from '../access/roleOf.ts'

/** Administrators change everybody, managers everybody but administrators, the others their own profile. */
export const updateUsers: Access = ({ req }) => {
  const role = roleOf(req.user)
  if (role === 'admin') return true
  if (role === 'manager') return { role: { not_equals: 'admin' } }
  return req.user ? { id: { equals: req.user.id } } : false
}
