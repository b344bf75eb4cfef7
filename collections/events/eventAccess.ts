import type { Access } from 'payload'

/** Who may see and who may change the event system. */
export type EventAccess = {
  /** Sees logs, deliveries and subscriptions. */
  read: Access
  /** Creates and changes subscriptions, retries, publishes. */
  manage: Access
}

/** Nobody, whatever the role: log rows are written by the engine's SQL alone. */
export const nobody: Access = () => false

const readers = new Set(['admin', 'manager', 'viewer'])
const managers = new Set(['admin', 'manager'])

/**
 * Staff of the admin's own user collection. A collection without a `role` field has staff only,
 * so every user of it passes; customers and users of other auth collections never do.
 */
export const staffAccess: EventAccess = {
  read: ({ req }) => hasRole(req, readers),
  manage: ({ req }) => hasRole(req, managers),
}

function hasRole(req: Parameters<Access>[0]['req'], roles: Set<string>): boolean {
  const user: { collection?: string; role?: unknown } | null = req.user
  if (!user || user.collection !== req.payload.config.admin.user) return false
  return !('role' in user) || roles.has(String(user.role))
}
