import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleCampaign } from '../../samples/sampleCampaign.ts'
import { campaignSnapshot } from '../../snapshots/campaignSnapshot.ts'

/** A campaign is being written. */
export const campaignCreated = defineEvent({
  type: 'campaign.created',
  version: 1,
  area: eventAreas.campaigns,
  summary: {
    en: 'An e-mail campaign was created.',
    ru: 'Создана почтовая кампания.',
  },
  firesWhen: {
    en: 'A campaign is saved for the first time, in any status.',
    ru: 'Кампания сохранена впервые, в любом статусе.',
  },
  current: campaignSnapshot,
  sample: {
    current: sampleCampaign,
    previous: null,
    changed: [],
  },
})
