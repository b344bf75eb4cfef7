import * as z from 'zod'

import type { LoopbackReply, LoopbackRequest } from '../startLoopback.ts'
import { digits, formOf, jsonReply } from './formReader.ts'
import { smsFakeAccounts, smsFakeNumbers } from './smsFakeAccounts.ts'
import type { PostedSms } from './postedSms.ts'

const { account, apiKey, sender } = smsFakeAccounts.twilio
const form = z.strictObject({
  To: digits.regex(/^\+/),
  From: z.string().optional(),
  MessagingServiceSid: z.string().optional(),
  Body: z.string().min(1).max(1600),
  StatusCallback: z.url({ protocol: /^https?$/ }).optional(),
})
const said: Record<string, [code: number, text: string]> = {
  [smsFakeNumbers.impossible]: [21_614, "'To' number is not a valid mobile number"],
  [smsFakeNumbers.optedOut]: [21_610, 'Attempt to send to unsubscribed recipient'],
}

const refused = (status: number, code: number, message: string): LoopbackReply =>
  jsonReply(status, {
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  })

/** Twilio as far as it is used. */
export function answerTwilio(request: LoopbackRequest, posted: PostedSms[]): LoopbackReply {
  const basic = Buffer.from(`${account}:${apiKey}`).toString('base64')
  if (request.headers.authorization !== `Basic ${basic}`)
    return refused(401, 20_003, 'Authenticate')
  const base = `/2010-04-01/Accounts/${account}`
  if (request.method === 'GET' && request.path === `${base}.json`)
    return jsonReply(200, { sid: account, friendly_name: 'Shop', status: 'active' })
  if (request.path !== `${base}/Messages.json`) return refused(404, 20_404, 'Not found')
  const read = form.safeParse(formOf(request))
  if (!read.success) return refused(400, 21_604, read.error.message)
  const { Body: text, From: from, MessagingServiceSid: service, To: to } = read.data
  if ((from === undefined) === (service === undefined))
    return refused(400, 21_603, "A 'From' is required")
  if (from !== undefined && from !== sender) return refused(400, 21_606, 'not a valid From')
  const refusal = said[to]
  if (refusal !== undefined) return refused(400, ...refusal)
  posted.push({ to, text, sender: from ?? service, callbackUrl: read.data.StatusCallback })
  const sid = `SM${String(posted.length).padStart(32, '0')}`
  return jsonReply(201, { sid, status: 'queued', error_code: null })
}
