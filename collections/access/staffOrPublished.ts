import type { Access } from 'payload'

import { isStaff } from './isStaff.ts'

/** Staff see drafts; everybody else, signed in or not, sees what is published. */
export const staffOrPublished: Access = ({ req }) =>
  isStaff({ req }) ? true : { _status: { equals: 'published' } }
