import type { Sql } from '../../../src/kernel/sql.ts'

/** One look at a letter. */
export type Look = { recipientId: number | string; at: string }

/** Notes that a person opened a letter; the first time counts, for the letter and for its campaign. */
export async function countOpen(sql: Sql, { at, recipientId }: Look): Promise<void> {
  await sql.query(
    `with opened as (
       update campaign_recipients set opened_at = $2
       where id = $1 and opened_at is null returning campaign_id
     )
     update email_campaigns c set
       opened_count = coalesce(c.opened_count, 0) + 1,
       open_rate = round(100.0 * (coalesce(c.opened_count, 0) + 1) / nullif(c.delivered_count, 0), 2)
     from opened where c.id = opened.campaign_id`,
    [recipientId, at],
  )
}
