import * as z from 'zod'

import type { ServiceAnswer } from '../../../src/index.ts'

type Answered = Extract<ServiceAnswer, { isAnswer: true }>

/** What an answer of the Bot API says. */
export type TelegramAnswer =
  | { kind: 'done'; result: unknown }
  | {
      kind: 'refused'
      code: number
      description: string
      retryAfterSeconds: number | undefined
      migratedTo: number | undefined
    }
  /** Not the Bot API's: a proxy, a wall, half an answer. */
  | { kind: 'foreign' }

const envelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown().optional() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number().int(),
    description: z.string().catch(''),
    parameters: z
      .object({
        retry_after: z.number().nonnegative().optional().catch(undefined),
        migrate_to_chat_id: z.number().int().optional().catch(undefined),
      })
      .catch({}),
  }),
])

/** Reads the envelope that every answer comes in; a refusal inside a status of success is one too. */
export function telegramAnswer({ json, status, text }: Answered): TelegramAnswer {
  const read = envelope.safeParse(json)
  if (!read.success) {
    // Cut for being long; refusals are short.
    const isLongSuccess = json === undefined && status === 200 && /^\s*\{"ok":true,/.test(text)
    return isLongSuccess ? { kind: 'done', result: undefined } : { kind: 'foreign' }
  }
  const { data } = read
  if (data.ok) return status === 200 ? { kind: 'done', result: data.result } : { kind: 'foreign' }
  return {
    kind: 'refused',
    code: data.error_code,
    description: data.description,
    retryAfterSeconds: data.parameters.retry_after,
    migratedTo: data.parameters.migrate_to_chat_id,
  }
}
