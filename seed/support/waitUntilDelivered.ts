import { setTimeout as sleep } from 'node:timers/promises'

import type { Sql } from '../../src/kernel/sql.ts'

const PAUSE_MS = 250
const MAX_PAUSES = 240

/** Waits, a minute at most, until nothing that was written since `since` waits for a worker. Says whether it came to that. */
export async function waitUntilDelivered(sql: Sql, since: string): Promise<boolean> {
  for (let pauses = 0; pauses < MAX_PAUSES; pauses += 1) {
    const { rows } = await sql.query<{ busy: boolean }>(
      `select exists (select 1 from event_logs where status = 'pending' and created_at >= $1)
         or exists (select 1 from event_deliveries
           where status in ('pending', 'delivering', 'retrying') and created_at >= $1) as busy`,
      [since],
    )
    if (rows[0]?.busy === false) return true
    await sleep(PAUSE_MS)
  }
  return false
}
