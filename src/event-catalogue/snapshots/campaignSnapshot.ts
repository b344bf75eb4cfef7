import * as z from 'zod'

import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `email-campaigns`. Counts are of people, `openRate` is in percent of the delivered. */
export const campaignSnapshot = defineSnapshot({
  title: rowField.text,
  subject: rowField.localisedText,
  preheader: rowField.localisedText,
  /** Rich text as the editor stores it, by locale. */
  content: rowField.json,
  html: rowField.localisedText,
  audience: rowField.group({
    lists: rowField.relations,
    tags: z.array(z.string()).nullish(),
    locales: z.array(z.string()).nullish(),
  }),
  status: rowField.oneOf(['draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled']),
  scheduledAt: rowField.date,
  senderName: rowField.text,
  startedAt: rowField.date,
  completedAt: rowField.date,
  audienceFixedAt: rowField.date,
  /** When the open rate was judged high, low or neither. */
  openRateJudgedAt: rowField.date,
  recipientsCount: rowField.number,
  deliveredCount: rowField.number,
  failedCount: rowField.number,
  skippedCount: rowField.number,
  openedCount: rowField.number,
  clickedCount: rowField.number,
  unsubscribedCount: rowField.number,
  openRate: rowField.number,
})
