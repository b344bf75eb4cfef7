import * as z from 'zod'

import type { SmsProvider, SmsVerdict } from '../smsProvider.ts'
import { readSmsruCallback } from './readSmsruCallback.ts'

type Refusal = Omit<Extract<SmsVerdict, { kind: 'refused' }>, 'kind' | 'code' | 'detail'>

const MINUTE_MS = 60_000

const refusals: Readonly<Record<number, Refusal>> = {
  200: { reason: 'account' },
  201: { reason: 'money' },
  202: { reason: 'number', suppress: 'invalid' },
  204: { reason: 'sender' },
  207: { reason: 'number' },
  209: { reason: 'opted_out', suppress: 'blocked' },
  220: { reason: 'broken', isTemporary: true },
  230: { reason: 'refused' },
  231: { reason: 'duplicate', isTemporary: true, waitMs: MINUTE_MS },
  232: { reason: 'duplicate' },
  300: { reason: 'account' },
  301: { reason: 'account' },
  302: { reason: 'account' },
  500: { reason: 'broken', isTemporary: true },
}

const part = z.object({
  status: z.string().optional(),
  status_code: z.number().int(),
  status_text: z.string().catch(''),
  sms_id: z.string().min(1).optional(),
})
const answered = part.extend({ sms: z.record(z.string(), part).optional() })
const balance = z.object({ status_code: z.literal(100), balance: z.number().optional() })

/** SMS.ru: everything is answered with 200, and both levels of the answer may hold a failure. */
export const smsruProvider: SmsProvider = {
  name: 'SMS.ru',
  apiUrl: 'https://sms.ru',
  send: ({ text, to }, { apiKey, apiUrl, sender }) => ({
    url: `${apiUrl}/sms/send`,
    form: {
      api_id: apiKey,
      to: to.slice(1),
      msg: text,
      json: '1',
      ...(sender === '' ? {} : { from: sender }),
    },
  }),
  judge: ({ json }) => {
    const read = answered.safeParse(json)
    if (!read.success) return { kind: 'foreign' }
    const [one] = Object.values(read.data.sms ?? {})
    const failed = [read.data, one].find((level) => level && level.status_code !== 100)
    if (failed) return refused(failed)
    // Money is paid by the id; success without one is none.
    return one?.sms_id === undefined ? { kind: 'foreign' } : { kind: 'sent', messageId: one.sms_id }
  },
  ask: ({ apiKey, apiUrl }) => ({
    url: `${apiUrl}/my/balance`,
    form: { api_id: apiKey, json: '1' },
  }),
  whose: ({ json }) => {
    const read = balance.safeParse(json)
    return read.success ? `SMS.ru ${read.data.balance ?? ''}`.trim() : null
  },
  readCallback: readSmsruCallback,
}

function refused({ status_code: code, status_text: detail }: z.output<typeof part>): SmsVerdict {
  const known = refusals[code] ?? { reason: 'refused' as const }
  return { kind: 'refused', code: String(code), detail: detail || String(code), ...known }
}
