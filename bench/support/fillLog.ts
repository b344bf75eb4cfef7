import type { Sql } from '../../src/kernel/sql.ts'

/** Types as a shop has them: a few make most of the log. */
const types = [
  'order.created',
  'order.paid',
  'order.status_changed',
  'cart.created',
  'cart.item_added',
  'cart.abandoned',
  'product.viewed',
  'product.updated',
  'user.login',
  'user.registered',
  'form.submitted',
  'lead.created',
]

const PER_STATEMENT = 100_000

/** How much of a log. */
export type LogSize = { events: number; attempts: number; days: number }

/**
 * A log as `days` days leave it, by SQL: an event with one delivery each, 12 types, 8 subscriptions with a receiver each, 3 channels, 5,000 users, 1 % failed
 * for good, 1 % cancelled; half of the deliveries with a second attempt.
 */
export async function fillLog(sql: Sql, { attempts, days, events }: LogSize): Promise<void> {
  for (let from = 1; from <= events; from += PER_STATEMENT) {
    const to = Math.min(events, from + PER_STATEMENT - 1)
    const at = `now() - ($3::float8 - (n * $3::float8 / $4)) * interval '1 day'`
    await sql.query(
      `INSERT INTO event_logs (id, type, version, status, timestamp, source, collection, document_id, operation, sequence,
         user_id, user_email, hop, body, created_at, matched, routed_at, decisions)
       SELECT 'evt_' || uid, type, 1, 'routed', at, 'rest', 'orders', (n % 100000)::text, 'update', 1 + n / 100000,
         (n % 5000)::text, 'user' || n % 5000 || '@example.test', 0,
         '{"id":"evt_' || uid || '","type":"' || type || '","data":{"current":{"id":' || n || ',"note":"' || repeat('x', 600) || '"}}}',
         at, 1, at, '{"matched":{"count":1,"list":[{"subscription":"1","name":"Subscription 1"}]}}'
       FROM (
         SELECT n, ${at} AS at, ($5::text[])[1 + (n * n) % cardinality($5::text[])] AS type,
           '01999999-' || lpad(to_hex(n / 65536), 4, '0') || '-7' || lpad(to_hex(n % 4096), 3, '0') || '-8000-' || substr(md5(n::text), 1, 12) AS uid
         FROM generate_series($1::bigint, $2::bigint) n
       ) s`,
      [from, to, days, events, types],
    )
  }
  await sql.query(
    `INSERT INTO event_deliveries (id, status, event, event_type, subscription, subscription_name, channel, channel_entry, step,
       target, attempts_started, attempts_finished, delivered_at, last_code, last_error, created_at)
     SELECT replace(id, 'evt_', 'dlv_'),
       (CASE n % 100 WHEN 0 THEN 'dead' WHEN 1 THEN 'cancelled' ELSE 'delivered' END)::enum_event_deliveries_status,
       id, type, (1 + n % 8)::text, 'Subscription ' || (1 + n % 8), (ARRAY['webhook', 'email', 'telegram'])[1 + n % 3], 'c' || n % 8, 0,
       'https://receiver' || n % 8 || '.example.test/hook', 1 + n % 2, 1 + n % 2,
       CASE WHEN n % 100 > 1 THEN created_at + (5 + n % 400) * interval '1 millisecond' END, 'http_200',
       CASE WHEN n % 100 = 0 THEN 'The receiver answered 503, ten times' END,
       created_at + interval '3 milliseconds'
     FROM (SELECT id, type, created_at, row_number() OVER (ORDER BY created_at) AS n FROM event_logs) e`,
  )
  await sql.query(
    `INSERT INTO event_receivers (id, subscription, subscription_name, channel, channel_entry, target, failures, is_alerted)
     SELECT (1 + n) || '/c' || n, 1 + n, 'Subscription ' || (1 + n), 'webhook', 'c' || n, 'https://receiver' || n || '.example.test/hook', 0, false
     FROM generate_series(0, 7) n`,
  )
  await sql.query(
    `INSERT INTO event_attempts (id, delivery, event, subscription, channel, number, outcome, code, duration_ms, worker, request,
       response, created_at)
     SELECT replace(d.id, 'dlv_', 'att_') || '_' || k, d.id, d.event, d.subscription, d.channel, k,
       (CASE WHEN k = 1 AND $2::int <> 0 THEN 'unavailable' ELSE 'delivered' END)::enum_event_attempts_outcome,
       'http_200', 5 + length(d.id) % 7 + k * 3, 'wrk_1', '{"method":"POST","url":"https://receiver.example.test/hook"}',
       '{"status":200,"body":"ok"}', d.created_at + k * interval '5 milliseconds'
     FROM event_deliveries d, generate_series(1, d.attempts_finished::int) k
     ORDER BY d.created_at LIMIT $1`,
    [attempts, 1],
  )
  await sql.query('VACUUM ANALYZE event_logs, event_deliveries, event_attempts')
}
