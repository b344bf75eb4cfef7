import { newId } from '../../kernel/ids.ts'
import type { Localised } from '../../kernel/localised.ts'
import type { Sql } from '../../kernel/sql.ts'
import type { AlertNews } from './alertLetter.ts'
import type { AlertRuleName } from './alertRules.ts'

/** News that must be told, held by the process that read it. */
export type PendingNews = AlertNews & { id: string }

/** How long a process that said it would write may take; then another one writes. */
const CLAIM = "interval '2 minutes'"

/** Opens an alert unless it is open; true for the one process of all that opened it. */
export async function openAlert(
  sql: Sql,
  rule: AlertRuleName,
  message: Localised,
): Promise<boolean> {
  const { rows } = await sql.query(
    `INSERT INTO system_alerts (id, rule, message, opened_at) VALUES ($1, $2, $3::jsonb, now())
     ON CONFLICT (rule) WHERE closed_at IS NULL DO NOTHING RETURNING id`,
    [newId('alr'), rule, JSON.stringify(message)],
  )
  return rows.length > 0
}

/** Closes those of the alerts that are open; returns what this process closed, and no other. */
export async function closeAlerts(
  sql: Sql,
  rules: readonly AlertRuleName[],
): Promise<AlertRuleName[]> {
  const { rows } = await sql.query<{ rule: AlertRuleName }>(
    'UPDATE system_alerts SET closed_at = now() WHERE rule::text = ANY($1::text[]) AND closed_at IS NULL RETURNING rule',
    [rules],
  )
  return rows.map(({ rule }) => rule)
}

type NewsRow = {
  id: string
  rule: AlertRuleName
  message: Localised
  opened_at: Date
  closed_at: Date | null
}

/** Alerts whose opening or end nobody has been told of, for this process to tell. */
export async function claimNews(sql: Sql): Promise<PendingNews[]> {
  const { rows } = await sql.query<NewsRow>(
    `UPDATE system_alerts a SET claimed_at = now()
     FROM (
       SELECT id FROM system_alerts
       WHERE (notified_at IS NULL OR (closed_at IS NOT NULL AND end_notified_at IS NULL))
         AND (claimed_at IS NULL OR claimed_at < now() - ${CLAIM})
       ORDER BY opened_at LIMIT 20 FOR UPDATE SKIP LOCKED
     ) n WHERE a.id = n.id
     RETURNING a.id, a.rule, a.message, a.opened_at, a.closed_at`,
  )
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    message: row.message,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
  }))
}

/** Notes what became of the letter; after an error it is written again later. */
export async function noteNews(sql: Sql, news: PendingNews, error: string | null): Promise<void> {
  if (error !== null) {
    await sql.query('UPDATE system_alerts SET notify_error = $2 WHERE id = $1', [news.id, error])
    return
  }
  await sql.query(
    `UPDATE system_alerts SET notified_at = coalesce(notified_at, now()), notify_error = NULL, claimed_at = NULL,
       end_notified_at = CASE WHEN $2 THEN now() END WHERE id = $1`,
    [news.id, news.closedAt !== null],
  )
}
