import type { Json } from '../kernel/json.ts'

/** What a decision log keeps of one value, characters. */
const maxLength = 200

/** A value short enough for the decision log: long texts and lists become their beginning; absent stays `undefined`. */
export function loggedValue(value: unknown): Json | undefined {
  if (value === undefined || value === null) return value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return cut(value)
  if (typeof value !== 'object') return String(value)
  const text = asJson(value)
  return text.length <= maxLength ? (JSON.parse(text) as Json) : cut(text)
}

function asJson(value: object): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    return '"[not JSON]"'
  }
}

function cut(text: string): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}…`
}
