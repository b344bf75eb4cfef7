import type { Sql } from '../../../src/kernel/sql.ts'

/**
 * A letter that was held, or put off, when its campaign ended, and that nobody finished: once its time is over it is
 * told as not sent.
 */
export async function dropStranded(sql: Sql, now: string): Promise<void> {
  await sql.query(
    `with dropped as (
       update campaign_recipients r
       set status = 'skipped', error = 'campaign ended', lease_until = null, updated_at = $1
       from email_campaigns c
       where c.id = r.campaign_id and c.status in ('sent', 'cancelled')
         and r.status = 'queued' and (r.lease_until is null or r.lease_until <= $1)
       returning r.campaign_id
     ), counted as (select campaign_id, count(*) as letters from dropped group by campaign_id)
     update email_campaigns c set skipped_count = coalesce(c.skipped_count, 0) + counted.letters
     from counted where c.id = counted.campaign_id`,
    [now],
  )
}
