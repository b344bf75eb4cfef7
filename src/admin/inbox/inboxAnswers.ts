import type { NotificationView } from '../../inbox/notificationView.ts'
import { isRecord } from '../../kernel/isRecord.ts'

/** Part of every answer of the inbox: how many wait, and the number of its last change. */
export type InboxCount = { unread: number; version: number }

/** The newest notifications, as the API told them. */
export type InboxList = InboxCount & { notifications: NotificationView[] }

/** Reads `{ unreadCount, lastEventId }`; undefined when it is something else. */
export function inboxCount(body: unknown): InboxCount | undefined {
  if (!isRecord(body)) return undefined
  const { lastEventId, unreadCount } = body
  if (typeof unreadCount !== 'number' || typeof lastEventId !== 'number') return undefined
  return { unread: unreadCount, version: lastEventId }
}

/** Reads a page of notifications; undefined when it is something else. */
export function inboxList(body: unknown): InboxList | undefined {
  const count = inboxCount(body)
  const given = isRecord(body) ? body['notifications'] : undefined
  if (!count || !Array.isArray(given)) return undefined
  // Our own API's, of the same version as this page.
  return { ...count, notifications: given as NotificationView[] }
}
