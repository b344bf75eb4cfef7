import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

/** The webhook that the fake knows; its number in the path, and its secret. */
export const FAKE_DISCORD_PATH =
  '/api/webhooks/1130000000000000001/fake-Token_of-the-hook-0123456789abcdef'
const KNOWN = /^\/api\/(?:v10\/)?webhooks\/(\d+)\/([\w-]+)$/
const [, KNOWN_ID, KNOWN_TOKEN] = KNOWN.exec(FAKE_DISCORD_PATH) ?? []

const webAddress = z.url({ protocol: /^https?$/ })
const embed = z.strictObject({
  title: z.string().min(1).max(256),
  description: z.string().min(1).max(4096).optional(),
  url: webAddress.optional(),
  color: z.number().int().min(0).max(0xffffff).optional(),
  timestamp: z.iso.datetime().optional(),
})
const snowflakes = z.array(z.string().regex(/^\d+$/)).max(100)
const message = z.strictObject({
  content: z.string().max(2000).optional(),
  embeds: z.array(embed).max(10).optional(),
  username: z
    .string()
    .min(1)
    .max(80)
    .refine((name) => !/discord|clyde/i.test(name))
    .optional(),
  avatar_url: webAddress.optional(),
  thread_name: z.string().min(1).max(100).optional(),
  flags: z
    .int()
    .refine((flags) => (flags & ~(4 | 4096)) === 0)
    .optional(),
  allowed_mentions: z.strictObject({
    parse: z.array(z.enum(['everyone', 'roles', 'users'])),
    roles: snowflakes,
    users: snowflakes,
  }),
})

/** A message as it was posted, and the thread it went to. */
export type DiscordPost = z.output<typeof message> & { threadId: string | null }

export type DiscordFake = Pick<Loopback, 'url' | 'requests' | 'close'> & { posted: DiscordPost[] }

/** An answer of Discord: JSON with a number of its own. */
export function discordReply(
  status: number,
  body: { message: string; code?: number; [more: string]: unknown },
  headers = {},
): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ code: 0, ...body }),
  }
}

/** Webhooks of Discord on this machine; `script` answers instead when it returns anything but undefined. */
export async function startDiscordFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<DiscordFake> {
  const posted: DiscordPost[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? answer(request, posted) : scripted
  })
  return { url, requests, close, posted }
}

const json = (status: number, body: object): LoopbackReply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

function answer(request: LoopbackRequest, posted: DiscordPost[]): LoopbackReply {
  const [, id, token] = KNOWN.exec(request.path) ?? []
  if (id === undefined) return discordReply(404, { message: '404: Not Found' })
  if (id !== KNOWN_ID) return discordReply(404, { message: 'Unknown Webhook', code: 10015 })
  if (token !== KNOWN_TOKEN)
    return discordReply(401, { message: 'Invalid Webhook Token', code: 50027 })
  if (request.method === 'GET')
    return json(200, { id, name: 'Касса', channel_id: '77', guild_id: '88', token })
  if (request.method !== 'POST') return discordReply(405, { message: '405: Method Not Allowed' })
  if (request.headers['content-type'] !== 'application/json' || request.json === undefined)
    return discordReply(400, { message: 'The request body contains invalid JSON.', code: 50109 })
  return post(request, posted)
}

function post({ json: body, query }: LoopbackRequest, posted: DiscordPost[]): LoopbackReply {
  const read = message.safeParse(body)
  if (!read.success) {
    const errors = Object.fromEntries(
      read.error.issues.map(({ message: said, path }) => [
        path.join('_') || 'body',
        { _errors: [{ code: 'INVALID', message: said }] },
      ]),
    )
    return discordReply(400, { message: 'Invalid Form Body', code: 50035, errors })
  }
  const { content = '', embeds = [] } = read.data
  if (content.trim() === '' && embeds.length === 0)
    return discordReply(400, { message: 'Cannot send an empty message', code: 50006 })
  const threadId = query.get('thread_id')
  if (threadId === '404') return discordReply(404, { message: 'Unknown Channel', code: 10003 })
  posted.push({ ...read.data, threadId })
  if (query.get('wait') !== 'true') return { status: 204, body: '' }
  return json(200, {
    type: 0,
    content,
    id: String(5000 + posted.length),
    channel_id: threadId ?? '77',
  })
}
