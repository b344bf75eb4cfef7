import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'
import { type AcceptedMessage, checkSendMessage } from './checkSendMessage.ts'

/** The one bot that the fake knows. */
export const FAKE_BOT_TOKEN = '123456789:AAFakeToken_of-the-shop-bot-0123456'

/** Chats of the fake's world, by id or name, with what happens when the bot writes there. */
const chats: Record<string, { id: number; type: string; title?: string; first_name?: string }> = {
  '-1001234567890': { id: -1001234567890, type: 'supergroup', title: 'Отдел продаж' },
  '@shop_news': { id: -1009876543210, type: 'channel', title: 'Новости магазина' },
  '42': { id: 42, type: 'private', first_name: 'Анна' },
}
const refusals: Record<string, [number, string, object?]> = {
  '43': [403, 'Forbidden: bot was blocked by the user'],
  '44': [403, 'Forbidden: user is deactivated'],
  '45': [403, "Forbidden: bot can't initiate conversation with a user"],
  '-46': [403, 'Forbidden: bot was kicked from the supergroup chat'],
  '-47': [403, 'Forbidden: bot is not a member of the channel chat'],
  '-48': [403, 'Forbidden: the group chat was deleted'],
  '-49': [400, 'Bad Request: not enough rights to send text messages to the chat'],
  '-50': [
    400,
    'Bad Request: group chat was upgraded to a supergroup chat',
    { migrate_to_chat_id: -1001234567890 },
  ],
}

export type TelegramFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  /** What was posted, in order. */
  posted: AcceptedMessage[]
}

/** An answer of the Bot API. */
export function telegramReply(
  code: number,
  description: string,
  parameters?: object,
): LoopbackReply {
  const retryAfter = (parameters as { retry_after?: number } | undefined)?.retry_after
  return {
    status: code,
    headers: {
      'content-type': 'application/json',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify({
      ok: false,
      error_code: code,
      description,
      ...(parameters === undefined ? {} : { parameters }),
    }),
  }
}

const done = (result: object): LoopbackReply => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ ok: true, result }),
})

/**
 * A Bot API on this machine, as strict as the real one and a little more. `script` answers instead when it returns
 * anything but undefined.
 */
export async function startTelegramFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<TelegramFake> {
  const posted: AcceptedMessage[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? answer(request, posted) : scripted
  })
  return { url, requests, close, posted }
}

function answer(request: LoopbackRequest, posted: AcceptedMessage[]): LoopbackReply {
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.path) ?? []
  if (token === undefined || !/^\d+:/.test(token)) return telegramReply(404, 'Not Found')
  if (token !== FAKE_BOT_TOKEN) return telegramReply(401, 'Unauthorized')
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
    return telegramReply(400, 'Bad Request: this fake takes JSON in a POST only')
  if (request.json === undefined) return telegramReply(400, "Bad Request: can't parse JSON")
  if (method === 'getMe') return done({ id: 123456789, is_bot: true, username: 'shop_bot' })
  if (method === 'getChat') return getChat(request.json as { chat_id?: unknown })
  if (method === 'sendMessage') return sendMessage(request.json, posted)
  return telegramReply(404, 'Not Found: method not found')
}

function getChat({ chat_id: id }: { chat_id?: unknown }): LoopbackReply {
  const refusal = refusals[String(id)]
  if (refusal !== undefined) return telegramReply(...refusal)
  const chat = chats[String(id)]
  return chat === undefined ? telegramReply(400, 'Bad Request: chat not found') : done(chat)
}

function sendMessage(json: unknown, posted: AcceptedMessage[]): LoopbackReply {
  const message = checkSendMessage(json)
  if (typeof message === 'string') return telegramReply(400, message)
  const refusal = refusals[String(message.chat_id)]
  if (refusal !== undefined) return telegramReply(...refusal)
  const chat = chats[String(message.chat_id)]
  if (chat === undefined) return telegramReply(400, 'Bad Request: chat not found')
  if (message.message_thread_id === 404)
    return telegramReply(400, 'Bad Request: message thread not found')
  posted.push(message)
  return done({ message_id: 100 + posted.length, date: 1746268800, chat, text: message.seen })
}
