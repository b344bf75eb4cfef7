import type { InboxLevel } from './inbox.ts'

/** Every level, the quietest first. */
export const inboxLevels = [
  'info',
  'success',
  'warning',
  'error',
] as const satisfies readonly InboxLevel[]
