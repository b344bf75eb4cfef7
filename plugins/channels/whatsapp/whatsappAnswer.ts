import * as z from 'zod'

import type { ServiceAnswer } from '../../../src/index.ts'

type Answered = Extract<ServiceAnswer, { isAnswer: true }>

/** What an answer to a posted message says. */
export type WhatsappAnswer =
  | { kind: 'sent'; messageId: string; recipient: string | undefined; isHeld: boolean }
  | { kind: 'refused'; code: number; detail: string }
  /** Not Meta's: a proxy, a wall, half an answer. */
  | { kind: 'foreign' }

const sent = z.object({
  contacts: z.array(z.object({ wa_id: z.string().optional() })).catch([]),
  messages: z
    .array(
      z.object({ id: z.string().min(1), message_status: z.string().optional().catch(undefined) }),
    )
    .min(1),
})

const refused = z.object({
  error: z.object({
    code: z.number().int(),
    message: z.string().catch(''),
    error_data: z
      .object({ details: z.string().catch('') })
      .optional()
      .catch(undefined),
  }),
})

/** A message came back with its own id, or with an error, whatever the status. */
export function whatsappAnswer({ json, status, text }: Answered): WhatsappAnswer {
  const failure = refused.safeParse(json)
  if (failure.success) {
    const { code, error_data: data, message } = failure.data.error
    return { kind: 'refused', code, detail: data?.details || message }
  }
  const success = sent.safeParse(json)
  if (status !== 200) return { kind: 'foreign' }
  if (!success.success) return json === undefined ? cutAnswer(text) : { kind: 'foreign' }
  const { contacts, messages } = success.data
  const [first] = messages
  return {
    kind: 'sent',
    messageId: first?.id ?? '',
    recipient: contacts[0]?.wa_id,
    isHeld: first?.message_status === 'held_for_quality_assessment',
  }
}

/** Cut for being long: the id stands near the start. */
function cutAnswer(text: string): WhatsappAnswer {
  const messageId = /^\s*\{.*?"messages":\s*\[\s*\{\s*"id":\s*"([^"]{1,300})"/.exec(text)?.[1]
  if (messageId === undefined) return { kind: 'foreign' }
  return { kind: 'sent', messageId, recipient: undefined, isHeld: false }
}
