import type { Json } from '../../kernel/json.ts'

/**
 * A typed text as the value it means: a number, true, false, JSON in brackets or quotes, and else the text itself.
 * `undefined` for nothing.
 */
export function readLiteral(text: string): Json | undefined {
  if (text === '') return undefined
  if (!/^(?:-?\d|true$|false$|null$|["[{])/.test(text.trim())) return text
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return text
  }
}

/** A value as a text that reads back as the same value. */
export function showLiteral(value: Json): string {
  return typeof value === 'string' && readLiteral(value) === value ? value : JSON.stringify(value)
}
