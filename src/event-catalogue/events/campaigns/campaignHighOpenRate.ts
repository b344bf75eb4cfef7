import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSentCampaign } from '../../samples/sampleSentCampaign.ts'
import { campaignSnapshot } from '../../snapshots/campaignSnapshot.ts'

/** Worth doing again. */
export const campaignHighOpenRate = defineEvent({
  type: 'campaign.high_open_rate',
  version: 1,
  area: eventAreas.campaigns,
  summary: {
    en: 'A campaign is opened unusually often.',
    ru: 'Кампанию открывают необычно часто.',
  },
  firesWhen: {
    en: 'A day after its start, with at least 100 letters delivered, more than 25 % were opened; judged once.',
    ru: 'Через сутки после начала при 100 и более доставленных письмах открыто больше 25 %; оценивается один раз.',
  },
  current: campaignSnapshot,
  extra: {
    /** Percent of the delivered letters that people opened. */
    openRate: z.number(),
    delivered: z.number(),
    opened: z.number(),
  },
  sample: {
    current: { ...sampleSentCampaign, openRateJudgedAt: '2026-11-22T07:05:00.000Z' },
    previous: sampleSentCampaign,
    changed: ['openRateJudgedAt'],
    openRate: 32.8,
    delivered: 1250,
    opened: 410,
  },
})
