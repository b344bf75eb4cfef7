import type { ServiceCall } from '../../../src/index.ts'
import type { TelegramAccount } from './telegramAccount.ts'

/** A message of 4096 characters comes back with every letter as an escape of six. */
const MAX_RESPONSE_BYTES = 48 * 1024

/** A call of one method; the token is a part of the path and must not be logged. */
export function telegramCall(
  { apiUrl, token }: TelegramAccount,
  method: 'sendMessage' | 'getMe' | 'getChat',
): Pick<ServiceCall, 'url' | 'confidential' | 'maxResponseBytes'> {
  return {
    url: `${apiUrl.replace(/\/+$/, '')}/bot${token}/${method}`,
    confidential: [token],
    maxResponseBytes: MAX_RESPONSE_BYTES,
  }
}
