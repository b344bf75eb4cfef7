import type { Payload } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { moveCampaigns } from './moveCampaigns.ts'

/** Closes every campaign, or this one, that has no letter left to send. Gives their number. */
export async function completeCampaigns(
  payload: Payload,
  campaignId?: number | string,
): Promise<number> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<{ id: number }>(
    `select c.id from email_campaigns c
     where c.status = 'sending' and c.audience_fixed_at is not null
       and ($1::text is null or c.id::text = $1)
       and not exists (
         select 1 from campaign_recipients r where r.campaign_id = c.id and r.status = 'queued')
     order by c.id`,
    [campaignId === undefined ? null : String(campaignId)],
  )
  return moveCampaigns(
    payload,
    rows.map(({ id }) => id),
    'sent',
  )
}
