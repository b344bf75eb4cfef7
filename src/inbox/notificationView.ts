import type { InboxLevel } from '../channels/inbox.ts'

/** A notification as its recipient gets it. */
export type NotificationView = {
  id: string
  title: string
  text: string
  /** A path of this site or an https address; null: nowhere. */
  link: string | null
  level: InboxLevel
  eventType: string
  /** ISO 8601, UTC. */
  createdAt: string
  readAt: string | null
}

/** A row of notifications, straight from a query or out of JSON. */
export type NotificationRow = {
  id: string
  title: string
  text: string | null
  link: string | null
  level: InboxLevel
  event_type: string
  created_at: Date | string
  read_at: Date | string | null
}

/** What of a row is for its recipient. */
export function notificationView(row: NotificationRow): NotificationView {
  return {
    id: row.id,
    title: row.title,
    text: row.text ?? '',
    link: row.link,
    level: row.level,
    eventType: row.event_type,
    createdAt: new Date(row.created_at).toISOString(),
    readAt: row.read_at === null ? null : new Date(row.read_at).toISOString(),
  }
}
