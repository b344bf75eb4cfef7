import * as z from 'zod'

import { smsError } from '../smsError.ts'
import type { SmsAccount, SmsProvider, SmsVerdict } from '../smsProvider.ts'
import { readTwilioCallback } from './readTwilioCallback.ts'

type Refusal = Omit<Extract<SmsVerdict, { kind: 'refused' }>, 'kind' | 'code' | 'detail'>

const refusals: Readonly<Record<number, Refusal>> = {
  20003: { reason: 'account' },
  20429: { reason: 'busy', isTemporary: true },
  21211: { reason: 'number', suppress: 'invalid' },
  21212: { reason: 'sender' },
  21606: { reason: 'sender' },
  21608: { reason: 'number' },
  21610: { reason: 'opted_out', suppress: 'blocked' },
  21614: { reason: 'number', suppress: 'invalid' },
}

const sent = z.object({ sid: z.string().regex(/^(SM|MM)[\da-f]{32}$/i), status: z.string() })
const refused = z.object({ code: z.number().int(), message: z.string().catch('') })
const account = z.object({ sid: z.string(), friendly_name: z.string().catch('') })

const headersOf = (given: SmsAccount): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${given.account}:${given.apiKey}`).toString('base64')}`,
})
const addressOf = ({ account: sid, apiUrl }: SmsAccount): string =>
  `${apiUrl}/2010-04-01/Accounts/${sid}`

/** Twilio: statuses of HTTP say what they mean. */
export const twilioProvider: SmsProvider = {
  name: 'Twilio',
  apiUrl: 'https://api.twilio.com',
  checkAccount: ({ account: sid, sender }) => {
    if (sid === '') throw smsError.accountMissing()
    if (!/^AC[\da-f]{32}$/i.test(sid)) throw smsError.accountInvalid(sid)
    if (sender === '') throw smsError.senderMissing()
  },
  send: ({ callbackUrl, text, to }, given) => ({
    url: `${addressOf(given)}/Messages.json`,
    headers: headersOf(given),
    form: {
      To: to,
      Body: text,
      ...(/^MG[\da-f]{32}$/i.test(given.sender)
        ? { MessagingServiceSid: given.sender }
        : { From: given.sender }),
      ...(callbackUrl === undefined ? {} : { StatusCallback: callbackUrl }),
    },
  }),
  judge: ({ json, status }) => {
    const success = sent.safeParse(json)
    if (status === 201 && success.success) return { kind: 'sent', messageId: success.data.sid }
    const failure = refused.safeParse(json)
    if (!failure.success || status < 400) return { kind: 'foreign' }
    const { code, message } = failure.data
    const known = refusals[code] ?? { reason: 'refused' as const }
    return { kind: 'refused', code: String(code), detail: message, ...known }
  },
  ask: (given) => ({ url: `${addressOf(given)}.json`, method: 'GET', headers: headersOf(given) }),
  whose: ({ json, status }) => {
    const read = account.safeParse(json)
    return status === 200 && read.success ? `Twilio ${read.data.friendly_name}`.trim() : null
  },
  readCallback: readTwilioCallback,
}
