import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from './textOf.ts'

/** The sentence inside an error answer: ours `{ error: { message, hint } }` or Payload's `{ errors: [{ message }] }`. */
export function errorSentence(body: unknown): string | undefined {
  if (!isRecord(body)) return undefined
  const first = Array.isArray(body['errors']) ? body['errors'][0] : body['error']
  if (!isRecord(first)) return textOf(first) ?? textOf(body['message'])
  const message = textOf(first['message'])?.replace(/^\[flowmasters\] \S+ /, '')
  const hint = textOf(first['hint'])
  return message && hint ? `${message}. ${hint}` : message
}
