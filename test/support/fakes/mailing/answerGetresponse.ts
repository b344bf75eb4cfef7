import * as z from 'zod'

import type { LoopbackReply, LoopbackRequest } from '../startLoopback.ts'
import { type ListedContact, mailingFakeAccounts, mailingReply } from './listedContact.ts'

const { apiKey, list } = mailingFakeAccounts.getresponse
const contact = z.strictObject({
  email: z.email(),
  name: z.string().min(1).optional(),
  campaign: z.strictObject({ campaignId: z.string() }),
  tags: z.array(z.strictObject({ tagId: z.string() })).optional(),
  customFieldValues: z
    .array(z.strictObject({ customFieldId: z.string(), value: z.array(z.string()) }))
    .optional(),
})

const failed = (httpStatus: number, code: number, message: string): LoopbackReply =>
  mailingReply(httpStatus, { httpStatus, code, codeDescription: message, message, context: [] })

/** GetResponse as far as it is used; a contact taken into the queue has an empty answer. */
export function answerGetresponse(
  { headers, json, method, path }: LoopbackRequest,
  listed: ListedContact[],
): LoopbackReply {
  if (headers['x-auth-token'] !== `api-key ${apiKey}`)
    return failed(401, 1014, 'Unable to authenticate request')
  if (method === 'GET' && path === '/v3/accounts') return mailingReply(200, { accountId: 'a1' })
  if (method !== 'POST' || path !== '/v3/contacts') return failed(404, 1013, 'Resource not found')
  if (headers['content-type'] !== 'application/json') return failed(400, 1000, 'JSON only')
  const read = contact.safeParse(json)
  if (!read.success) return failed(400, 1000, read.error.message)
  const { campaign, email, ...fields } = read.data
  if (campaign.campaignId !== list) return failed(404, 1013, 'Campaign not found')
  if (listed.some((one) => one.email === email)) return failed(409, 1008, 'Contact already added')
  listed.push({ list, email, fields })
  return mailingReply(202, null)
}
