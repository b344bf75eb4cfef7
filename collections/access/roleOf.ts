import type { Role } from './role.ts'

const roles: readonly Role[] = ['admin', 'manager', 'viewer', 'customer']

/**
 * The role of a request's user, or `undefined` for a visitor and for a user of a foreign collection.
 * Takes `unknown` because a site may bring its own user collection with its own generated type.
 */
export function roleOf(user: unknown): Role | undefined {
  if (typeof user !== 'object' || user === null || !('role' in user)) return undefined
  return roles.find((role) => role === user.role)
}
