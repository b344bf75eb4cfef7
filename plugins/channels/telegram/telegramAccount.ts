import { checkTelegramToken } from './checkTelegramToken.ts'
import { telegramError } from './telegramError.ts'

/** Who writes, and where the Bot API is. */
export type TelegramAccount = { token: string; apiUrl: string }

/** The bot of a try. @throws FlowError FLOW_TELEGRAM_TOKEN_MISSING, FLOW_TELEGRAM_TOKEN_INVALID */
export function telegramAccount(given: string | undefined, apiUrl: string): TelegramAccount {
  const token = (given ?? '').trim()
  if (token === '') throw telegramError.tokenMissing()
  checkTelegramToken(token)
  return { token, apiUrl }
}
