import type { Sql } from '../../../src/kernel/sql.ts'
import type { Audience } from './audienceOf.ts'
import { audienceSql } from './audienceSql.ts'

/** Which campaign begins, to whom, and when. */
export type FixRecipients = {
  campaignId: number | string
  audience: Audience
  at: string
}

/**
 * Writes down who gets the campaign, in one statement: who subscribes a second later is not in it, and nobody is in
 * it twice. Gives the number of recipients.
 */
export async function fixRecipients(
  sql: Sql,
  { at, audience, campaignId }: FixRecipients,
): Promise<number> {
  const { values, where } = audienceSql(audience, 3)
  const { rowCount } = await sql.query(
    `insert into campaign_recipients
       (campaign_id, subscriber_id, email, status, created_at, updated_at)
     select $1, s.id, s.email, 'queued', $2, $2 from newsletter_subscribers s where ${where}
     on conflict (campaign_id, subscriber_id) do nothing`,
    [campaignId, at, ...values],
  )
  return rowCount ?? 0
}
