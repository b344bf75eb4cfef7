import * as z from 'zod'

import { readTelegramHtml } from './readTelegramHtml.ts'

/** The arguments of `sendMessage` that the fake knows; stricter than the server, which ignores unknown ones. */
const argumentsOf = z.strictObject({
  chat_id: z.union([z.number().int(), z.string().regex(/^@\w{4,32}$/)]),
  text: z.string(),
  parse_mode: z.literal('HTML').optional(),
  message_thread_id: z.number().int().positive().optional(),
  disable_notification: z.boolean().optional(),
  protect_content: z.boolean().optional(),
  link_preview_options: z
    .strictObject({
      is_disabled: z.boolean().optional(),
      url: z.url().optional(),
      prefer_large_media: z.boolean().optional(),
      show_above_text: z.boolean().optional(),
    })
    .optional(),
  reply_markup: z
    .strictObject({
      inline_keyboard: z.array(
        z.array(z.strictObject({ text: z.string().min(1).max(64), url: z.string() })).min(1),
      ),
    })
    .optional(),
})

/** A message that the server would take, with the text that people see. */
export type AcceptedMessage = z.output<typeof argumentsOf> & { seen: string }

const MAX_SOURCE_BYTES = 32_768
const MAX_TEXT = 4096
const GENERAL_TOPIC = 1

/** The message, or the server's words of refusal. */
export function checkSendMessage(json: unknown): AcceptedMessage | string {
  const read = argumentsOf.safeParse(json)
  if (!read.success) return `Bad Request: ${z.prettifyError(read.error).replaceAll('\n', ' ')}`
  const { message_thread_id: topic, parse_mode: mode, reply_markup: markup, text } = read.data
  if (text.trim() === '') return 'Bad Request: message text is empty'
  if (Buffer.byteLength(text) > MAX_SOURCE_BYTES) return 'Bad Request: text is too long'
  const parsed = mode === 'HTML' ? readTelegramHtml(text) : { text }
  if ('error' in parsed) return `Bad Request: can't parse entities: ${parsed.error}`
  if (parsed.text.trim() === '') return 'Bad Request: message text is empty'
  if (parsed.text.length > MAX_TEXT) return 'Bad Request: message is too long'
  if (topic === GENERAL_TOPIC) return 'Bad Request: message thread not found'
  const urls = markup?.inline_keyboard.flat().map(({ url }) => url) ?? []
  const bad = urls.find((url) => !/^https?:\/\/[^\s/]+\.[^\s/]+/.test(url))
  if (bad !== undefined) return `Bad Request: inline keyboard button URL '${bad}' is invalid`
  return { ...read.data, seen: parsed.text }
}
