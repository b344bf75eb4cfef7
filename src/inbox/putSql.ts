import type { InboxPeople } from './inboxPeopleStore.ts'
import { INBOX_NOTIFICATION } from './inboxNotification.ts'

/** More ids than this are not listed in one notification of Postgres', which holds 8000 bytes. */
const MOST_NAMED = 100

/**
 * Puts one notification into the inboxes of its people, in one statement. Parameters: delivery, event, its type, title, text,
 * link, level, and the id of a person or the role of staff (null: all staff).
 *
 * Each person's counter is raised under its row lock, so whoever sees a number sees every notification below it: that is
 * what pages and streams go by. Counters are locked in the order of their ids, so two of these never wait for each other.
 */
export function putSql(people: InboxPeople, kind: 'user' | 'staff'): string {
  return `
WITH people AS MATERIALIZED (
  SELECT u.id FROM ${people.table} u WHERE ${whoSql(people, kind)} AND ${people.isActive}
), fresh AS MATERIALIZED (
  SELECT p.id FROM people p
  WHERE NOT EXISTS (SELECT 1 FROM notifications n WHERE n.delivery = $1 AND n.recipient_id = p.id)
), counted AS (
  INSERT INTO inbox_counters (id, version) SELECT f.id::text, 1 FROM fresh f ORDER BY 1
  ON CONFLICT (id) DO UPDATE SET version = inbox_counters.version + 1
  RETURNING id, version
), added AS (
  INSERT INTO notifications
    (id, recipient_id, seq, delivery, event, event_type, title, text, link, level, created_at)
  SELECT 'ntf_' || gen_random_uuid(), c.id::${people.idType}, c.version, $1, $2, $3, $4, $5, $6,
    $7::enum_notifications_level, now()
  FROM counted c
  ON CONFLICT (delivery, recipient_id) DO NOTHING
  RETURNING recipient_id
), told AS MATERIALIZED (
  SELECT pg_notify('${INBOX_NOTIFICATION}',
    CASE WHEN count(*) > ${MOST_NAMED} THEN '*' ELSE string_agg(recipient_id::text, ',') END)
  FROM added HAVING count(*) > 0
)
SELECT (SELECT count(*)::int FROM people) AS addressed, (SELECT count(*)::int FROM added) AS added,
  (SELECT count(*)::int FROM told) AS told`
}

function whoSql({ hasRoles, idType }: InboxPeople, kind: 'user' | 'staff'): string {
  if (kind === 'user') return `u.id = $8::${idType}`
  if (!hasRoles) return '$8::text IS NULL'
  return "u.role::text IN ('admin', 'manager', 'viewer') AND ($8::text IS NULL OR u.role::text = $8)"
}
