import type { Sql, Transact } from '../kernel/sql.ts'
import { durationBounds } from './durationBuckets.ts'
import {
  closeDaySql,
  countDaySql,
  countHoursSql,
  daysToCountSql,
  definePeriodsSql,
  finalHoursSql,
  lockDaySql,
} from './rollUpSql.ts'
import { type Source, sourceNames } from './source.ts'

/** What a run needs. */
export type RollUpOptions = {
  sql: Sql
  transact: Transact
  signal?: AbortSignal
  /** Count also what is closed: makes up for rows that came with a wrong clock or past the engine. @default false */
  isEverything?: boolean
}

/**
 * Counts the hours and days that are over and closes those whose counts are final; the others are counted from the log by whoever
 * asks. Day by day, each in a transaction of its own and always anew, so it may be killed, repeated and run twice.
 * Returns how many days were looked at, and how many hours were counted.
 */
export async function rollUp(options: RollUpOptions): Promise<{ found: number; counted: number }> {
  const { isEverything = false, signal, sql, transact } = options
  const total = { found: 0, counted: 0 }
  for (const source of sourceNames) {
    await sql.query(definePeriodsSql(source))
    const days = await sql.query<{ at: Date }>(daysToCountSql(source), [isEverything])
    for (const { at } of days.rows) {
      if (signal?.aborted) return total
      total.found += 1
      total.counted += await transact((transaction) =>
        countDay(transaction, source, { at, isEverything }),
      )
    }
  }
  return total
}

async function countDay(
  sql: Sql,
  source: Source,
  { at, isEverything }: { at: Date; isEverything: boolean },
): Promise<number> {
  await sql.query(lockDaySql(source), [at])
  const final = await sql.query<{ at: Date }>(finalHoursSql(source), [at, isEverything])
  const hours = final.rows.map((hour) => hour.at)
  if (hours.length === 0) return 0
  const { counts, durations } = countHoursSql(source)
  for (const text of counts) await sql.query(text, [hours])
  for (const [place, text] of durations.entries()) {
    await sql.query(text, place === 0 ? [hours] : [hours, durationBounds])
  }
  const closed = await sql.query<{ isClosed: boolean }>(closeDaySql(source), [
    at,
    hours,
    isEverything,
  ])
  if (closed.rows[0]?.isClosed === true) {
    for (const text of countDaySql(source)) await sql.query(text, [at])
  }
  return hours.length
}
