import { addCountsSql, addDurationsSql } from '../rollup/addCountsSql.ts'
import type { Source } from '../rollup/source.ts'
import { sources } from '../rollup/source.ts'

/** Deliveries that somebody still has to deal with: they wait, are under way, or failed for good. Never swept. */
const unfinished = "('pending', 'delivering', 'retrying', 'dead', 'poisoned')"

/**
 * What may go, of rows `t` that are old enough ($2 is the cut-off). An attempt stays while its delivery is unfinished, an event while any
 * delivery of its is in the log: what the log shows can be looked into, and sent again.
 */
const mayGo: Readonly<Record<Source, string>> = {
  attempts: `NOT EXISTS (SELECT 1 FROM event_deliveries d WHERE d.id = t.delivery AND d.status::text IN ${unfinished})`,
  deliveries: `t.status::text NOT IN ${unfinished} AND (t.delivered_at IS NULL OR t.delivered_at < $2)`,
  events:
    "t.status <> 'pending' AND NOT EXISTS (SELECT 1 FROM event_deliveries d WHERE d.event = t.id)",
}

/** The next hour with rows that may go. Parameters: from when on, cut-off. */
export const nextHourSql = (source: Source): string => `
SELECT date_trunc('hour', t.created_at, 'UTC') AS hour FROM ${sources[source].table} t
WHERE t.created_at >= $1 AND t.created_at < $2 AND ${mayGo[source]}
ORDER BY t.created_at LIMIT 1`

/** Takes rows of one hour that nobody holds. Parameters: the hour, cut-off, how many. Rows of `id`. */
export const pickSql = (source: Source): string => `
SELECT t.id FROM ${sources[source].table} t
WHERE t.created_at >= $1 AND t.created_at < least($1::timestamptz + interval '1 hour', $2) AND ${mayGo[source]}
ORDER BY t.created_at LIMIT $3
FOR UPDATE OF t SKIP LOCKED`

/** Keeps what must be known of documents whose events go. */
const keepNumbersSql = `
INSERT INTO event_sequences (id, last, types)
SELECT collection || ':' || document_id, max(sequence), jsonb_object_agg(type, true)
FROM gone WHERE collection IS NOT NULL AND document_id IS NOT NULL AND sequence IS NOT NULL
GROUP BY collection, document_id
ON CONFLICT (id) DO UPDATE SET last = greatest(event_sequences.last, excluded.last),
  types = event_sequences.types || excluded.types`

/**
 * Deletes picked rows and adds them to what has gone, in one statement. Looks once more at the condition: a delivery may have been made
 * between the picking of its event and now. Parameters: ids, cut-off, and but for events the bounds of the histogram. One row: `swept`.
 */
export function sweepSql(source: Source): string {
  const parts = [
    addCountsSql(source, 'gone', 'gone'),
    addDurationsSql(source, 'gone', { rows: 'gone', bounds: '$3' }),
    source === 'events' ? keepNumbersSql : null,
  ].flatMap((text, place) => (text === null ? [] : [`kept_${place} AS (${text})`]))
  return `
WITH gone AS (
  DELETE FROM ${sources[source].table} t WHERE t.id = ANY($1::varchar[]) AND t.created_at < $2 AND ${mayGo[source]}
  RETURNING t.*
),
${parts.join(',\n')}
SELECT count(*)::int AS swept FROM gone`
}
