import { counters } from './addCountsSql.ts'
import type { Source } from './source.ts'
import { sources } from './source.ts'

/** In which size closed periods are read: whole days where possible, hours in full, or hours in one row each. */
export type Grain = 'day' | 'hour' | 'hour-sum'

const length = { hour: "interval '1 hour'", day: "interval '24 hours'" } as const

/**
 * For WITH: which closed `days` and which `hours` make up the period from $1 (inclusive) to $2 (exclusive). Hours that are not closed, or
 * only partly in the period, are counted from the log.
 */
const periodsSql = (source: Source, grain: Grain): string => {
  const closed = (unit: 'day' | 'hour'): string =>
    `SELECT at FROM event_rollup_periods WHERE source = '${source}' AND size = '${unit}' AND is_closed
    AND at >= $1 AND at + ${length[unit]} <= $2`
  return `
days AS MATERIALIZED (${closed('day')} AND ${grain === 'day'}),
closed AS MATERIALIZED (${closed('hour')}),
hours AS MATERIALIZED (
  SELECT h.at, c.at IS NOT NULL AS is_closed
  FROM generate_series(date_trunc('hour', $1::timestamptz, 'UTC'), $2::timestamptz, ${length.hour}) h(at)
  LEFT JOIN closed c ON c.at = h.at
  WHERE h.at < $2 AND NOT EXISTS (SELECT 1 FROM days d WHERE d.at = date_trunc('day', h.at, 'UTC'))
)`
}

type Sums = { table: string; columns: string; grain: Grain }

/** Rows of a table of sums: of whole days, of closed hours, and of what has been taken out of hours that are not closed. */
const sumsSql = (source: Source, { columns, grain, table }: Sums): string => `
  SELECT r.at, ${columns} FROM days JOIN ${table} r ON r.source = '${source}' AND r.size = 'day' AND r.at = days.at
  UNION ALL
  SELECT r.at, ${columns} FROM hours JOIN ${table} r
    ON r.source = '${source}' AND r.size = '${grain === 'hour-sum' ? grain : 'hour'}' AND r.at = hours.at
  WHERE hours.is_closed
  UNION ALL
  SELECT r.at, ${columns} FROM hours JOIN ${table} r ON r.source = '${source}' AND r.size = 'hour' AND r.at = hours.at
  WHERE NOT hours.is_closed AND r.part = 'gone' AND r.at >= $1`

/** Rows of the log in hours that are not closed. */
const logRowsSql = (source: Source): string => `(
  SELECT t.* FROM hours JOIN LATERAL (
    SELECT * FROM ${sources[source].table} t
    WHERE t.created_at >= greatest(hours.at, $1) AND t.created_at < least(hours.at + ${length.hour}, $2)
  ) t ON true
  WHERE NOT hours.is_closed
) log`

/** States that are never in the sums, because their hours are not closed. */
const withStates: Readonly<Record<'events' | 'deliveries', string>> = {
  events: ', 0 AS retrying, 0 AS pending',
  deliveries:
    ", (status = 'retrying')::int AS retrying, (status IN ('pending', 'delivering'))::int AS pending",
}

/**
 * For WITH: `counted`, the rows to add up (`at`, `type`, `channel`, `subscription`, `subscription_name`, the counters, and
 * `retrying` and `pending`), partly from the sums, partly from the log, in one snapshot: rows that a sweep takes out of the log meanwhile
 * are counted once. Parameters: from, to.
 */
export const countedSql = (source: 'events' | 'deliveries', grain: Grain): string => {
  const columns = ['type', 'channel', 'subscription', 'subscription_name', ...counters].join(', ')
  const facts = sources[source].facts?.(logRowsSql(source), withStates[source])
  return `${periodsSql(source, grain)},
counted AS (
  SELECT at, ${columns}, 0 AS retrying, 0 AS pending
  FROM (${sumsSql(source, { table: 'event_rollups', columns, grain })}) sums
  UNION ALL
  SELECT created_at, type, channel, subscription, subscription_name, 1, ${counters.slice(1).join(', ')}, retrying, pending
  FROM (${facts}) facts
)`
}

/**
 * Histogram of durations by channel and subscription: rows of `channel`, `subscription`, `bucket`, `total`.
 * Parameters: from, to, the bounds of the buckets.
 */
export const durationCountsSql = (source: 'deliveries' | 'attempts'): string => `
WITH ${periodsSql(source, 'day')}
SELECT channel, subscription, bucket::int AS bucket, sum(total)::int AS total
FROM (
  SELECT channel, subscription, bucket, total
  FROM (${sumsSql(source, {
    table: 'event_rollup_durations',
    columns: 'channel, subscription, bucket, total',
    grain: 'day',
  })}) sums
  UNION ALL
  SELECT channel, subscription, width_bucket(ms, $3::float8[]), count(*)
  FROM (${sources[source].durations?.(logRowsSql(source))}) log
  GROUP BY 1, 2, 3
) counted
GROUP BY 1, 2, 3`
