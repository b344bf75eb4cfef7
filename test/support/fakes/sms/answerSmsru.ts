import * as z from 'zod'

import type { LoopbackReply, LoopbackRequest } from '../startLoopback.ts'
import { digits, formOf, jsonReply } from './formReader.ts'
import { smsFakeAccounts, smsFakeNumbers } from './smsFakeAccounts.ts'
import type { PostedSms } from './postedSms.ts'

const { apiKey, sender } = smsFakeAccounts.smsru
const form = z.strictObject({
  api_id: z.string(),
  to: digits.regex(/^\d/),
  msg: z
    .string()
    .min(1)
    .max(8 * 67),
  json: z.literal('1'),
  from: z.string().optional(),
})
const said: Record<string, [code: number, text: string]> = {
  [smsFakeNumbers.impossible]: [202, 'Неправильно указан номер телефона получателя'],
  [smsFakeNumbers.optedOut]: [209, 'Вы добавили этот номер в стоп-лист'],
  [smsFakeNumbers.repeated]: [231, 'Превышен лимит одинаковых сообщений на этот номер в минуту'],
}

const whole = (code: number, text: string): LoopbackReply =>
  jsonReply(200, { status: 'ERROR', status_code: code, status_text: text })

/** SMS.ru as far as it is used; everything is answered with 200. */
export function answerSmsru(request: LoopbackRequest, posted: PostedSms[]): LoopbackReply {
  const fields = formOf(request)
  if (fields?.['api_id'] !== apiKey) return whole(200, 'Неправильный api_id')
  if (request.path === '/my/balance') {
    return jsonReply(200, { status: 'OK', status_code: 100, balance: 4122.56 })
  }
  const read = form.safeParse(fields)
  if (!read.success) return whole(210, read.error.message)
  const { from, msg, to } = read.data
  if (from !== undefined && from !== sender) return whole(204, 'Имя отправителя не согласовано')
  const [code, text] = said[`+${to}`] ?? [100, '']
  if (code === 100) posted.push({ to: `+${to}`, text: msg, sender: from })
  const one =
    code === 100
      ? { status: 'OK', status_code: 100, sms_id: `000000-${10_000_000 + posted.length}` }
      : { status: 'ERROR', status_code: code, status_text: text }
  return jsonReply(200, { status: 'OK', status_code: 100, sms: { [to]: one }, balance: 4122.56 })
}
