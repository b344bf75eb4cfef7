import { INBOX_NOTIFICATION } from '../inbox/inboxNotification.ts'

/** Each kind by an index of its own. Parameters of all: cut-off of read ones, of unread ones, how many. */
const mayGo = {
  read: 't.read_at IS NOT NULL AND t.read_at < $1',
  unread: 't.read_at IS NULL AND t.created_at < $2',
  // Of people who are gone: nobody can read them.
  orphaned: 't.recipient_id IS NULL',
} as const

/**
 * One batch of one kind. Whoever loses unread ones hears of it. Counters are locked before rows and in
 * the order of ids, as by those who put and mark, so that nobody waits for each other; the condition is looked at once more
 * when the rows go: one may have been read meanwhile. One row: `swept`.
 */
const sweepSql = (condition: string): string => `
WITH given AS (SELECT $1::timestamptz, $2::timestamptz),
picked AS MATERIALIZED (
  SELECT t.id, t.recipient_id, t.read_at IS NULL AS was_unread FROM notifications t WHERE ${condition} LIMIT $3
), counted AS (
  INSERT INTO inbox_counters (id, version)
  SELECT DISTINCT p.recipient_id::text, 1 FROM picked p WHERE p.was_unread AND p.recipient_id IS NOT NULL ORDER BY 1
  ON CONFLICT (id) DO UPDATE SET version = inbox_counters.version + 1
  RETURNING id
), gone AS (
  DELETE FROM notifications t USING picked p
  WHERE t.id = p.id AND ${condition} AND (SELECT count(*) FROM counted) >= 0
  RETURNING t.id
), told AS MATERIALIZED (
  SELECT pg_notify('${INBOX_NOTIFICATION}', '*') FROM counted HAVING count(*) > 0
)
SELECT (SELECT count(*)::int FROM gone) AS swept, (SELECT count(*)::int FROM picked) AS picked,
  (SELECT count(*)::int FROM told) AS told`

/** A statement per kind. */
export const sweepNotificationsSql = {
  read: sweepSql(mayGo.read),
  unread: sweepSql(mayGo.unread),
  orphaned: sweepSql(mayGo.orphaned),
} as const
