import type * as z from 'zod'

import type { campaignSnapshot } from '../snapshots/campaignSnapshot.ts'

/** A campaign that is written and not yet sent. */
export const sampleCampaign = {
  id: 64,
  title: 'Чёрная пятница, первое письмо',
  subject: { ru: '{{ subscriber.name | default: "Друзья" }}, скидки до 40 %' },
  preheader: { ru: 'Только до воскресенья' },
  content: {
    ru: {
      root: {
        type: 'root',
        version: 1,
        children: [
          { type: 'paragraph', version: 1, children: [{ type: 'text', text: 'Всё для кофе.' }] },
        ],
      },
    },
  },
  html: {},
  audience: { lists: [2], tags: [], locales: ['ru'] },
  status: 'draft',
  scheduledAt: null,
  senderName: 'Магазин «Утро»',
  startedAt: null,
  completedAt: null,
  audienceFixedAt: null,
  openRateJudgedAt: null,
  recipientsCount: 0,
  deliveredCount: 0,
  failedCount: 0,
  skippedCount: 0,
  openedCount: 0,
  clickedCount: 0,
  unsubscribedCount: 0,
  openRate: null,
  createdAt: '2026-11-20T15:00:00.000Z',
  updatedAt: '2026-11-20T15:40:00.000Z',
} satisfies z.output<typeof campaignSnapshot>
