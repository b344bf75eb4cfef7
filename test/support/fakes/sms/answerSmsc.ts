import * as z from 'zod'

import type { LoopbackReply, LoopbackRequest } from '../startLoopback.ts'
import { digits, formOf, jsonReply } from './formReader.ts'
import { smsFakeAccounts, smsFakeNumbers } from './smsFakeAccounts.ts'
import type { PostedSms } from './postedSms.ts'

const { account, apiKey, sender } = smsFakeAccounts.smsc
const form = z.strictObject({
  login: z.string(),
  psw: z.string(),
  phones: digits,
  mes: z.string().min(1).max(1000),
  id: z.string().regex(/^[1-9]\d{0,9}$/),
  fmt: z.literal('3'),
  charset: z.literal('utf-8'),
  sender: z.string().optional(),
})
const said: Record<string, [code: number, text: string]> = {
  [smsFakeNumbers.impossible]: [7, 'invalid number'],
  [smsFakeNumbers.optedOut]: [8, 'message can not be delivered'],
  [smsFakeNumbers.repeated]: [9, 'duplicate request, wait a minute'],
}

const refused = (code: number, text: string): LoopbackReply =>
  jsonReply(200, { error: text, error_code: code })

/** SMSC as far as it is used; everything is answered with 200. */
export function answerSmsc(request: LoopbackRequest, posted: PostedSms[]): LoopbackReply {
  const fields = formOf(request)
  if (fields?.['login'] !== account || fields['psw'] !== apiKey)
    return refused(2, 'authorise error')
  if (request.path === '/sys/balance.php') return jsonReply(200, { balance: '100.50' })
  const read = form.safeParse(fields)
  if (!read.success || Number(read.data.id) > 2_147_483_647) return refused(1, 'parameters error')
  const { id, mes, phones, sender: from } = read.data
  if (from !== undefined && from !== sender) return refused(6, 'message is denied')
  const refusal = said[phones]
  if (refusal !== undefined) return refused(...refusal)
  posted.push({ to: phones, text: mes, sender: from, id })
  return jsonReply(200, { id: Number(id), cnt: 1 })
}
