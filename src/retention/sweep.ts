import { setImmediate } from 'node:timers/promises'

import type { Sql, Transact } from '../kernel/sql.ts'
import { durationBounds } from '../rollup/durationBuckets.ts'
import { holdHourSql } from '../rollup/rollUpSql.ts'
import type { Source } from '../rollup/source.ts'
import type { KeepDays } from './keepDays.ts'
import { restsBetween } from './restsBetween.ts'
import { nextHourSql, pickSql, sweepSql } from './sweepSql.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Events swept since the numbers of documents were last looked at by Postgres, at first. */
const ANALYZE_AFTER = 200

/** What a sweep needs. */
export type SweepOptions = {
  sql: Sql
  transact: Transact
  keepDays: KeepDays
  /** Milliseconds since the Unix epoch. */
  now: number
  signal?: AbortSignal
  /** Called after as many rows as a batch has. @default rests nine times as long as they took */
  rest?: () => Promise<void>
  /** Rows per transaction. @default 200 */
  batchRows?: number
}

/** How many rows of each kind went. */
export type Swept = Record<Source, number>

/**
 * Deletes finished rows that are older than they are kept for, attempts first, events last. Hour by hour in short transactions that wait for
 * nobody, with rests between them: rows somebody holds are left for the next time. What goes is added to the statistics in the same
 * transaction, so a run may be stopped or killed anywhere and repeated.
 */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const swept: Swept = { attempts: 0, deliveries: 0, events: 0 }
  const rest = options.rest ?? restsBetween(options)
  for (const source of ['attempts', 'deliveries', 'events'] as const) {
    const days = options.keepDays[source]
    if (days > 0) {
      const until = options.now - days * DAY_MS
      swept[source] = await sweepSource(source, { ...options, rest }, until)
    }
  }
  return swept
}

async function sweepSource(
  source: Source,
  options: SweepOptions & { rest: () => Promise<void> },
  until: number,
): Promise<number> {
  const { batchRows = 200, rest, signal, sql, transact } = options
  const cutoff = new Date(until)
  let swept = 0
  let picked = 0
  // Every save reads the numbers kept of documents by a statement that was planned when there were next to none: it would go on reading the
  // whole table, until Postgres looks at it by itself.
  let analyzeAt = ANALYZE_AFTER
  let from = new Date(0)
  while (!signal?.aborted) {
    const { rows } = await sql.query<{ hour: Date }>(nextHourSql(source), [from, cutoff])
    const hour = rows[0]?.hour
    if (!hour) return swept
    let batch: { picked: number; swept: number }
    do {
      batch = await transact((transaction) =>
        sweepBatch(transaction, source, { hour, cutoff, batchRows }),
      )
      swept += batch.swept
      if (source === 'events' && swept >= analyzeAt) {
        await sql.query('ANALYZE event_sequences')
        analyzeAt = swept * 2
      }
      picked += batch.picked
      // A few rows of an hour are no work to rest from.
      if (picked >= batchRows) {
        picked = 0
        await rest()
      } else await setImmediate()
    } while (batch.picked === batchRows && batch.swept > 0 && !signal?.aborted)
    from = new Date(hour.getTime() + HOUR_MS)
  }
  return swept
}

/** The period first, so that the rollup and a sweep of one hour take turns. */
async function sweepBatch(
  sql: Sql,
  source: Source,
  { batchRows, cutoff, hour }: { hour: Date; cutoff: Date; batchRows: number },
): Promise<{ picked: number; swept: number }> {
  await sql.query(holdHourSql(source), [hour])
  const picked = await sql.query<{ id: string }>(pickSql(source), [hour, cutoff, batchRows])
  const ids = picked.rows.map(({ id }) => id)
  if (ids.length === 0) return { picked: 0, swept: 0 }
  // Planned once per connection: planning takes as long as deleting.
  const { rows } = await sql.query<{ swept: number }>({
    name: `flowmasters_sweep_${source}`,
    text: sweepSql(source),
    values: [ids, cutoff, ...(source === 'events' ? [] : [durationBounds])],
  })
  return { picked: ids.length, swept: rows[0]?.swept ?? 0 }
}
