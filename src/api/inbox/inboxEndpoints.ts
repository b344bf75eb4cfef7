import type { Endpoint } from 'payload'

import { countUnread } from './countUnread.ts'
import { listMine } from './listMine.ts'
import { markRead } from './markRead.ts'
import { openStream } from './openStream.ts'

/** What people do with their own notifications, below `/api/notifications`; before the collection's own `/:id`. */
export function inboxEndpoints(): Endpoint[] {
  return [listMine(), countUnread(), openStream(), markRead()]
}
