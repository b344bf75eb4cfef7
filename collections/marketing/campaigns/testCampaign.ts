import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { isAdminOrManager } from '../../access/isAdminOrManager.ts'
import { refusal } from '../../refusal.ts'
import { senderOf } from '../senderOf.ts'
import { campaignOfPath } from './campaignOfPath.ts'
import { renderPreview } from './renderPreview.ts'
import { mailAddress } from '../../mailAddress.ts'

const body = z.strictObject({
  email: mailAddress,
  locale: z.enum(['ru', 'en']).optional(),
  name: z.string().max(200).optional(),
})

/**
 * `POST /api/email-campaigns/:id/test` `{ email, locale?, name? }`: sends one letter to look at. It counts nowhere.
 * FLOW_CAMPAIGN_LETTER_FAILED (502) with the mail server's words.
 */
export const testCampaign = defineEndpoint({
  method: 'post',
  path: '/:id/test',
  access: isAdminOrManager,
  limit: { name: 'campaign-test', points: 30, perSeconds: 600 },
  body,
  handle: async ({ body: given, param, payload, req, runtime }) => {
    const { id } = await campaignOfPath(req, param('id'))
    const { html, senderName, subject, text } = await renderPreview(req, id, {
      email: given.email,
      name: given.name ?? null,
      locale: given.locale ?? 'ru',
    })
    try {
      const { transport } = await runtime.mailer.send({
        to: [given.email],
        ...senderOf(payload, senderName),
        subject: `[test] ${subject}`,
        text,
        html,
      })
      return jsonResponse({ sent: true, transport })
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.slice(0, 300) : 'unknown'
      throw refusal(req, {
        code: 'FLOW_CAMPAIGN_LETTER_FAILED',
        message: 'the mail server did not take the letter',
        hint: 'Check SMTP_URL and the address.',
        status: 502,
        details: { reason },
        cause,
        ru: {
          message: 'почтовый сервер не принял письмо',
          hint: 'Проверьте SMTP_URL и адрес.',
        },
      })
    }
  },
})
