import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

/** The path of the one webhook that the fake knows. */
export const FAKE_SLACK_PATH = '/services/T0FAKE001/B0FAKE001/XfakeSecretOfTheHook0001'

const dead: Record<string, [number, string]> = {
  '/services/T0FAKE001/B0GONE001/x': [404, 'no_service'],
  '/services/T0FAKE001/B0OFF0001/x': [404, 'no_active_hooks'],
  '/services/T0NONE001/B0FAKE001/x': [404, 'no_team'],
  '/services/T0FAKE001/B0ROOM001/x': [404, 'channel_not_found'],
  '/services/T0FAKE001/B0ARCH001/x': [410, 'channel_is_archived'],
  '/services/T0FAKE001/B0DENY001/x': [403, 'action_prohibited'],
}

const text = z.strictObject({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string().min(1) })
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text }),
  z.strictObject({ type: z.literal('section'), text }),
  z.strictObject({ type: z.literal('divider') }),
])
const message = z.strictObject({
  text: z.string().optional(),
  blocks: z.array(block).max(50).optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
})

/** A message as it was posted. */
export type SlackMessage = z.output<typeof message>

export type SlackFake = Pick<Loopback, 'url' | 'requests' | 'close'> & { posted: SlackMessage[] }

/** An answer of Slack: one word of plain text. */
export function slackReply(status: number, word: string, headers = {}): LoopbackReply {
  return { status, headers: { 'content-type': 'text/html', ...headers }, body: word }
}

/** Incoming webhooks on this machine; `script` answers instead when it returns anything but undefined. */
export async function startSlackFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<SlackFake> {
  const posted: SlackMessage[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? answer(request, posted) : scripted
  })
  return { url, requests, close, posted }
}

function answer(request: LoopbackRequest, posted: SlackMessage[]): LoopbackReply {
  const end = dead[request.path]
  if (end !== undefined) return slackReply(...end)
  if (request.path !== FAKE_SLACK_PATH) return slackReply(403, 'invalid_token')
  if (request.method !== 'POST') return slackReply(405, 'method_not_allowed')
  if (request.headers['content-type'] !== 'application/json' || request.json === undefined)
    return slackReply(400, 'invalid_payload')
  const read = message.safeParse(request.json)
  if (!read.success) {
    const isBlock = read.error.issues.some(({ path }) => path[0] === 'blocks')
    return slackReply(400, isBlock ? 'invalid_blocks' : 'invalid_payload')
  }
  const { blocks = [], text: words = '' } = read.data
  if (words.trim() === '' && blocks.length === 0) return slackReply(400, 'no_text')
  if (words.length > 40_000) return slackReply(400, 'msg_too_long')
  posted.push(read.data)
  return slackReply(200, 'ok')
}
