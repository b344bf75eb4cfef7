import type { telegramReasons } from './telegramReasons.ts'

type Key =
  | 'token'
  | 'blocked'
  | 'deactivated'
  | 'kicked'
  | 'chat_deleted'
  | 'not_member'
  | 'not_started'
  | 'no_rights'
  | 'chat_not_found'
  | 'thread_not_found'
  | 'refused'

/** Why it was refused, and whether the chat is lost for good. */
export type TelegramRefusal = { key: Key & keyof typeof telegramReasons; isGone: boolean }

/** Descriptions carry prefixes and details that change; these parts of them have stayed for years. */
const known: readonly { says: RegExp; key: Key; isGone?: true }[] = [
  { says: /bot was blocked by the user/i, key: 'blocked', isGone: true },
  { says: /user is deactivated/i, key: 'deactivated', isGone: true },
  { says: /bot was kicked from/i, key: 'kicked', isGone: true },
  { says: /group chat was deleted/i, key: 'chat_deleted', isGone: true },
  { says: /bot is not a member of/i, key: 'not_member' },
  { says: /can't initiate conversation|can't send messages to bots/i, key: 'not_started' },
  {
    says: /not enough rights|have no rights|need administrator rights|CHAT_WRITE_FORBIDDEN/i,
    key: 'no_rights',
  },
  { says: /chat not found|chat_id is empty/i, key: 'chat_not_found' },
  { says: /message thread not found/i, key: 'thread_not_found' },
]

/** What a final refusal (4xx, not 429) means. */
export function telegramRefusal({
  code,
  description,
}: {
  code: number
  description: string
}): TelegramRefusal {
  // An unknown token is no known path: both mean that nothing can be sent with it.
  if (code === 401 || code === 404) return { key: 'token', isGone: false }
  const found = known.find(({ says }) => says.test(description))
  return { key: found?.key ?? 'refused', isGone: found?.isGone === true }
}
