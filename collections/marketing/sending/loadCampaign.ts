import type { Payload } from 'payload'

import { type CampaignContent, campaignContentOf } from '../letters/campaignContentOf.ts'

/** The content of a campaign in all languages, with the pictures of its rich text. */
export async function loadCampaign(
  payload: Payload,
  id: number | string,
): Promise<CampaignContent & { status: string }> {
  const campaign: Record<string, unknown> = {
    ...(await payload.findByID({ collection: 'email-campaigns', id, depth: 1, locale: 'all' })),
  }
  return { ...campaignContentOf(campaign), status: String(campaign['status']) }
}
