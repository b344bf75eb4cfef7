const row = `id, action::text AS action, collections, since, born_since AS "bornSince", gaps,
  created_at AS "createdAt", cursor`

/**
 * Parameters: id, action, collections, since, gaps, who. Without a `since` documents must be known that are not older than the
 * log itself.
 */
export const createReconciliationSql = `
INSERT INTO event_reconciliations (id, status, action, collections, since, born_since, gaps, requested_by, looked, unknown,
  found, told, created_at)
VALUES ($1, 'pending', $2::text::enum_event_reconciliations_action, $3, $4,
  coalesce($4, (SELECT min(created_at) FROM event_logs), now()), $5, $6, 0, 0, 0, 0, now())`

/** The next run; what was begun goes first. */
export const nextReconciliationSql = `
SELECT ${row} FROM event_reconciliations WHERE status IN ('running', 'pending')
ORDER BY status = 'running' DESC, created_at, id LIMIT 1`

/** Parameters: id, cursor, rows looked at, of them unknown, gaps found, gaps told. No row: it was cancelled meanwhile. */
export const moveReconciliationSql = `
UPDATE event_reconciliations SET status = 'running', started_at = coalesce(started_at, now()),
  cursor = coalesce($2::jsonb, cursor), looked = looked + $3, unknown = unknown + $4, found = found + $5, told = told + $6
WHERE id = $1 AND status IN ('running', 'pending') RETURNING id`

/** Parameters: id, state, error. */
export const endReconciliationSql = `
UPDATE event_reconciliations SET status = $2::text::enum_event_reconciliations_status, last_error = $3, finished_at = now()
WHERE id = $1 AND status IN ('running', 'pending') RETURNING id`
