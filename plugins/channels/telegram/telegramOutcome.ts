import * as z from 'zod'

import {
  type Attempt,
  createReasons,
  type JsonObject,
  parseRetryAfter,
  quoteOf,
  remarksOf,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import type { TelegramAnswer } from './telegramAnswer.ts'
import { telegramReasons } from './telegramReasons.ts'
import { telegramRefusal } from './telegramRefusal.ts'

const because = createReasons(telegramReasons)
const DAY_SECONDS = 24 * 60 * 60

type Facts = {
  answer: TelegramAnswer
  http: Extract<ServiceAnswer, { isAnswer: true }>
  /** What is to be said about a message that arrived. */
  remarks: readonly SaidReason[]
  /** The target names one chat, whatever the event. */
  isChatFixed: boolean
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer to `sendMessage` means for the delivery. */
export function telegramOutcome(facts: Facts): Attempt {
  const { answer, confidential, http, isChatFixed, remarks } = facts
  const { exchange, status } = http
  if (answer.kind === 'done') return delivered(answer.result, remarks, exchange)
  if (answer.kind === 'foreign') {
    return {
      outcome: 'unavailable',
      code: `http_${status}`,
      ...because('foreign', { status }),
      exchange,
    }
  }
  const code = `TELEGRAM_${answer.code}`
  if (answer.code === 429)
    return { outcome: 'unavailable', code, ...because('busy'), ...hint(facts), exchange }
  if (answer.code < 400 || answer.code >= 500) {
    return { outcome: 'unavailable', code, ...because('broken', { status: answer.code }), exchange }
  }
  const { isGone, key } = telegramRefusal(answer)
  const said = because(key, { description: quoteOf(answer.description, confidential) })
  // One person's block ends one address; a target that names a chat per event goes on.
  const gone = isGone && isChatFixed ? { isGone: true } : {}
  return { outcome: 'rejected', code, ...said, ...gone, exchange }
}

/** The body's field and the header are set by the same code; the body comes first. */
function hint({ answer, http, now }: Facts): { retryAfterMs?: number } {
  const seconds = answer.kind === 'refused' ? answer.retryAfterSeconds : undefined
  const retryAfterMs =
    seconds === undefined
      ? parseRetryAfter(http.headers['retry-after'], now)
      : Math.min(seconds, DAY_SECONDS) * 1000
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}

const sent = z.object({
  message_id: z.number(),
  date: z.number().optional().catch(undefined),
  chat: z.object({ id: z.number() }).optional().catch(undefined),
})

function delivered(
  result: unknown,
  remarks: readonly SaidReason[],
  exchange: Attempt['exchange'],
): Attempt {
  return {
    outcome: 'delivered',
    code: 'TELEGRAM_200',
    receipt: receiptOf(result),
    exchange,
    ...remarksOf(remarks),
  }
}

/** Ids as text: those of chats pass 32 bits. */
function receiptOf(result: unknown): JsonObject {
  const read = sent.safeParse(result)
  if (!read.success) return {}
  const { chat, date, message_id: messageId } = read.data
  return {
    messageId: String(messageId),
    ...(chat === undefined ? {} : { chatId: String(chat.id) }),
    ...(date === undefined ? {} : { sentAt: new Date(date * 1000).toISOString() }),
  }
}
