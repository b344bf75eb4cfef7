import type { JsonObject } from '../../src/kernel/json.ts'
import type { Sql } from '../../src/kernel/sql.ts'
import type { KnownState } from './knownState.ts'

type LastRow = {
  document_id: string
  operation: string | null
  current: JsonObject | null
}

const lastSql = `
SELECT DISTINCT ON (document_id) document_id, operation::text AS operation,
  body::jsonb #> '{data,current}' AS current FROM event_logs
WHERE collection = $1 AND document_id = ANY($2::varchar[])
  AND (source::text = 'schedule' OR (source::text = 'collection_operation' AND type = ANY($3::varchar[])))
ORDER BY document_id, sequence DESC`

const typesSql = `
SELECT document_id, array_agg(DISTINCT type) AS types FROM event_logs
WHERE collection = $1 AND document_id = ANY($2::varchar[]) GROUP BY document_id`

const forgottenSql = `
SELECT substr(id, length($1::text) + 2) AS document_id, types FROM event_sequences
WHERE id = ANY(SELECT $1::text || ':' || d FROM unnest($2::text[]) AS u(d))`

/** What the log knows of documents, by id. `types`: those that the collection's saves and deletions mean. */
export async function readKnownStates(
  sql: Sql,
  {
    collection,
    ids,
    types,
  }: { collection: string; ids: readonly string[]; types: readonly string[] },
): Promise<Map<string, KnownState>> {
  const last = await sql.query<LastRow>(lastSql, [collection, ids, types])
  const told = await sql.query<{ document_id: string; types: string[] }>(typesSql, [
    collection,
    ids,
  ])
  const forgotten = await sql.query<{ document_id: string; types: Record<string, boolean> }>(
    forgottenSql,
    [collection, ids],
  )
  const lastById = new Map(last.rows.map((row) => [row.document_id, row]))
  const typesById = new Map(told.rows.map((row) => [row.document_id, row.types]))
  const forgottenById = new Map(forgotten.rows.map((row) => [row.document_id, row.types]))
  return new Map(
    ids.map((id) => {
      const row = lastById.get(id)
      const swept = forgottenById.get(id)
      const toldTypes = new Set([...(typesById.get(id) ?? []), ...Object.keys(swept ?? {})])
      return [
        id,
        {
          current: row?.current ?? null,
          isDeleted: row?.operation === 'delete',
          toldTypes,
          isPartlyForgotten: swept !== undefined,
        },
      ]
    }),
  )
}
