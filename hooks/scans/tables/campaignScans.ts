import type { JsonObject } from '../../../src/kernel/json.ts'
import type { Found, Scan, Told } from '../scan.ts'

const HOUR_MS = 3_600_000

/** When and how the open rate of a campaign is judged. */
export type CampaignScanOptions = {
  /** Percent; more is high. @default 25 */
  highOpenRate?: number
  /** Percent; less is low. @default 10 */
  lowOpenRate?: number
  /** Letters that must have arrived. @default 100 */
  minDelivered?: number
  /** Hours since the campaign began. @default 24 */
  judgeAfterHours?: number
}

/** Campaigns that are opened unusually often, or hardly at all; each is judged once, whatever the judgement. */
export function campaignScans({
  highOpenRate = 25,
  judgeAfterHours = 24,
  lowOpenRate = 10,
  minDelivered = 100,
}: CampaignScanOptions = {}): Scan[] {
  const judge = ({ row }: Found): Told | null => {
    const extra = openingsOf(row)
    const exact = (100 * extra.opened) / extra.delivered
    if (exact > highOpenRate) return { type: 'campaign.high_open_rate', extra }
    return exact < lowOpenRate ? { type: 'campaign.low_open_rate', extra } : null
  }
  return [
    {
      name: 'campaign.open_rate',
      label: { en: 'Judge the open rate of campaigns', ru: 'Оценить открываемость рассылок' },
      collection: 'email-campaigns',
      events: ['campaign.high_open_rate', 'campaign.low_open_rate'],
      everyMs: 15 * 60_000,
      sweepEveryMs: 0,
      passes: [
        {
          name: 'startedAt',
          moment: 'startedAt',
          afterMs: judgeAfterHours * HOUR_MS,
          where: {
            status: ['sending', 'paused', 'sent'],
            deliveredCount: { atLeast: minDelivered },
            openRateJudgedAt: null,
          },
        },
      ],
      spell: [],
      action: {
        kind: 'tell',
        tell: judge,
        mark: ({ now }) => ({ openRateJudgedAt: new Date(now).toISOString() }),
      },
    },
  ]
}

/** `openRate` in percent, to a tenth. */
function openingsOf(row: JsonObject): { openRate: number; delivered: number; opened: number } {
  const delivered = Number(row['deliveredCount'] ?? 0)
  const opened = Number(row['openedCount'] ?? 0)
  return { openRate: Math.round((1_000 * opened) / delivered) / 10, delivered, opened }
}
