import * as z from 'zod'

import type { ServiceAnswer } from '../../../src/index.ts'

type Answered = Extract<ServiceAnswer, { isAnswer: true }>

/** What an answer of Discord says. */
export type DiscordAnswer =
  | { kind: 'done'; messageId: string | null; channelId: string | null }
  | { kind: 'refused'; code: number; detail: string; retryAfterSeconds: number | undefined }
  /** Not Discord's: a proxy, a wall, half an answer. */
  | { kind: 'foreign' }

const message = z.object({ id: z.string(), channel_id: z.string().nullish().catch(null) })
const refusal = z.object({
  message: z.string(),
  code: z.number().int().catch(0),
  retry_after: z.number().nonnegative().optional().catch(undefined),
  errors: z.unknown().optional(),
})

/** Reads an answer to a posted message. `wait=true` makes success a message; an empty 204 is success without it. */
export function discordAnswer({ json, status, text }: Answered): DiscordAnswer {
  if (status === 204) return { kind: 'done', messageId: null, channelId: null }
  if (status === 200) {
    const read = message.safeParse(json)
    if (read.success)
      return { kind: 'done', messageId: read.data.id, channelId: read.data.channel_id ?? null }
    // Cut for being long; refusals are short.
    const isLong = json === undefined && text.length > 10_000 && /^\s*\{"/.test(text)
    return isLong ? { kind: 'done', messageId: null, channelId: null } : { kind: 'foreign' }
  }
  const read = refusal.safeParse(json)
  if (!read.success || status < 400) return { kind: 'foreign' }
  const { code, errors, message: said, retry_after: retryAfterSeconds } = read.data
  return {
    kind: 'refused',
    code,
    detail: [said, ...fieldErrors(errors)].join('; '),
    retryAfterSeconds,
  }
}

const MAX_DEPTH = 8

/** `{"content":{"_errors":[{"message":"…"}]}}` as `content: …`. */
function fieldErrors(node: unknown, path = '', depth = 0): string[] {
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return []
  return Object.entries(node).flatMap(([name, value]) => {
    if (name !== '_errors')
      return fieldErrors(value, path === '' ? name : `${path}.${name}`, depth + 1)
    const read = z.array(z.object({ message: z.string() })).safeParse(value)
    return (read.data ?? []).map((error) => `${path}: ${error.message}`)
  })
}
