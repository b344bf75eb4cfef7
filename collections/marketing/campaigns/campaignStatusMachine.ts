import type { StatusMachine } from '../../statusMachine.ts'

/** The life of a campaign. */
export type CampaignStatus = 'draft' | 'scheduled' | 'sending' | 'paused' | 'sent' | 'cancelled'

/** A campaign that has begun cannot be planned again; it can wait, go on, or end. */
export const campaignStatusMachine: StatusMachine<CampaignStatus> = {
  draft: ['scheduled', 'sending', 'cancelled'],
  scheduled: ['draft', 'sending', 'cancelled'],
  sending: ['paused', 'sent', 'cancelled'],
  paused: ['sending', 'cancelled'],
  sent: [],
  cancelled: [],
}
