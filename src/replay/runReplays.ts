import { isPassing } from '../kernel/isPassing.ts'
import type { Logger } from '../kernel/logger.ts'
import type { Sql, Transact } from '../kernel/sql.ts'
import type { SubscriptionSet } from '../outbox/subscriptionCache.ts'
import { replayPage } from './replayPage.ts'
import type { ReplayRow } from './replayRow.ts'
import { failReplaySql, holdReplaySql, moveReplaySql, nextReplaySql } from './replaySql.ts'

/** What running replays needs. */
export type ReplayOptions = {
  sql: Sql
  transact: Transact
  /** At least as fresh as the replay. */
  subscriptions: () => Promise<SubscriptionSet>
  logger: Logger
  signal: AbortSignal
  /** Waits between pages, as the rate of the replay asks for; ends early when the process stops. */
  pause: (ms: number) => Promise<void>
  /** Rows per transaction. @default 200 */
  pageRows?: number
}

/**
 * Runs replays one after the other until none waits. Each page of rows is sent and the cursor moved in one transaction, with the
 * replay's row held: whoever is killed in between has done nothing, so every chosen row is replayed exactly once, by
 * whichever process goes on. Returns rows looked at and deliveries made due.
 */
export async function runReplays(
  options: ReplayOptions,
): Promise<{ looked: number; replayed: number }> {
  const { logger, signal, sql } = options
  const total = { looked: 0, replayed: 0 }
  while (!signal.aborted) {
    const { rows } = await sql.query<{ id: string }>(nextReplaySql)
    const id = rows[0]?.id
    if (id === undefined) return total
    try {
      const ran = await runOne(id, options)
      total.looked += ran.looked
      total.replayed += ran.replayed
    } catch (error) {
      // Goes on at its cursor when the job is tried again. Anything else would fail for ever and keep the others from running.
      if (isPassing(error)) throw error
      logger.error({ msg: 'flowmasters: a replay failed', replay: id, err: error })
      await sql.query(failReplaySql, [id, error instanceof Error ? error.message : String(error)])
    }
  }
  return total
}

async function runOne(
  id: string,
  options: ReplayOptions,
): Promise<{ looked: number; replayed: number }> {
  const { pageRows = 200, pause, signal, transact } = options
  const total = { looked: 0, replayed: 0 }
  while (!signal.aborted) {
    const page = await transact(async (sql) => {
      const held = await sql.query<ReplayRow>(holdReplaySql, [id])
      const replay = held.rows[0]
      if (!replay) return undefined
      const limit = Math.min(pageRows, replay.perSecond)
      const done = await replayPage({ sql, replay, limit, subscriptions: options.subscriptions })
      // Not at the first page that is short: a row somebody else has just changed is missing in it.
      const isThrough = done.looked === 0
      const cursor = done.cursor === null ? null : JSON.stringify(done.cursor)
      await sql.query(moveReplaySql, [id, cursor, done.looked, done.replayed, isThrough])
      return { ...done, isThrough, waitMs: (done.replayed * 1_000) / replay.perSecond }
    })
    if (!page) return total
    total.looked += page.looked
    total.replayed += page.replayed
    if (page.isThrough) return total
    await pause(page.waitMs)
  }
  return total
}
