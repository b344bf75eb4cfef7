import { setImmediate } from 'node:timers/promises'

import type { Sql } from '../kernel/sql.ts'
import { sweepRemoteObjectsSql } from './sweepRemoteObjectsSql.ts'

/** What a sweep of ids of objects at services needs. */
export type SweepRemoteObjectsOptions = {
  sql: Sql
  /** Ids of the channel entries that are there, of all subscriptions. */
  entryIds: readonly string[]
  /** Slugs of the channels that are there. */
  channels: readonly string[]
  signal?: AbortSignal
  /** Rows per statement. @default 500 */
  batchRows?: number
}

/**
 * Forgets ids of objects whose account is gone: stored credentials that were deleted, entries that were taken out. Each statement
 * commits by itself, so a run may be stopped or killed anywhere and repeated. Answers how many went.
 */
export async function sweepRemoteObjects({
  batchRows = 500,
  channels,
  entryIds,
  signal,
  sql,
}: SweepRemoteObjectsOptions): Promise<number> {
  const accounts = entryIds.map((id) => `entry:${id}`)
  let swept = 0
  let isFull = true
  while (isFull && !signal?.aborted) {
    const { rows } = await sql.query<{ swept: number }>(sweepRemoteObjectsSql, [
      accounts,
      channels,
      batchRows,
    ])
    const batch = rows[0]?.swept ?? 0
    swept += batch
    isFull = batch === batchRows
    // Others first: the claims and results of this process wait in the same loop.
    await setImmediate()
  }
  return swept
}
