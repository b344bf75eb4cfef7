import * as z from 'zod'

import type { LoopbackReply, LoopbackRequest } from '../startLoopback.ts'
import { type ListedContact, mailingFakeAccounts, mailingReply } from './listedContact.ts'
import { putContact } from './putContact.ts'

/** What the id and the secret are changed for. */
export const FAKE_SENDPULSE_TOKEN = 'eyFakeAccessTokenOfSendpulse'

const { account, apiKey, list } = mailingFakeAccounts.sendpulse
const login = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
})
const emails = z.strictObject({
  emails: z
    .array(z.strictObject({ email: z.email(), variables: z.record(z.string(), z.unknown()) }))
    .min(1),
})

/** SendPulse as far as it is used. */
export function answerSendpulse(request: LoopbackRequest, listed: ListedContact[]): LoopbackReply {
  const { headers, json, method, path } = request
  if (path === '/oauth/access_token') {
    const { data } = login.safeParse(json)
    if (data?.client_id !== account || data.client_secret !== apiKey) {
      const message = 'Client authentication failed'
      return mailingReply(401, { error: 'invalid_client', message, error_code: 1 })
    }
    const token = { access_token: FAKE_SENDPULSE_TOKEN, token_type: 'Bearer', expires_in: 3600 }
    return mailingReply(200, token)
  }
  if (headers.authorization !== `Bearer ${FAKE_SENDPULSE_TOKEN}`)
    return mailingReply(401, { error_code: 1, message: 'Unauthorized' })
  if (method === 'GET' && path === '/addressbooks') return mailingReply(200, [{ id: 202 }])
  const read = emails.safeParse(json)
  if (!read.success) return mailingReply(200, { error_code: 8, message: 'No data' })
  if (path !== `/addressbooks/${list}/emails`)
    return mailingReply(404, { error_code: 213, message: 'Book not found' })
  for (const { email, variables } of read.data.emails)
    putContact(listed, { list, email, fields: variables })
  return mailingReply(200, { result: true })
}
