import {
  type Attempt,
  callService,
  createReasons,
  type DeliverInput,
  quoteOf,
  refusedBy,
  type SaidReason,
} from '../../../src/index.ts'
import { renderTelegram, type RenderedTelegram } from './renderTelegram.ts'
import type { TelegramAccount } from './telegramAccount.ts'
import { telegramCall } from './telegramCall.ts'
import { type TelegramAnswer, telegramAnswer } from './telegramAnswer.ts'
import { plainTelegramText } from './plainTelegramText.ts'
import type { TelegramMessage } from './telegramMessage.ts'
import { telegramOutcome } from './telegramOutcome.ts'
import { telegramReasons } from './telegramReasons.ts'
import type { TelegramTarget } from './telegramTarget.ts'

const because = createReasons(telegramReasons)

/** One try: render, send, judge the answer. */
export async function deliverTelegram(
  input: DeliverInput<TelegramTarget>,
  readAccount: (secrets: Record<string, string>) => TelegramAccount,
): Promise<Attempt> {
  const { target } = input
  try {
    const account = readAccount(input.secrets)
    return await send(input, account, await renderTelegram(input))
  } catch (error) {
    return refusedBy(error, { chat: target.chatId })
  }
}

/**
 * Sends, and once more when Telegram itself says what to change: a refusal with the chat's new id, or of the markup.
 * Nothing was posted by then, so this repeats nothing; and what was learnt has no place to be kept until a next try.
 */
async function send(
  { http, now, signal, target }: DeliverInput<TelegramTarget>,
  account: TelegramAccount,
  { message, remarks }: RenderedTelegram,
): Promise<Attempt> {
  const confidential = [account.token]
  const corrections: SaidReason[] = []
  let current = message
  for (;;) {
    const answered = await callService({
      ...telegramCall(account, 'sendMessage'),
      http,
      signal,
      json: current,
    })
    if (!answered.isAnswer) return answered.attempt
    const answer = telegramAnswer(answered)
    const corrected = corrections.length < 2 ? correct(current, answer, confidential) : null
    if (corrected === null) {
      return telegramOutcome({
        answer,
        http: answered,
        remarks: [...corrections, ...remarks],
        isChatFixed: !target.chatId.includes('{'),
        confidential,
        now: now(),
      })
    }
    corrections.push(corrected.remark)
    current = corrected.message
  }
}

/** The message as Telegram wants it; null when it says nothing of the kind. */
function correct(
  message: TelegramMessage,
  answer: TelegramAnswer,
  confidential: readonly string[],
): { message: TelegramMessage; remark: SaidReason } | null {
  if (answer.kind !== 'refused' || answer.code !== 400) return null
  const { description, migratedTo } = answer
  if (migratedTo !== undefined && migratedTo !== message.chat_id) {
    return {
      message: { ...message, chat_id: migratedTo },
      remark: because('migrated', { chat: String(migratedTo) }),
    }
  }
  if (message.parse_mode === undefined || !/can't parse entities/i.test(description)) return null
  const { parse_mode: _, ...plain } = message
  return {
    message: { ...plain, text: plainTelegramText(message.text) },
    remark: because('sent_plain', { description: quoteOf(description, confidential) }),
  }
}
