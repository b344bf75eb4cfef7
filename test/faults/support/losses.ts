import type { Sql } from '../../../src/kernel/sql.ts'
import type { Child } from './childProcess.ts'
import { waitUntil } from './waitUntil.ts'

/** What each death held in its hands. */
export type Losses = {
  /** Kills a process (or, `isDead`, takes note of its end) and writes down which deliveries it had leased. */
  kill: (child: Child, options?: { isDead?: boolean }) => Promise<number>
  /** Writes down all that is leased by anybody: the database itself is about to die. */
  noteAll: () => Promise<void>
  kills: () => number
  /** Deliveries in flight at the deaths, in total. */
  inFlight: () => number
  /** From a death to the first end of a try of each delivery it held; the longest, milliseconds. */
  longestRecoveryMs: () => Promise<number>
  clear: () => void
}

type Loss = { at: Date; deliveries: string[] }

/** Keeps the list over `sql`, the suite's own connection. */
export function createLosses(sql: Sql): Losses {
  let losses: Loss[] = []
  const note = async (at: Date, tokens: readonly string[] | null): Promise<number> => {
    const { rows } = await sql.query<{ id: string }>(
      `SELECT id FROM event_deliveries
       WHERE status = 'delivering' AND ($1::varchar[] IS NULL OR lease_token = ANY($1))`,
      [tokens],
    )
    losses.push({ at, deliveries: rows.map(({ id }) => id) })
    return rows.length
  }
  return {
    kill: async (child, { isDead = false } = {}) => {
      await (isDead ? child.gone : child.kill())
      const at = new Date()
      await waitForItsStatements(sql, child)
      return note(at, child.workerIds)
    },
    noteAll: async () => void (await note(new Date(), null)),
    kills: () => losses.length,
    inFlight: () => losses.reduce((sum, { deliveries }) => sum + deliveries.length, 0),
    longestRecoveryMs: async () => {
      let longest = 0
      for (const { at, deliveries } of losses) {
        const { rows } = await sql.query<{ ms: number }>(
          `SELECT coalesce(max(first), 0)::float8 AS ms FROM (
             SELECT min(extract(epoch FROM created_at - $2::timestamptz) * 1000) AS first
             FROM event_attempts WHERE delivery = ANY($1) AND created_at > $2 GROUP BY delivery) t`,
          [deliveries, at.toISOString()],
        )
        longest = Math.max(longest, rows[0]?.ms ?? 0)
      }
      return Math.round(longest)
    },
    clear: () => {
      losses = []
    },
  }
}

/** A statement that was on its way when its sender died still runs to its end in the server. */
async function waitForItsStatements(sql: Sql, child: Child): Promise<void> {
  if (child.workerIds.length === 0) return
  await waitUntil('the statements of a dead process', async () => {
    const { rows } = await sql.query(
      `SELECT 1 FROM pg_stat_activity
       WHERE state = 'active' AND application_name = 'flowmasters worker' AND query ~ ANY($1)`,
      [child.workerIds],
    )
    return rows.length === 0
  })
}
