import type { Sql } from '../../../src/kernel/sql.ts'

/** Notes that a letter of a campaign made its reader leave; once per letter. */
export async function countUnsubscribe(
  sql: Sql,
  { at, recipientId }: { recipientId: number | string; at: string },
): Promise<void> {
  await sql.query(
    `with leaving as (
       update campaign_recipients set unsubscribed_at = $2
       where id = $1 and unsubscribed_at is null returning campaign_id
     )
     update email_campaigns c set unsubscribed_count = coalesce(c.unsubscribed_count, 0) + 1
     from leaving where c.id = leaving.campaign_id`,
    [recipientId, at],
  )
}
