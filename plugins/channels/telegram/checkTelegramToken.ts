import { telegramError } from './telegramError.ts'

const tokenShape = /^\d{1,20}:[\w-]{3,200}$/

/** Refuses what cannot be a token. @throws FlowError FLOW_TELEGRAM_TOKEN_INVALID */
export function checkTelegramToken(value: string): void {
  if (!tokenShape.test(value.trim())) throw telegramError.tokenInvalid()
}
