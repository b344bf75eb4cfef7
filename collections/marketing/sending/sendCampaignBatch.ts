import type { Payload } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { getRuntime } from '../../../src/runtime/getRuntime.ts'
import type { CampaignContent } from '../letters/campaignContentOf.ts'
import { newsletterSettingsOf } from '../newsletterSettingsOf.ts'
import { completeCampaigns } from './completeCampaigns.ts'
import { dropStranded } from './dropStranded.ts'
import { loadCampaign } from './loadCampaign.ts'
import { recipientStore } from './recipientStore.ts'
import { sendLetter, type SendOutcome } from './sendLetter.ts'
import { startDueCampaigns } from './startDueCampaigns.ts'

/** How much to do. */
export type SendCampaignBatchOptions = {
  /** Most letters to send. @default 100 */
  limit?: number
  /** One campaign only. @default all that are being sent, and those whose time has come */
  campaignId?: number | string
}

/** What was done. */
export type SendCampaignBatchResult = Record<SendOutcome, number> & {
  /** Campaigns whose time had come. */
  started: number
  /** Campaigns whose last letter is out. */
  completed: number
}

/** Longer than the longest sending of one letter. */
const LEASE_MS = 120_000

/**
 * Starts campaigns whose time has come, sends the next letters and closes campaigns that are through. May be called at
 * any time, by any number of processes; call it again while `sent` is above zero. Letters are claimed one by one, so a
 * process that dies leaves one letter undecided: it is sent again after two minutes, under the same Message-ID.
 */
export async function sendCampaignBatch(
  payload: Payload,
  { campaignId, limit = 100 }: SendCampaignBatchOptions = {},
): Promise<SendCampaignBatchResult> {
  const { clock } = getRuntime(payload)
  const sql = await sqlOfRequest(payload)
  const counts: Record<SendOutcome, number> = {
    sent: 0,
    failed: 0,
    skipped: 0,
    postponed: 0,
    stopped: 0,
  }
  const started = campaignId === undefined ? await startDueCampaigns(payload) : 0
  const settings = await newsletterSettingsOf(payload)
  const contents = new Map<number, CampaignContent>()
  for (let done = 0; done < limit && counts.stopped === 0; done += 1) {
    const now = clock.now()
    const letter = await recipientStore.claim(sql, { now, leaseMs: LEASE_MS, campaignId })
    if (!letter) break
    const known = contents.get(letter.campaignId)
    const content = known ?? (await loadCampaign(payload, letter.campaignId))
    contents.set(letter.campaignId, content)
    counts[await sendLetter({ payload, letter, content, settings })] += 1
  }
  await dropStranded(sql, new Date(clock.now()).toISOString())
  return { ...counts, started, completed: await completeCampaigns(payload, campaignId) }
}
