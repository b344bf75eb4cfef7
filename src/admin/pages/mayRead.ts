import type { SanitizedPermissions } from 'payload'

import { isRecord } from '../../kernel/isRecord.ts'

type Permissions = SanitizedPermissions | undefined

/** Whether somebody may read the event log: all staff, by the plugin's `access.read`. */
export function mayRead(permissions: Permissions): boolean {
  return isAllowed(permissions, 'event-logs', 'read')
}

/** Whether somebody may change subscriptions, retry and read letters: the plugin's `access.manage`. */
export function mayManage(permissions: Permissions): boolean {
  return isAllowed(permissions, 'event-subscriptions', 'update')
}

function isAllowed(permissions: Permissions, slug: string, operation: string): boolean {
  const collection: unknown = permissions?.collections?.[slug]
  return isRecord(collection) && Boolean(collection[operation])
}
