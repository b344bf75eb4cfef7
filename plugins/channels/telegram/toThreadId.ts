import { telegramError } from './telegramError.ts'

/** In groups with topics "General" is number 1 and may not be named: messages without a topic go there. */
const GENERAL = 1
const MAX_ID = 2 ** 31 - 1

/** The number of a topic; undefined for none and for "General". @throws FlowError FLOW_TELEGRAM_TOPIC_INVALID */
export function toThreadId(text: string): number | undefined {
  const given = text.trim()
  if (given === '') return undefined
  const id = /^\d{1,10}$/.test(given) ? Number(given) : 0
  if (id < 1 || id > MAX_ID) throw telegramError.topicInvalid(text)
  return id === GENERAL ? undefined : id
}
