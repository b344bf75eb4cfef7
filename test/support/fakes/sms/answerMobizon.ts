import * as z from 'zod'

import type { LoopbackReply, LoopbackRequest } from '../startLoopback.ts'
import { digits, formOf, jsonReply } from './formReader.ts'
import { smsFakeAccounts, smsFakeNumbers } from './smsFakeAccounts.ts'
import type { PostedSms } from './postedSms.ts'

const { apiKey, sender } = smsFakeAccounts.mobizon
const form = z.strictObject({
  recipient: digits.regex(/^\d/),
  text: z.string().min(1).max(1000),
  from: z.string().optional(),
})

const refused = (code: number, message: string, data: unknown = {}): LoopbackReply =>
  jsonReply(200, { code, data, message })

/** Mobizon as far as it is used; everything is answered with 200. */
export function answerMobizon(request: LoopbackRequest, posted: PostedSms[]): LoopbackReply {
  const { path, query } = request
  if (query.get('apiKey') !== apiKey) return refused(8, 'Access denied: wrong API key')
  if (query.get('output') !== 'json' || query.get('api') !== 'v1') return refused(1, 'api version')
  if (path === '/service/user/getOwnBalance')
    return refused(0, '', { balance: '40.2000', currency: 'KZT' })
  const read = form.safeParse(formOf(request))
  if (path !== '/service/message/sendSmsMessage' || !read.success) {
    return refused(1, 'Validation failed', { text: ['is wrong'] })
  }
  const { from, recipient, text } = read.data
  if (from !== undefined && from !== sender)
    return refused(1, 'Invalid data', { from: ['unknown'] })
  if (`+${recipient}` === smsFakeNumbers.impossible)
    return refused(1, 'Invalid data', { recipient: ['Invalid mobile number'] })
  posted.push({ to: `+${recipient}`, text, sender: from })
  const messageId = String(500 + posted.length)
  return refused(0, '', { campaignId: '7', messageId, status: text.includes('кредит') ? 2 : 1 })
}
