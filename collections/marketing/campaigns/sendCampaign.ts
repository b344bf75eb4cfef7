import type { PayloadRequest } from 'payload'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { inTransaction } from '../../../src/http/inTransaction.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { isAdminOrManager } from '../../access/isAdminOrManager.ts'
import { refusal } from '../../refusal.ts'
import { refusedSave } from '../../refusedSave.ts'
import { sendCampaignBatch } from '../sending/sendCampaignBatch.ts'
import { campaignOfPath } from './campaignOfPath.ts'

/** Letters sent while the caller waits; the rest is the scheduler's. */
const FIRST_BATCH = 25
const sendable = new Set(['draft', 'scheduled', 'paused'])

/**
 * `POST /api/email-campaigns/:id/send`: fixes the recipients, or goes on after a pause, and sends the first letters.
 * Answers `{ status, recipients, sent, failed, skipped }`; FLOW_CAMPAIGN_NOT_FOUND (404), FLOW_CAMPAIGN_NOT_SENDABLE
 * (409) when it is under way or over, FLOW_CAMPAIGN_NO_RECIPIENTS (409), FLOW_SAVE_REFUSED (400).
 */
export const sendCampaign = defineEndpoint({
  method: 'post',
  path: '/:id/send',
  access: isAdminOrManager,
  handle: async ({ param, payload, req }) => {
    const { id, status } = await campaignOfPath(req, param('id'))
    if (!sendable.has(status)) throw notSendable(req, status)
    await refusedSave({ req }, () => begin(req, id))
    const { failed, sent, skipped } = await sendCampaignBatch(payload, {
      campaignId: id,
      limit: FIRST_BATCH,
    })
    const now = await payload.findByID({ collection: 'email-campaigns', id, depth: 0 })
    return jsonResponse({
      status: now['status'],
      recipients: now['recipientsCount'],
      sent,
      failed,
      skipped,
    })
  },
})

/** Nothing is begun, and nothing is told, when nobody would get it. */
function begin(req: PayloadRequest, id: number | string): Promise<void> {
  const { payload } = req
  return inTransaction(payload, async ({ req: within }) => {
    const begun = await payload.update({
      collection: 'email-campaigns',
      id,
      data: { status: 'sending' },
      depth: 0,
      req: { ...within, user: req.user, i18n: req.i18n },
    })
    if (begun['recipientsCount'] === 0) throw noRecipients(req)
  })
}

function notSendable(req: PayloadRequest, status: string): Error {
  return refusal(req, {
    code: 'FLOW_CAMPAIGN_NOT_SENDABLE',
    message: 'this campaign is being sent already, or is over',
    hint: 'Duplicate it to send it once more.',
    status: 409,
    details: { status },
    ru: {
      message: 'кампания уже отправляется или завершена',
      hint: 'Чтобы отправить ещё раз, создайте копию.',
    },
  })
}

function noRecipients(req: PayloadRequest): Error {
  return refusal(req, {
    code: 'FLOW_CAMPAIGN_NO_RECIPIENTS',
    message: 'nobody is subscribed who fits the audience',
    hint: 'Widen the lists, tags or languages.',
    status: 409,
    ru: { message: 'нет подписчиков, подходящих под условия', hint: 'Расширьте условия.' },
  })
}
