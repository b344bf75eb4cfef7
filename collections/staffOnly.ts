import type { Where } from 'payload'

/** `filterOptions` of a relation to users that may name the team only. */
export const staffOnly: Where = { role: { in: ['admin', 'manager', 'viewer'] } }
