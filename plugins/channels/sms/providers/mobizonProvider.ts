import * as z from 'zod'

import type { SmsProvider, SmsVerdict } from '../smsProvider.ts'
import { readMobizonCallback } from './readMobizonCallback.ts'

type Refusal = Omit<Extract<SmsVerdict, { kind: 'refused' }>, 'kind' | 'code' | 'detail'>

const refusals: Readonly<Record<number, Refusal>> = {
  1: { reason: 'refused' },
  8: { reason: 'account' },
}
const NEEDS_MODERATION = 2

const id = z.union([z.number().int(), z.string().min(1)]).transform(String)
const answered = z.object({
  code: z.number().int(),
  message: z.string().catch(''),
  data: z.unknown().optional(),
})
const sent = z.object({ messageId: id, status: z.coerce.number().optional().catch(undefined) })
const balance = z.object({ balance: z.union([z.string(), z.number()]), currency: z.string() })

const address = (apiUrl: string, method: string, apiKey: string): string =>
  `${apiUrl}/service/${method}?output=json&api=v1&apiKey=${encodeURIComponent(apiKey)}`

/** Mobizon: everything is answered with 200, failures as a `code` other than 0. */
export const mobizonProvider: SmsProvider = {
  name: 'Mobizon',
  apiUrl: 'https://api.mobizon.kz',
  send: ({ text, to }, { apiKey, apiUrl, sender }) => ({
    url: address(apiUrl, 'message/sendSmsMessage', apiKey),
    form: { recipient: to.slice(1), text, ...(sender === '' ? {} : { from: sender }) },
  }),
  judge: ({ json }) => {
    const read = answered.safeParse(json)
    if (!read.success) return { kind: 'foreign' }
    const { code, data, message } = read.data
    if (code !== 0) {
      const known = refusals[code] ?? { reason: 'refused' as const }
      const detail = [message, fieldsOf(data)].filter((text) => text !== '').join(' ')
      return { kind: 'refused', code: String(code), detail: detail || String(code), ...known }
    }
    const taken = sent.safeParse(data)
    if (!taken.success) return { kind: 'foreign' }
    const { messageId, status } = taken.data
    return {
      kind: 'sent',
      messageId,
      ...(status === NEEDS_MODERATION ? { remark: 'moderated' } : {}),
    }
  },
  ask: ({ apiKey, apiUrl }) => ({ url: address(apiUrl, 'user/getOwnBalance', apiKey), form: {} }),
  whose: ({ json }) => {
    const read = answered.extend({ code: z.literal(0), data: balance }).safeParse(json)
    return read.success ? `Mobizon ${read.data.data.balance} ${read.data.data.currency}` : null
  },
  readCallback: readMobizonCallback,
}

/** A refusal of values names the fields. */
function fieldsOf(data: unknown): string {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? JSON.stringify(data)
    : ''
}
