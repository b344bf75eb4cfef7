import type { Payload } from 'payload'

import { sqlOfRequest } from '../database/requestSqlStore.ts'
import type { SqlRow } from '../kernel/sql.ts'
import type { InboxPeople } from './inboxPeopleStore.ts'
import {
  type NotificationRow,
  type NotificationView,
  notificationView,
} from './notificationView.ts'
import { changesSql, markReadSql, pageSql, stateSql } from './readSql.ts'

/** How an inbox stands. */
export type InboxState = {
  unread: number
  /** Number of its last change; 0 when nothing ever happened. Whoever has seen it has seen all below it. */
  version: number
}

/** One page of an inbox. */
export type InboxPage = {
  notifications: NotificationView[]
  /** Where the next page begins; null on the last one. */
  nextBefore: number | null
}

/** What has changed since a reader looked. */
export type InboxChange = InboxState & {
  /** New ones, oldest first. */
  fresh: { seq: number; notification: NotificationView }[]
  /** More are new than were asked for; `version` does not hold for this reader yet. */
  hasMore: boolean
}

/** People's own notifications; ids of people are texts. */
export type Notifications = {
  state: (userId: string) => Promise<InboxState>
  page: (options: {
    userId: string
    before: number | null
    isUnread: boolean
    limit: number
  }) => Promise<InboxPage>
  /** Marks those of the ids that are this person's, or all up to a number; answers how many were unread. */
  markRead: (options: {
    userId: string
    ids: readonly string[] | null
    through: number | null
  }) => Promise<number>
  /** One query for many readers; an entry per reader, undefined where nothing has changed. */
  changes: (readers: readonly InboxReader[], most: number) => Promise<(InboxChange | undefined)[]>
}

/** One who is told of changes. */
export type InboxReader = {
  userId: string
  /** The number up to which they have been told; null: what is there is no news. */
  seen: number | null
  /** Has to be told how things stand, also when nothing has changed. */
  isFirst: boolean
}

/** Reads and marks notifications on Payload's pool. */
export function createNotifications({
  payload,
  people,
}: {
  payload: () => Payload
  people: () => InboxPeople
}): Notifications {
  const query = async <Row extends SqlRow>(text: string, values: unknown[]): Promise<Row[]> =>
    (await sqlOfRequest(payload())).query<Row>(text, values).then(({ rows }) => rows)
  return {
    state: async (userId) => {
      const [row] = await query<InboxState>(stateSql(people()), [userId])
      return { unread: row?.unread ?? 0, version: row?.version ?? 0 }
    },
    page: async ({ before, isUnread, limit, userId }) => {
      const rows = await query<NotificationRow & { seq: number }>(pageSql(people(), isUnread), [
        userId,
        before,
        limit + 1,
      ])
      const kept = rows.slice(0, limit)
      return {
        notifications: kept.map(notificationView),
        nextBefore: rows.length > limit ? (kept.at(-1)?.seq ?? null) : null,
      }
    },
    markRead: async ({ ids, through, userId }) => {
      const text = markReadSql(people())
      const [row] = await query<{ read: number }>(text, [userId, ids, through])
      return row?.read ?? 0
    },
    changes: async (readers, most) => {
      const rows = await query<ChangeRow>(changesSql(people()), [
        readers.map(({ userId }) => userId),
        readers.map(({ seen }) => seen),
        readers.map(({ isFirst }) => isFirst),
        most + 1,
      ])
      const found = new Map(rows.map((row) => [row.place, changeOf(row, most)]))
      return readers.map((_, place) => found.get(place + 1))
    },
  }
}

type ChangeRow = InboxState & { place: number; fresh: (NotificationRow & { seq: number })[] | null }

function changeOf({ fresh, unread, version }: ChangeRow, most: number): InboxChange {
  const found = fresh ?? []
  return {
    unread,
    version,
    hasMore: found.length > most,
    fresh: found
      .slice(0, most)
      .map((row) => ({ seq: Number(row.seq), notification: notificationView(row) })),
  }
}
