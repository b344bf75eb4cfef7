import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleCampaign } from '../../samples/sampleCampaign.ts'
import { campaignSnapshot } from '../../snapshots/campaignSnapshot.ts'

/** Letters go out from now on. Going on after a pause is no start. */
export const campaignStarted = defineEvent({
  type: 'campaign.started',
  version: 1,
  area: eventAreas.campaigns,
  summary: {
    en: 'An e-mail campaign started.',
    ru: 'Почтовая кампания началась.',
  },
  firesWhen: {
    en: 'The status became sending for the first time, by hand or by schedule.',
    ru: 'Статус впервые стал sending, вручную или по расписанию.',
  },
  current: campaignSnapshot,
  sample: {
    current: {
      ...sampleCampaign,
      status: 'sending',
      startedAt: '2026-11-21T07:00:00.000Z',
      audienceFixedAt: '2026-11-21T07:00:00.000Z',
      recipientsCount: 1260,
      updatedAt: '2026-11-21T07:00:00.000Z',
    },
    previous: sampleCampaign,
    changed: ['status', 'startedAt', 'audienceFixedAt', 'recipientsCount'],
  },
})
