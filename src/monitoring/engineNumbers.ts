import type { Sql } from '../kernel/sql.ts'
import { engineNumbersSql } from './engineNumbersSql.ts'

/** What an operator watches, read in one cheap statement. Counts stop at 100,000. */
export type EngineNumbers = {
  /** Events not yet routed, and how long the oldest has been waiting, in seconds; 0 when none waits. */
  outboxPending: number
  outboxOldestSeconds: number
  /** Deliveries whose time has come, per channel; without those that wait for their turn. */
  due: Record<string, number>
  /** Deliveries overdue by more than the asked time, and how long the oldest has been due, in seconds. */
  pastDue: number
  oldestDueSeconds: number
  /** Deliveries that wait for their turn: a pause, a pace, an order, a receiver at rest. They are not overdue. */
  held: number
  /** Deliveries that failed for good or were set aside, and wait for a person. */
  deadLetters: number
  /** Deliveries that failed for good within the asked time. */
  deadLettersLately: number
  /** Documents whose last change has no event, as the last comparison found. */
  openGaps: number
  /** Receivers whose last try failed. */
  receiversFailing: number
  /** Workers with a heartbeat younger than 15 seconds. */
  workersAlive: number
  /** Since the youngest heartbeat, in seconds; null when no worker is known. */
  heartbeatAgeSeconds: number | null
}

/** What counts as overdue, and as lately. Milliseconds. */
export type NumbersWindow = { pastDueMs: number; latelyMs: number }

type NumbersRow = {
  outbox_pending: number
  outbox_oldest: number | null
  due: Record<string, number> | null
  past_due: number
  oldest_due: number | null
  held: number
  dead_letters: number
  dead_letters_lately: number
  open_gaps: number
  receivers_failing: number
  workers_alive: number
  heartbeat_age: number | null
}

/** Reads the numbers; ages go by the database's clock, as the rows do. */
export async function readEngineNumbers(
  sql: Sql,
  { latelyMs, pastDueMs }: NumbersWindow,
): Promise<EngineNumbers> {
  const { rows } = await sql.query<NumbersRow>(engineNumbersSql, [pastDueMs, latelyMs])
  const [row] = rows
  if (!row) throw new Error('the database answered without a row')
  return {
    outboxPending: row.outbox_pending,
    outboxOldestSeconds: seconds(row.outbox_oldest),
    due: row.due ?? {},
    pastDue: row.past_due,
    oldestDueSeconds: seconds(row.oldest_due),
    held: row.held,
    deadLetters: row.dead_letters,
    deadLettersLately: row.dead_letters_lately,
    openGaps: row.open_gaps,
    receiversFailing: row.receivers_failing,
    workersAlive: row.workers_alive,
    heartbeatAgeSeconds: row.heartbeat_age === null ? null : seconds(row.heartbeat_age),
  }
}

function seconds(value: number | null): number {
  return Math.max(0, value ?? 0)
}
