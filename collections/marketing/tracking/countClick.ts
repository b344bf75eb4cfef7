import type { Sql } from '../../../src/kernel/sql.ts'
import type { Look } from './countOpen.ts'

/** Notes that a person followed a link: a click, and an open if the pictures of the letter were never loaded. */
export async function countClick(sql: Sql, { at, recipientId }: Look): Promise<void> {
  await sql.query(
    `with before as (
       select id, campaign_id, opened_at is null as opens, clicked_at is null as clicks
       from campaign_recipients where id = $1 for update
     ), clicked as (
       update campaign_recipients r set
         clicks = coalesce(r.clicks, 0) + 1,
         clicked_at = coalesce(r.clicked_at, $2),
         opened_at = coalesce(r.opened_at, $2)
       from before where r.id = before.id
     )
     update email_campaigns c set
       clicked_count = coalesce(c.clicked_count, 0) + before.clicks::int,
       opened_count = coalesce(c.opened_count, 0) + before.opens::int,
       open_rate = round(100.0 * (coalesce(c.opened_count, 0) + before.opens::int) / nullif(c.delivered_count, 0), 2)
     from before where c.id = before.campaign_id and (before.clicks or before.opens)`,
    [recipientId, at],
  )
}
