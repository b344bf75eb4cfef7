/** Parameters: id, run, collection, document, kind, types, fields, born since. Takes the place of what was open of the document. */
export const writeGapSql = `
WITH earlier AS (
  UPDATE event_gaps SET status = 'settled' WHERE collection = $3::varchar AND document_id = $4::varchar AND status = 'open'
)
INSERT INTO event_gaps (id, status, reconciliation, collection, document_id, kind, types, fields, born_since, created_at)
VALUES ($1, 'open', $2, $3::varchar, $4::varchar, $5::text::enum_event_gaps_kind, $6, $7, $8, clock_timestamp())`

/** Parameters: collection, documents. They agree with the log by now. */
export const settleGapsSql = `
UPDATE event_gaps SET status = 'settled'
WHERE collection = $1 AND document_id = ANY($2::varchar[]) AND status = 'open'`

/** Parameters: behind which id, listed until, ids (null: all). One gap at a time; held by whoever tells it. */
export const nextGapSql = `
SELECT id, collection, document_id AS "documentId", born_since AS "bornSince" FROM event_gaps
WHERE status = 'open' AND id > $1 AND created_at <= $2 AND ($3::varchar[] IS NULL OR id = ANY($3))
ORDER BY id LIMIT 1`

/** Parameter: id. No row: somebody has settled it meanwhile. */
export const holdGapSql = `SELECT id FROM event_gaps WHERE id = $1 AND status = 'open' FOR UPDATE`

/** Parameters: id, state, types told. */
export const endGapSql = `
UPDATE event_gaps SET status = $2::text::enum_event_gaps_status, types = coalesce($3::jsonb, types), last_error = NULL,
  told_at = CASE WHEN $2::text = 'told' THEN clock_timestamp() END
WHERE id = $1`

/** Parameters: id, error. */
export const failGapSql = `UPDATE event_gaps SET last_error = $2 WHERE id = $1`

/** Parameter: how long settled ones are kept, days. */
export const forgetGapsSql = `
DELETE FROM event_gaps WHERE status <> 'open' AND created_at < now() - $1 * interval '1 day'`

/** Parameter: the same, for runs. */
export const forgetReconciliationsSql = `
DELETE FROM event_reconciliations WHERE status NOT IN ('pending', 'running') AND created_at < now() - $1 * interval '1 day'`
