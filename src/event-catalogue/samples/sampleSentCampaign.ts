import type * as z from 'zod'

import type { campaignSnapshot } from '../snapshots/campaignSnapshot.ts'
import { sampleCampaign } from './sampleCampaign.ts'

/** The same campaign a day after its last letter went out. */
export const sampleSentCampaign = {
  ...sampleCampaign,
  status: 'sent',
  startedAt: '2026-11-21T07:00:00.000Z',
  audienceFixedAt: '2026-11-21T07:00:00.000Z',
  completedAt: '2026-11-21T07:21:30.000Z',
  recipientsCount: 1260,
  deliveredCount: 1250,
  failedCount: 7,
  skippedCount: 3,
  openedCount: 410,
  clickedCount: 96,
  unsubscribedCount: 4,
  openRate: 32.8,
  updatedAt: '2026-11-21T07:21:30.000Z',
} satisfies z.output<typeof campaignSnapshot>
