import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSentCampaign } from '../../samples/sampleSentCampaign.ts'
import { campaignSnapshot } from '../../snapshots/campaignSnapshot.ts'

/** The subject or the list is wrong. */
export const campaignLowOpenRate = defineEvent({
  type: 'campaign.low_open_rate',
  version: 1,
  area: eventAreas.campaigns,
  summary: {
    en: 'A campaign is hardly opened.',
    ru: 'Кампанию почти не открывают.',
  },
  firesWhen: {
    en: 'A day after its start, with at least 100 letters delivered, fewer than 10 % were opened; judged once.',
    ru: 'Через сутки после начала при 100 и более доставленных письмах открыто меньше 10 %; оценивается один раз.',
  },
  current: campaignSnapshot,
  extra: {
    /** Percent of the delivered letters that people opened. */
    openRate: z.number(),
    delivered: z.number(),
    opened: z.number(),
  },
  sample: {
    current: {
      ...sampleSentCampaign,
      openedCount: 90,
      openRate: 7.2,
      openRateJudgedAt: '2026-11-22T07:05:00.000Z',
    },
    previous: { ...sampleSentCampaign, openedCount: 90, openRate: 7.2 },
    changed: ['openRateJudgedAt'],
    openRate: 7.2,
    delivered: 1250,
    opened: 90,
  },
})
