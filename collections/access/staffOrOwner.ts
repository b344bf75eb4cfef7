import type { Access } from 'payload'

import { isStaff } from './isStaff.ts'

/** Staff see every document; a customer sees those whose `ownerField` names them; a visitor sees none. */
export function staffOrOwner(ownerField: string): Access {
  return ({ req }) => {
    if (isStaff({ req })) return true
    return req.user ? { [ownerField]: { equals: req.user.id } } : false
  }
}
