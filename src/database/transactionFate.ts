import { setTimeout as delay } from 'node:timers/promises'

import type { Sql } from '../kernel/sql.ts'

const askEveryMs = 100

/**
 * What became of a transaction whose connection is gone, by its number (`pg_current_xact_id()`). Asks until Postgres
 * knows; `unknown` when it does not, or does not answer, within `timeoutMs`.
 */
export async function transactionFate(
  sql: Sql,
  xactId: string,
  timeoutMs = 5_000,
): Promise<'committed' | 'aborted' | 'unknown'> {
  const giveUpAt = performance.now() + timeoutMs
  for (;;) {
    const status = await Promise.race([
      askStatus(sql, xactId),
      delay(Math.max(0, giveUpAt - performance.now()), undefined, { ref: false }),
    ])
    if (status === 'committed' || status === 'aborted') return status
    if (performance.now() >= giveUpAt) return 'unknown'
    await delay(askEveryMs)
  }
}

async function askStatus(sql: Sql, xactId: string): Promise<string | undefined> {
  try {
    const { rows } = await sql.query<{ status: string | null }>(
      'SELECT pg_xact_status($1::xid8) AS status',
      [xactId],
    )
    return rows[0]?.status ?? undefined
  } catch {
    // The database is away: asked again until the time is over, and then the caller is told.
    return undefined
  }
}
