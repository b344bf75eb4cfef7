import type { Access } from 'payload'

import { isStaff } from '../../access/isStaff.ts'

/** Staff see every form; everybody else those that take answers. */
export const staffOrActive: Access = ({ req }) =>
  isStaff({ req }) ? true : { active: { equals: true } }
