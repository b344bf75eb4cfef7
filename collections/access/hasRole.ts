import type { PayloadRequest } from 'payload'

import type { Role } from './role.ts'
import { roleOf } from './roleOf.ts'

/** Builds a check that holds for signed-in users with one of the given roles; fits `access` of collections and fields. */
export function hasRole(...allowed: Role[]): (args: { req: PayloadRequest }) => boolean {
  return ({ req }) => {
    const role = roleOf(req.user)
    return role !== undefined && allowed.includes(role)
  }
}
