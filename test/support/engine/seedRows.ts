import type { Sql } from '../../../src/kernel/sql.ts'

/** Puts `count` waiting deliveries, each with its event, straight into the tables. */
export async function seedDeliveries(sql: Sql, count: number, prefix = 'x'): Promise<string[]> {
  await sql.query(
    `INSERT INTO event_logs (id, type, version, status, timestamp, source, body, created_at)
     SELECT 'evt_' || $2 || n, 'order.created', 1, 'routed', now(), 'code', '{}', now()
     FROM generate_series(1, $1::int) n`,
    [count, prefix],
  )
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO event_deliveries (id, status, event, event_type, subscription, channel, channel_entry, step,
       attempts_started, attempts_finished, next_attempt_at, created_at)
     SELECT 'dlv_' || $2 || n, 'pending', 'evt_' || $2 || n, 'order.created', '1', 'webhook', 'c1', 0, 0, 0, now(), now()
     FROM generate_series(1, $1::int) n RETURNING id`,
    [count, prefix],
  )
  return rows.map(({ id }) => id)
}
