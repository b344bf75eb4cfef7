import { setImmediate } from 'node:timers/promises'

import type { Sql, Transact } from '../kernel/sql.ts'
import { durationBounds } from '../rollup/durationBuckets.ts'
import { holdHourSql } from '../rollup/rollUpSql.ts'
import type { Source } from '../rollup/source.ts'
import type { KeepDays } from './keepDays.ts'
import { nextHourSql, pickSql, sweepSql } from './sweepSql.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** What a sweep needs. */
export type SweepOptions = {
  sql: Sql
  transact: Transact
  keepDays: KeepDays
  /** Milliseconds since the Unix epoch. */
  now: number
  signal?: AbortSignal
  /** Rows per transaction. @default 500 */
  batchRows?: number
}

/** How many rows of each kind went. */
export type Swept = Record<Source, number>

/**
 * Deletes finished rows that are older than they are kept for, attempts first, events last. Hour by hour in short transactions that wait for
 * nobody: rows somebody holds are left for the next time. What goes is added to the statistics in the same
 * transaction, so a run may be stopped or killed anywhere and repeated.
 */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const swept: Swept = { attempts: 0, deliveries: 0, events: 0 }
  for (const source of ['attempts', 'deliveries', 'events'] as const) {
    const days = options.keepDays[source]
    if (days > 0) swept[source] = await sweepSource(source, options, options.now - days * DAY_MS)
  }
  return swept
}

async function sweepSource(source: Source, options: SweepOptions, until: number): Promise<number> {
  const { batchRows = 500, signal, sql, transact } = options
  const cutoff = new Date(until)
  let swept = 0
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
      // Others first: the claims and results of this process wait in the same loop.
      await setImmediate()
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
