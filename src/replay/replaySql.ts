import { dueNow } from '../delivery/claimSql.ts'
import { DELIVERIES_NOTIFICATION } from '../delivery/retryNowSql.ts'
import { likeText } from '../kernel/likeText.ts'
import { reopenPeriodsSql } from '../rollup/reopenPeriodsSql.ts'
import { parseEventPattern } from '../subscription-filter/parseEventPattern.ts'
import {
  type BackfillSelection,
  type DeliverySelection,
  replayableStatuses,
} from './replaySelection.ts'

/** A WHERE clause and its parameters. */
export type Conditions = { where: string; values: unknown[] }

/** Deliveries `d` that are meant, of those there were at `until`. */
export function deliveryConditions(where: DeliverySelection, until: Date): Conditions {
  const values: unknown[] = [until]
  const parts = ['d.created_at <= $1', 'd.step >= 0']
  const oneOf = (column: string, given: readonly string[] | undefined): void => {
    if (given) parts.push(`${column} = ANY($${values.push(given)}::varchar[])`)
  }
  // Spelt out (they are checked against a list): a partial index is only used for constants.
  const statuses = where.status ?? replayableStatuses
  parts.push(`d.status IN (${statuses.map((status) => `'${status}'`).join(', ')})`)
  oneOf('d.id', where.deliveries)
  oneOf('d.event', where.events)
  oneOf('d.subscription', where.subscription)
  oneOf('d.channel', where.channel)
  if (where.from) parts.push(`d.created_at >= $${values.push(new Date(where.from))}`)
  if (where.to) parts.push(`d.created_at < $${values.push(new Date(where.to))}`)
  const types = (where.type ?? []).map((text) => {
    const pattern = parseEventPattern(text)
    if (pattern.kind === 'any') return 'true'
    if (pattern.kind === 'type') return `d.event_type = $${values.push(pattern.type)}`
    const like =
      pattern.kind === 'entity' ? `${likeText(pattern.entity)}.%` : `%.${likeText(pattern.verb)}`
    return `d.event_type LIKE $${values.push(like)}`
  })
  if (types.length > 0) parts.push(`(${types.join(' OR ')})`)
  return { where: parts.join(' AND '), values }
}

/** Events `e` that a subscription may be given afterwards, tests left out; its patterns and filter are asked in memory. */
export function backfillConditions(where: BackfillSelection, until: Date): Conditions {
  const values: unknown[] = [until, new Date(where.since)]
  const parts = ['e.created_at <= $1', 'e.created_at >= $2', "e.status <> 'pending'"]
  parts.push("e.source IS DISTINCT FROM 'test'")
  if (where.to) parts.push(`e.created_at < $${values.push(new Date(where.to))}`)
  return { where: parts.join(' AND '), values }
}

/** A page of rows behind a cursor, locked so that neither a person nor a sweep takes them meanwhile. */
export function pageSql(
  table: 'event_deliveries d' | 'event_logs e',
  { values, where }: Conditions,
  { cursor, limit }: { cursor: { at: string; id: string } | null; limit: number },
): Conditions & { text: string } {
  const [, row = ''] = table.split(' ')
  const all = [...values]
  const behind = cursor
    ? `AND (${row}.created_at, ${row}.id) > ($${all.push(cursor.at)}::timestamptz, $${all.push(cursor.id)}::varchar)`
    : ''
  const lock = row === 'e' ? 'KEY SHARE' : 'UPDATE'
  const text = `
SELECT ${row}.* FROM ${table} WHERE ${where} ${behind}
ORDER BY ${row}.created_at, ${row}.id LIMIT $${all.push(limit)} FOR ${lock} OF ${row}`
  return { text, where, values: all }
}

/** Parameter: ids. The same deliveries, due now; see `retryNowSql` for what becomes of their counters. */
export const resendSql = `
WITH moved AS (
  UPDATE event_deliveries SET status = 'pending', next_attempt_at = ${dueNow}, lease_token = NULL, lease_until = NULL,
    delivered_at = NULL, strikes = NULL
  WHERE id = ANY($1::varchar[])
  RETURNING id, channel, created_at
),
reopened AS (${reopenPeriodsSql('deliveries', 'SELECT created_at FROM moved')})
SELECT id, pg_notify('${DELIVERIES_NOTIFICATION}', channel || ' ' || id) FROM moved`

/** Parameters: deliveries as JSON, the replay's id ('' for a back-fill: what the subscription has had is left out). */
export const insertReplayedSql = `
WITH written AS (
  INSERT INTO event_deliveries (id, status, event, event_type, subscription, subscription_name, channel, channel_entry,
    step, replay, target, attempts_started, attempts_finished, next_attempt_at, created_at)
  SELECT id, 'pending', event, event_type, subscription, subscription_name, channel, channel_entry, step, $2, target, 0, 0,
    ${dueNow}, clock_timestamp()
  FROM jsonb_to_recordset($1::jsonb) AS r(id varchar, event varchar, event_type varchar, subscription varchar,
    subscription_name varchar, channel varchar, channel_entry varchar, step numeric, target varchar)
  ON CONFLICT (event, subscription, channel_entry, step, replay) DO NOTHING
  RETURNING id, channel
)
SELECT id, pg_notify('${DELIVERIES_NOTIFICATION}', channel || ' ' || id) FROM written`

/** Parameters: id, status, selection, ids, per second, until (null: now), who, rows it was planned for. */
export const createReplaySql = `
INSERT INTO event_replays (id, status, selection, ids, per_second, until, requested_by, planned, looked, replayed, created_at)
VALUES ($1, 'pending', $2, $3::text::enum_event_replays_ids, $4, $5, $6, $7, 0, 0, now())`

/** The next replay to run; what was begun goes first. */
export const nextReplaySql = `
SELECT id FROM event_replays WHERE status IN ('running', 'pending') ORDER BY status = 'running' DESC, created_at, id LIMIT 1`

/** Parameter: id. No row: it was cancelled meanwhile. Held until its page is committed with it. */
export const holdReplaySql = `
SELECT id, status::text AS status, selection, ids::text AS ids, per_second::int AS "perSecond", until, cursor,
  looked::int AS looked, replayed::int AS replayed
FROM event_replays WHERE id = $1 AND status IN ('running', 'pending') FOR UPDATE`

/** Parameters: id, cursor, rows looked at, deliveries made due, whether it is through. */
export const moveReplaySql = `
UPDATE event_replays SET status = (CASE WHEN $5::boolean THEN 'done' ELSE 'running' END)::enum_event_replays_status,
  cursor = coalesce($2::jsonb, cursor), looked = looked + $3, replayed = replayed + $4,
  started_at = coalesce(started_at, now()), finished_at = CASE WHEN $5 THEN now() END
WHERE id = $1`

/** Parameters: id, error. */
export const failReplaySql = `
UPDATE event_replays SET status = 'failed', last_error = $2, finished_at = now()
WHERE id = $1 AND status IN ('running', 'pending')`

/** Parameter: id. */
export const cancelReplaySql = `
UPDATE event_replays SET status = 'cancelled', finished_at = now()
WHERE id = $1 AND status IN ('running', 'pending') RETURNING id`
