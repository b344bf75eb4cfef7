import type { Sql } from '../../../src/kernel/sql.ts'

/**
 * Puts `count` waiting deliveries of a subscription, each with its event, straight into the tables; with `triedBefore` they
 * are retries.
 */
export async function seedDeliveries(
  sql: Sql,
  count: number,
  prefix = 'x',
  { subscription = '1', triedBefore = 0 }: { subscription?: string; triedBefore?: number } = {},
): Promise<string[]> {
  await sql.query(
    `INSERT INTO event_logs (id, type, version, status, timestamp, source, body, created_at)
     SELECT 'evt_' || $2 || n, 'order.created', 1, 'routed', now(), 'code', '{}', now()
     FROM generate_series(1, $1::int) n`,
    [count, prefix],
  )
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO event_deliveries (id, status, event, event_type, subscription, channel, channel_entry, step,
       attempts_started, attempts_finished, next_attempt_at, created_at)
     SELECT 'dlv_' || $2 || n,
       (CASE WHEN $4::int > 0 THEN 'retrying' ELSE 'pending' END)::enum_event_deliveries_status, 'evt_' || $2 || n,
       'order.created', $3, 'webhook', 'c1', 0, $4, $4, now(), now()
     FROM generate_series(1, $1::int) n RETURNING id`,
    [count, prefix, subscription, triedBefore],
  )
  return rows.map(({ id }) => id)
}

/** One waiting event of each of `documents`, for the router to find; `sequence` counts within the document. */
export async function seedEvents(
  sql: Sql,
  documents: readonly string[],
  sequence: number,
): Promise<void> {
  await sql.query(
    `INSERT INTO event_logs (id, type, version, status, timestamp, source, collection, document_id, sequence, body,
       created_at)
     SELECT 'evt_' || d || '_' || $2::int, 'order.updated', 1, 'pending', now(), 'code', 'orders', d, $2::int,
       jsonb_build_object('id', 'evt_' || d || '_' || $2::int, 'type', 'order.updated',
         'meta', jsonb_build_object('hop', 0, 'sequence', $2::int))::text,
       clock_timestamp()
     FROM unnest($1::varchar[]) d`,
    [documents, sequence],
  )
}
