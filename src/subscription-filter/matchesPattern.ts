import type { EventPattern } from './eventPattern.ts'

/** Whether an event type is one the pattern stands for. */
export function matchesPattern(pattern: EventPattern, type: string): boolean {
  switch (pattern.kind) {
    case 'any':
      return true
    case 'type':
      return pattern.type === type
    case 'entity':
      return type.startsWith(`${pattern.entity}.`)
    case 'verb':
      return type.endsWith(`.${pattern.verb}`)
  }
}
