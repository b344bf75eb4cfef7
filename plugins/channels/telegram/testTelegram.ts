import * as z from 'zod'

import {
  type Attempt,
  callService,
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import type { TelegramAccount } from './telegramAccount.ts'
import { telegramAnswer } from './telegramAnswer.ts'
import { telegramCall } from './telegramCall.ts'
import { telegramOutcome } from './telegramOutcome.ts'
import type { TelegramTarget } from './telegramTarget.ts'
import { toChatId } from './toChatId.ts'

const bot = z.object({ username: z.string() })
const chat = z.object({ title: z.string().optional(), first_name: z.string().optional() })

/** Asks who the bot is and, when the target names one chat, whether the bot sees it. Nothing is posted. */
export async function testTelegram(
  input: ConnectionInput<TelegramTarget>,
  readAccount: (secrets: Record<string, string>) => TelegramAccount,
): Promise<ConnectionReport> {
  try {
    const account = readAccount(input.secrets)
    const me = await ask(input, account, { method: 'getMe', json: {} })
    const name = `@${quoteOf(bot.safeParse(me.result).data?.username ?? '?')}`
    const { chatId } = input.target
    const id = chatId === undefined ? null : toChatId(chatId)
    if (me.attempt.outcome !== 'delivered' || id === null) return connectionReport(me.attempt, name)
    const seen = await ask(input, account, { method: 'getChat', json: { chat_id: id } })
    const { data } = chat.safeParse(seen.result)
    const title = quoteOf(data?.title ?? data?.first_name ?? String(id))
    return connectionReport(seen.attempt, `${name} → ${title}`)
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}

async function ask(
  { http, now, signal }: ConnectionInput<TelegramTarget>,
  account: TelegramAccount,
  { json, method }: { method: 'getMe' | 'getChat'; json: object },
): Promise<{ attempt: Attempt; result?: unknown }> {
  const answered = await callService({ ...telegramCall(account, method), http, signal, json })
  if (!answered.isAnswer) return { attempt: answered.attempt }
  const answer = telegramAnswer(answered)
  const attempt = telegramOutcome({
    answer,
    http: answered,
    remarks: [],
    isChatFixed: true,
    confidential: [account.token],
    now: now(),
  })
  return { attempt, result: answer.kind === 'done' ? answer.result : undefined }
}
