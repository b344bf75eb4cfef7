/** Each kind by an index of its own. Parameters of all: cut-off of read ones, of unread ones, how many. */
const mayGo = {
  read: 't.read_at IS NOT NULL AND t.read_at < $1',
  unread: 't.read_at IS NULL AND t.created_at < $2',
  // Of people who are gone: nobody can read them.
  orphaned: 't.recipient_id IS NULL',
} as const

/**
 * One batch of one kind. Rows that somebody holds are left for the next time. Whoever loses unread ones is told, in the order
 * of ids, as by those who put notifications. One row: `swept`.
 */
const sweepSql = (condition: string): string => `
WITH given AS (SELECT $1::timestamptz, $2::timestamptz),
picked AS MATERIALIZED (
  SELECT t.id, t.recipient_id, t.read_at IS NULL AS was_unread FROM notifications t WHERE ${condition}
  LIMIT $3 FOR UPDATE OF t SKIP LOCKED
), counted AS (
  INSERT INTO inbox_counters (id, version)
  SELECT DISTINCT p.recipient_id::text, 1 FROM picked p WHERE p.was_unread AND p.recipient_id IS NOT NULL ORDER BY 1
  ON CONFLICT (id) DO UPDATE SET version = inbox_counters.version + 1
), gone AS (
  DELETE FROM notifications t USING picked p WHERE t.id = p.id RETURNING t.id
)
SELECT (SELECT count(*)::int FROM gone) AS swept`

/** A statement per kind. */
export const sweepNotificationsSql = {
  read: sweepSql(mayGo.read),
  unread: sweepSql(mayGo.unread),
  orphaned: sweepSql(mayGo.orphaned),
} as const
