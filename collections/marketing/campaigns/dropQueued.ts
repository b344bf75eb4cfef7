import type { Sql } from '../../../src/kernel/sql.ts'

/**
 * Letters that were not sent when their campaign ended stay unsent, and say so. One that is on its way at this moment
 * is left to whoever sends it. Gives their number.
 */
export async function dropQueued(
  sql: Sql,
  { at, campaignId }: { campaignId: number | string; at: string },
): Promise<number> {
  const { rowCount } = await sql.query(
    `update campaign_recipients
     set status = 'skipped', error = 'campaign ended', lease_until = null, updated_at = $2
     where campaign_id = $1 and status = 'queued' and (lease_until is null or lease_until <= $2)`,
    [campaignId, at],
  )
  return rowCount ?? 0
}
