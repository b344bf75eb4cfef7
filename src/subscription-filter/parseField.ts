import { documentField } from './documentField.ts'
import { filterInvalid } from './filterInvalid.ts'
import { filterLimits } from './filterLimits.ts'

/** Where the field stands in the filter, and what its operator makes of it. */
export type FieldContext = {
  path: string
  /** Change operators take a path of the document instead of one of the envelope. */
  isRelative: boolean
  isWildcardAllowed: boolean
}

const envelope: readonly string[] = ['id', 'type', 'version', 'timestamp', 'data', 'meta']
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
// A name of a field or locale, an index, or "*". Control characters, quotes and brackets are typing mistakes.
const step = /^(?:\*|[\p{L}\p{N}_$@:/ -]+)$/u

/** Reads the path of a condition. Throws FLOW_FILTER_INVALID. */
export function parseField(input: unknown, context: FieldContext): string {
  const { path, isRelative, isWildcardAllowed } = context
  if (typeof input !== 'string' || input.length === 0 || input.length > filterLimits.pathLength) {
    throw filterInvalid(path, `expected a path of 1 to ${filterLimits.pathLength} characters`)
  }
  const field = isRelative ? documentField(input) : input
  const steps = field.split('.')
  for (const name of steps) {
    if (forbidden.has(name)) throw filterInvalid(path, `"${name}" cannot be part of a path`)
    if (!step.test(name)) {
      throw filterInvalid(path, 'expected names separated by dots, such as data.current.status')
    }
  }
  if (!isWildcardAllowed && steps.includes('*')) {
    throw filterInvalid(path, '"*" cannot be used with increased and decreased')
  }
  if (!isRelative && !envelope.includes(steps[0] ?? '')) {
    throw filterInvalid(
      path,
      `a path starts with ${envelope.join(', ')}; did you mean data.current.${field}?`,
    )
  }
  return input
}
