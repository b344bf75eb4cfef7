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
import { telegramError } from './telegramError.ts'
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
    return await sendAll(input, account, await renderTelegram(input))
  } catch (error) {
    return refusedBy(error, { chat: target.chatId })
  }
}

/**
 * Mostly one message. Telegram knows no key for what it has already: when one of several fails, the next try begins with the
 * first, and the reason says so.
 */
async function sendAll(
  input: DeliverInput<TelegramTarget>,
  account: TelegramAccount,
  { messages, remarks }: RenderedTelegram,
): Promise<Attempt> {
  const [last] = messages.slice(-1)
  if (last === undefined) throw telegramError.textEmpty()
  for (const [index, message] of messages.slice(0, -1).entries()) {
    const attempt = await send(input, account, { message, remarks: [] })
    if (attempt.outcome !== 'delivered') return withSent(attempt, index, messages.length)
  }
  const attempt = await send(input, account, { message: last, remarks })
  return withSent(attempt, messages.length - 1, messages.length)
}

/** A failure behind messages that are there already. */
function withSent(attempt: Attempt, sent: number, count: number): Attempt {
  if (attempt.outcome === 'delivered' || sent === 0) return attempt
  const said = because('split_broken', { sent, count })
  return {
    ...attempt,
    reason: `${attempt.reason}; ${said.reason}`,
    reasons: [...(attempt.reasons ?? []), ...said.reasons],
  }
}

/**
 * Sends, and once more when Telegram itself says what to change: a refusal with the chat's new id, or of the markup.
 * Nothing was posted by then, so this repeats nothing; and what was learnt has no place to be kept until a next try.
 */
async function send(
  { http, now, signal, target }: DeliverInput<TelegramTarget>,
  account: TelegramAccount,
  { message, remarks }: { message: TelegramMessage; remarks: readonly SaidReason[] },
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
