import type { Sql } from '../kernel/sql.ts'
import type { KeepDays } from './keepDays.ts'
import { restsBetween } from './restsBetween.ts'
import { sweepNotificationsSql } from './sweepNotificationsSql.ts'

const DAY_MS = 86_400_000

/** What a sweep of notifications needs. */
export type SweepNotificationsOptions = {
  sql: Sql
  keepDays: Pick<KeepDays, 'notificationsRead' | 'notificationsUnread'>
  /** Milliseconds since the Unix epoch. */
  now: number
  signal?: AbortSignal
  /** Rows per statement. @default 500 */
  batchRows?: number
}

/**
 * Deletes notifications that have been kept long enough, and those of people who are gone. Each statement commits by itself, so a
 * run may be stopped or killed anywhere and repeated. Answers how many went.
 */
export async function sweepNotifications({
  batchRows = 500,
  keepDays,
  now,
  signal,
  sql,
}: SweepNotificationsOptions): Promise<number> {
  const before = (days: number): Date => new Date(days > 0 ? now - days * DAY_MS : 0)
  const cutoffs = [before(keepDays.notificationsRead), before(keepDays.notificationsUnread)]
  const rest = restsBetween({ signal })
  let swept = 0
  for (const text of Object.values(sweepNotificationsSql)) {
    let isFull = true
    while (isFull && !signal?.aborted) {
      const { rows } = await sql.query<{ picked: number; swept: number }>(text, [
        ...cutoffs,
        batchRows,
      ])
      const batch = rows[0] ?? { picked: 0, swept: 0 }
      swept += batch.swept
      isFull = batch.picked === batchRows
      if (isFull) await rest()
    }
  }
  return swept
}
