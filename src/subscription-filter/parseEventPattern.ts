import { FlowError } from '../kernel/flowError.ts'
import type { EventPattern } from './eventPattern.ts'

const shape = /^(\*|[a-z][a-z0-9_]*)\.(\*|[a-z0-9][a-z0-9_]*)$/
const maxLength = 128

/**
 * Reads `order.paid`, `order.*`, `*.created` or `*`. Throws FLOW_FILTER_PATTERN_INVALID.
 * Whether an exact type exists is the catalogue's question, not this one's.
 */
export function parseEventPattern(input: unknown): EventPattern {
  if (input === '*') return { kind: 'any' }
  const found = typeof input === 'string' && input.length <= maxLength ? shape.exec(input) : null
  const [type, entity, verb] = found ?? []
  if (type === undefined || entity === undefined || verb === undefined || type === '*.*') {
    throw patternInvalid(input)
  }
  if (verb === '*') return { kind: 'entity', entity }
  return entity === '*' ? { kind: 'verb', verb } : { kind: 'type', type }
}

function patternInvalid(input: unknown): FlowError {
  const shown = typeof input === 'string' ? `"${input.slice(0, maxLength)}"` : typeof input
  return new FlowError({
    code: 'FLOW_FILTER_PATTERN_INVALID',
    message: `${shown} is not an event pattern.`,
    hint: 'Write a type such as order.paid, or order.*, *.created or * for many types.',
    status: 400,
    details: { pattern: shown },
  })
}
