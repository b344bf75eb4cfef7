/**
 * Documents the log knows by its own types and `table` does not have, by id. Parameters: collection, behind which id, types, how
 * many.
 */
export const goneSql = (table: string): string => `
SELECT DISTINCT l.document_id AS id FROM event_logs l
WHERE l.collection = $1 AND l.document_id > $2 AND l.type = ANY($3::varchar[])
  AND l.source::text = 'collection_operation'
  AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.id::text = l.document_id)
ORDER BY l.document_id LIMIT $4`
