import type { Source } from './source.ts'
import { sources } from './source.ts'

/** Where rows lie: in the log, or only in the sums any more. */
export type Part = 'live' | 'gone'

/** What is added up. */
export const counters = [
  'total',
  'unmatched',
  'delivered',
  'dead',
  'poisoned',
  'cancelled',
  'attempts',
] as const

/** Names the hour or day in the ids of rows, whatever the time zone of the connection. */
export const atText = (at: string): string =>
  `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24')`

const hour = "date_trunc('hour', created_at, 'UTC')"

/**
 * Adds rows (a table with a condition, or the rows a statement has deleted) to the counts of their hours. An INSERT for use alone
 * or inside WITH; null where nothing is counted.
 */
export function addCountsSql(source: Source, part: Part, rows: string): string | null {
  const { facts } = sources[source]
  if (!facts) return null
  const id = `'${source}|${part}|hour|' || ${atText('at')} || '|' || type || '|' || channel || '|' || subscription`
  return `
INSERT INTO event_rollups (id, source, part, size, at, type, channel, subscription, subscription_name, ${counters.join(', ')})
SELECT ${id}, '${source}', '${part}', 'hour', at, type, channel, subscription, max(subscription_name), count(*),
  ${counters
    .slice(1)
    .map((name) => `sum(${name})`)
    .join(', ')}
FROM (SELECT f.*, ${hour} AS at FROM (${facts(rows)}) f) h
GROUP BY at, type, channel, subscription
ON CONFLICT (id) DO UPDATE SET subscription_name = coalesce(excluded.subscription_name, event_rollups.subscription_name),
  ${counters.map((name) => `${name} = event_rollups.${name} + excluded.${name}`).join(', ')}`
}

/** The same for durations; `bounds` is the parameter that holds `durationBounds`. */
export function addDurationsSql(
  source: Source,
  part: Part,
  { rows, bounds }: { rows: string; bounds: string },
): string | null {
  const { durations } = sources[source]
  if (!durations) return null
  const id = `'${source}|${part}|hour|' || ${atText('at')} || '|' || channel || '|' || subscription || '|' || bucket`
  return `
INSERT INTO event_rollup_durations (id, source, part, size, at, channel, subscription, bucket, total)
SELECT ${id}, '${source}', '${part}', 'hour', at, channel, subscription, bucket, count(*)
FROM (
  SELECT channel, subscription, ${hour} AS at, width_bucket(ms, ${bounds}::float8[]) AS bucket
  FROM (${durations(rows)}) d
) h
GROUP BY at, channel, subscription, bucket
ON CONFLICT (id) DO UPDATE SET total = event_rollup_durations.total + excluded.total`
}
