import type { Sql } from '../../../src/kernel/sql.ts'
import { waitUntil } from './waitUntil.ts'

/** Waits until every event is routed and no delivery has anything left to do. */
export async function settle(sql: Sql, timeoutMs = 120_000): Promise<void> {
  await waitUntil(
    'everything to be delivered',
    async () => {
      const { rows } = await sql.query<{ open: number }>(
        `SELECT (SELECT count(*) FROM event_logs WHERE status = 'pending')::int
           + (SELECT count(*) FROM event_deliveries
              WHERE status IN ('pending', 'delivering', 'retrying'))::int AS open`,
      )
      return rows[0]?.open === 0
    },
    timeoutMs,
  )
}
