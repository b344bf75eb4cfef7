import type { Payload } from 'payload'

import type { JobReport, JobRun } from '../src/schedule/scheduledJob.ts'
import { sendCampaignBatch } from './marketing/sending/sendCampaignBatch.ts'

const MINUTE_MS = 60_000
/** Few enough that a process that stops need not wait. */
const LETTERS = 20

/** What the bundled collections do at set times, for `flowMasters({ jobs: bundledJobs() })`. */
export function bundledJobs() {
  return [
    {
      name: 'send-campaigns',
      label: { en: 'Send e-mail campaigns', ru: 'Отправить почтовые рассылки' },
      repeat: { everyMs: MINUTE_MS },
      run: sendCampaigns,
    },
  ]
}

/** Batch after batch until no letter waits. A campaign that takes hours keeps the job; nobody else waits for it. */
async function sendCampaigns({
  now,
  payload,
  signal,
}: JobRun & { payload: Payload }): Promise<JobReport> {
  const total = { found: 0, emitted: 0 }
  if (!(await isAnyUnderWay(payload, now()))) return total
  let sent: number
  do {
    const batch = await sendCampaignBatch(payload, { limit: LETTERS })
    sent = batch.sent
    total.found += batch.sent + batch.failed + batch.skipped
    total.emitted += batch.sent
  } while (sent > 0 && !signal.aborted)
  return total
}

/** One question a minute instead of a batch's half a dozen: most of the time nothing is being sent. */
async function isAnyUnderWay(payload: Payload, now: number): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'email-campaigns',
    where: {
      or: [
        { status: { equals: 'sending' } },
        {
          and: [
            { status: { equals: 'scheduled' } },
            { scheduledAt: { less_than_equal: new Date(now).toISOString() } },
          ],
        },
      ],
    },
  })
  return totalDocs > 0
}
