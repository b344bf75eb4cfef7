import { parseEventPattern } from './parseEventPattern.ts'

/** Whether a text is an event type or a wildcard such as `order.*`; whether the type exists is another question. */
export function isEventPattern(text: string): boolean {
  try {
    return parseEventPattern(text) !== undefined
  } catch {
    return false
  }
}
