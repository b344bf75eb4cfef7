import type { Payload } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { nowOf } from '../../nowOf.ts'
import { moveCampaigns } from './moveCampaigns.ts'

/** Begins every scheduled campaign whose time has come. Gives their number. */
export async function startDueCampaigns(payload: Payload): Promise<number> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<{ id: number }>(
    `select id from email_campaigns where status = 'scheduled' and scheduled_at <= $1 order by scheduled_at`,
    [nowOf(payload)],
  )
  return moveCampaigns(
    payload,
    rows.map(({ id }) => id),
    'sending',
  )
}
