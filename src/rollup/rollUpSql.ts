import { addCountsSql, addDurationsSql, atText, counters } from './addCountsSql.ts'
import type { Source } from './source.ts'
import { sources } from './source.ts'

/** Nobody can ask for statistics of longer ago; rows from before are counted from the log. */
const REACH = "interval '401 days'"

/** $1 is the beginning of the day. */
const ofDay = "at >= $1 AND at < $1::timestamptz + interval '24 hours'"

const periodId = (source: Source, size: 'day' | 'hour', at: string): string =>
  `'${source}|${size}|' || ${atText(at)}`

/**
 * Rows for all full hours and days since the first row of the log, a minute after their end; none while it is empty. Transactions that were open when such a
 * row was made may still commit rows into its period; all of them have smaller numbers than `seen_xid`. No parameters.
 */
export const definePeriodsSql = (source: Source): string => `
WITH first AS (
  SELECT date_trunc('day', greatest(min(created_at), now() - ${REACH}), 'UTC') AS at
  FROM ${sources[source].table} HAVING min(created_at) IS NOT NULL
),
period AS (
  SELECT 'hour' AS size, g.at FROM first, generate_series(first.at, now() - interval '61 minutes', interval '1 hour') g(at)
  UNION ALL
  SELECT 'day', g.at FROM first, generate_series(first.at, now() - interval '1441 minutes', interval '24 hours') g(at)
)
INSERT INTO event_rollup_periods (id, source, size, at, is_closed, seen_xid)
SELECT '${source}|' || size || '|' || ${atText('p.at')}, '${source}', size, p.at, false,
  pg_current_xact_id()::text
FROM period p
WHERE NOT EXISTS (SELECT 1 FROM event_rollup_periods k WHERE k.source = '${source}' AND k.size = p.size AND k.at = p.at)
ON CONFLICT (id) DO NOTHING`

/**
 * Parameter: whether what is closed and may have rows in the log is wanted too. Days with hours to count, the youngest first; the last
 * one may not be over yet.
 */
export const daysToCountSql = (source: Source): string => `
SELECT DISTINCT date_trunc('day', at, 'UTC') AS at FROM event_rollup_periods
WHERE source = '${source}' AND (NOT is_closed OR ($1 AND at >= (
  SELECT date_trunc('day', min(created_at), 'UTC') FROM ${sources[source].table})))
ORDER BY at DESC`

/** Parameter: the day. Keeps others from opening it and its hours, in the order in which they lock too. */
export const lockDaySql = (source: Source): string => `
SELECT 1 FROM event_rollup_periods WHERE source = '${source}' AND ${ofDay} ORDER BY id FOR UPDATE`

/**
 * Parameters: the day, whether closed hours count too. Hours to count of which the counts are final: no row in them waits, and no
 * transaction can bring another. After two days even the number of a transaction of another cluster (a restored backup) is
 * believed to be over.
 */
export const finalHoursSql = (source: Source): string => {
  const { open, table } = sources[source]
  const waits = open
    ? `AND NOT EXISTS (SELECT 1 FROM ${table} t
    WHERE t.created_at >= p.at AND t.created_at < p.at + interval '1 hour' AND ${open})`
    : ''
  return `
SELECT at FROM event_rollup_periods p
WHERE source = '${source}' AND size = 'hour' AND ${ofDay} AND ($2 OR NOT is_closed)
  AND (seen_xid::xid8 <= pg_snapshot_xmin(pg_current_snapshot()) OR at < now() - interval '2 days') ${waits}`
}

/** Closed hours in one row each, for lists by hour: without them a month is a row per hour, type, channel and subscription. */
const sumHoursSql = (source: Source): string => `
INSERT INTO event_rollups (id, source, part, size, at, type, channel, subscription, ${counters.join(', ')})
SELECT '${source}|' || part || '|hour-sum|' || ${atText('at')}, '${source}', part, 'hour-sum', at, '', '', '',
  ${counters.map((name) => `sum(${name})`).join(', ')}
FROM event_rollups WHERE source = '${source}' AND size = 'hour' AND at = ANY($1::timestamptz[]) GROUP BY part, at`

/** Statements that count hours of one day anew, in their order. Parameters: the hours; the last statement also takes the bounds. */
export function countHoursSql(source: Source): { counts: string[]; durations: string[] } {
  const rows = `(SELECT t.* FROM unnest($1::timestamptz[]) h(at)
    JOIN ${sources[source].table} t ON t.created_at >= h.at AND t.created_at < h.at + interval '1 hour') live`
  const forget = (table: string): string =>
    `DELETE FROM ${table} WHERE source = '${source}' AND (size = 'hour' AND part = 'live' OR size = 'hour-sum')
     AND at = ANY($1::timestamptz[])`
  const counts = addCountsSql(source, 'live', rows)
  const durations = addDurationsSql(source, 'live', { rows, bounds: '$2' })
  return {
    counts: counts ? [forget('event_rollups'), counts, sumHoursSql(source)] : [],
    durations: durations ? [forget('event_rollup_durations'), durations] : [],
  }
}

/** Parameters: the day, its final hours, whether closed hours were counted too. The day is closed when all its hours are. */
export const closeDaySql = (source: Source): string => `
WITH hour AS (
  UPDATE event_rollup_periods SET is_closed = at = ANY($2::timestamptz[]) OR (is_closed AND NOT $3)
  WHERE source = '${source}' AND size = 'hour' AND ${ofDay}
  RETURNING is_closed
)
UPDATE event_rollup_periods SET is_closed = (SELECT count(*) FILTER (WHERE is_closed) = 24 FROM hour)
WHERE source = '${source}' AND size = 'day' AND ${ofDay}
RETURNING is_closed AS "isClosed"`

/** Statements that add a day's hours up anew, in their order. Parameter: beginning of the day. */
export function countDaySql(source: Source): string[] {
  const sums = (size: string): string => `source = '${source}' AND size = '${size}' AND ${ofDay}`
  const id = (...rest: string[]): string =>
    `'${source}|' || part || '|day|' || ${atText('$1::timestamptz')} || '|' || ${rest.join(" || '|' || ")}`
  return [
    `DELETE FROM event_rollups WHERE ${sums('day')}`,
    `INSERT INTO event_rollups (id, source, part, size, at, type, channel, subscription, subscription_name, ${counters.join(', ')})
     SELECT ${id('type', 'channel', 'subscription')}, '${source}', part, 'day', $1, type, channel, subscription,
       max(subscription_name), ${counters.map((name) => `sum(${name})`).join(', ')}
     FROM event_rollups WHERE ${sums('hour')} GROUP BY part, type, channel, subscription`,
    `DELETE FROM event_rollup_durations WHERE ${sums('day')}`,
    `INSERT INTO event_rollup_durations (id, source, part, size, at, channel, subscription, bucket, total)
     SELECT ${id('channel', 'subscription', 'bucket')}, '${source}', part, 'day', $1, channel, subscription, bucket, sum(total)
     FROM event_rollup_durations WHERE ${sums('hour')} GROUP BY part, channel, subscription, bucket`,
  ]
}

/** Locks the periods of one hour before rows of it are taken out; makes them when they are not known yet. Parameter: the hour. */
export const holdHourSql = (source: Source): string => `
INSERT INTO event_rollup_periods (id, source, size, at, is_closed, seen_xid)
VALUES (${periodId(source, 'day', "date_trunc('day', $1::timestamptz, 'UTC')")}, '${source}', 'day',
    date_trunc('day', $1::timestamptz, 'UTC'), false, pg_current_xact_id()::text),
  (${periodId(source, 'hour', '$1::timestamptz')}, '${source}', 'hour', $1, false,
    pg_current_xact_id()::text)
ON CONFLICT (id) DO UPDATE SET is_closed = false`
