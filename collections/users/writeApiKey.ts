import type { FieldAccess } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isStaff } from '../access/isStaff.ts'

/** An API key acts as its user: staff set their own, administrators everybody's. Nobody reads one back. */
export const writeApiKey: FieldAccess = ({ id, req }) =>
  isAdmin({ req }) || (isStaff({ req }) && id !== undefined && String(id) === String(req.user?.id))
