import type { InboxPeople } from './inboxPeopleStore.ts'
import { INBOX_NOTIFICATION } from './inboxNotification.ts'

type Ids = Pick<InboxPeople, 'idType'>

/** Parameter: whose. One row: `unread`, and `version`, the number of the inbox's last change. */
export const stateSql = ({ idType }: Ids): string => `
SELECT
  (SELECT count(*)::int FROM notifications n WHERE n.recipient_id = $1::${idType} AND n.read_at IS NULL) AS unread,
  coalesce((SELECT c.version FROM inbox_counters c WHERE c.id = $1::text), 0)::float8 AS version`

/** Parameters: whose, below which number (null: from the newest), only unread ones, how many. Newest first. */
export const pageSql = ({ idType }: Ids, isUnread: boolean): string => `
SELECT n.id, n.seq::float8 AS seq, n.title, n.text, n.link, n.level::text AS level, n.event_type, n.created_at, n.read_at
FROM notifications n
WHERE n.recipient_id = $1::${idType} AND ($2::numeric IS NULL OR n.seq < $2)${isUnread ? ' AND n.read_at IS NULL' : ''}
ORDER BY n.seq DESC LIMIT $3`

/**
 * Marks a person's notifications as read. Parameters: whose, ids (null: all), up to which number (null: all). One row: `read`.
 * The counter is locked first, as by those who put.
 */
export const markReadSql = ({ idType }: Ids): string => `
WITH counted AS (
  INSERT INTO inbox_counters (id, version)
  SELECT $1::text, 1 WHERE EXISTS (SELECT 1 FROM notifications n WHERE ${unreadOnes(idType)})
  ON CONFLICT (id) DO UPDATE SET version = inbox_counters.version + 1
  RETURNING id
), marked AS (
  UPDATE notifications n SET read_at = now() FROM counted WHERE ${unreadOnes(idType)} RETURNING n.id
), told AS MATERIALIZED (
  SELECT pg_notify('${INBOX_NOTIFICATION}', $1::text) FROM marked HAVING count(*) > 0
)
SELECT (SELECT count(*)::int FROM marked) AS read, (SELECT count(*)::int FROM told) AS told`

const unreadOnes = (idType: string): string =>
  `n.recipient_id = $1::${idType} AND n.read_at IS NULL
    AND ($2::varchar[] IS NULL OR n.id = ANY($2)) AND ($3::numeric IS NULL OR n.seq <= $3)`

/**
 * What has changed in several inboxes. Parameters: whose, the number each reader has seen (null: none, and what is there is no
 * news), whether a reader has to be told anyhow, how many notifications at most for each. Rows only for those who have to be told:
 * `place` counts from 1, `fresh` oldest first.
 */
export const changesSql = ({ idType }: Ids): string => `
SELECT s.place::int AS place, coalesce(c.version, 0)::float8 AS version, counts.unread, fresh.list AS fresh
FROM unnest($1::text[], $2::numeric[], $3::boolean[]) WITH ORDINALITY AS s(recipient, seen, is_first, place)
LEFT JOIN inbox_counters c ON c.id = s.recipient
CROSS JOIN LATERAL (
  SELECT count(*)::int AS unread FROM notifications n
  WHERE n.recipient_id = s.recipient::${idType} AND n.read_at IS NULL
) counts
LEFT JOIN LATERAL (
  SELECT jsonb_agg(to_jsonb(n) ORDER BY n.seq) AS list FROM (
    SELECT n.id, n.seq, n.title, n.text, n.link, n.level::text AS level, n.event_type, n.created_at, n.read_at
    FROM notifications n WHERE n.recipient_id = s.recipient::${idType} AND n.seq > s.seen
    ORDER BY n.seq LIMIT $4
  ) n
) fresh ON true
WHERE s.is_first OR s.seen IS DISTINCT FROM coalesce(c.version, 0)`
