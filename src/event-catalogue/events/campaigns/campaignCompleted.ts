import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSentCampaign } from '../../samples/sampleSentCampaign.ts'
import { campaignSnapshot } from '../../snapshots/campaignSnapshot.ts'

/** The last letter is out; openings and clicks keep coming. */
export const campaignCompleted = defineEvent({
  type: 'campaign.completed',
  version: 1,
  area: eventAreas.campaigns,
  summary: {
    en: 'An e-mail campaign was sent.',
    ru: 'Почтовая кампания отправлена.',
  },
  firesWhen: {
    en: 'The status became sent: no letter is left to send.',
    ru: 'Статус стал sent: неотправленных писем не осталось.',
  },
  current: campaignSnapshot,
  sample: {
    current: sampleSentCampaign,
    previous: { ...sampleSentCampaign, status: 'sending', completedAt: null },
    changed: ['status', 'completedAt'],
  },
})
