import type { Payload } from 'payload'

import type { CampaignStatus } from '../campaigns/campaignStatusMachine.ts'

/**
 * Gives campaigns their next status, one by one; gives the number of those that took it. One that cannot take it, because
 * a person paused it meanwhile, does not hold up the others; the log has the reason.
 */
export async function moveCampaigns(
  payload: Payload,
  ids: readonly (number | string)[],
  status: CampaignStatus,
): Promise<number> {
  let moved = 0
  for (const id of ids) {
    try {
      await payload.update({ collection: 'email-campaigns', id, data: { status }, depth: 0 })
      moved += 1
    } catch (err) {
      payload.logger.error({ msg: `flowmasters: campaign ${id} could not become "${status}"`, err })
    }
  }
  return moved
}
