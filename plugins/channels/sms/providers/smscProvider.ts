import { createHash } from 'node:crypto'
import * as z from 'zod'

import { smsError } from '../smsError.ts'
import type { SmsProvider, SmsVerdict } from '../smsProvider.ts'
import { readSmscCallback } from './readSmscCallback.ts'

type Refusal = Omit<Extract<SmsVerdict, { kind: 'refused' }>, 'kind' | 'code' | 'detail'>

const refusals: Readonly<Record<number, Refusal>> = {
  1: { reason: 'refused' },
  2: { reason: 'account' },
  3: { reason: 'money' },
  4: { reason: 'busy', isTemporary: true, waitMs: 10 * 60_000 },
  6: { reason: 'sender' },
  7: { reason: 'number', suppress: 'invalid' },
  8: { reason: 'number' },
  9: { reason: 'duplicate', isTemporary: true, waitMs: 60_000 },
}

const id = z.union([z.number().int(), z.string().min(1)]).transform(String)
const sent = z.object({ id, cnt: z.number() })
const refused = z.object({ error_code: z.number().int(), error: z.string().catch('') })
const balance = z.object({ balance: z.union([z.string(), z.number()]) })

/** SMSC: everything is answered with 200, failures as `error` and `error_code`. */
export const smscProvider: SmsProvider = {
  name: 'SMSC',
  apiUrl: 'https://smsc.ru',
  checkAccount: ({ account }) => {
    if (account === '') throw smsError.accountMissing()
  },
  send: ({ key, text, to }, { account, apiKey, apiUrl, sender }) => ({
    url: `${apiUrl}/sys/send.php`,
    form: {
      login: account,
      psw: apiKey,
      phones: to,
      mes: text,
      id: String(idOf(key)),
      fmt: '3',
      charset: 'utf-8',
      ...(sender === '' ? {} : { sender }),
    },
  }),
  judge: ({ json }) => {
    const failure = refused.safeParse(json)
    if (failure.success) {
      const { error, error_code: code } = failure.data
      const known = refusals[code] ?? { reason: 'refused' as const }
      return { kind: 'refused', code: String(code), detail: error || String(code), ...known }
    }
    const success = sent.safeParse(json)
    return success.success ? { kind: 'sent', messageId: success.data.id } : { kind: 'foreign' }
  },
  ask: ({ account, apiKey, apiUrl }) => ({
    url: `${apiUrl}/sys/balance.php`,
    form: { login: account, psw: apiKey, fmt: '3' },
  }),
  whose: ({ json }, { account }) => {
    const read = balance.safeParse(json)
    return read.success ? `${account} ${read.data.balance}` : null
  },
  readCallback: readSmscCallback,
}

/** SMSC takes ids of our own, whole numbers of 31 bits; the same on every try. */
function idOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) & 0x7fff_ffff || 1
}
