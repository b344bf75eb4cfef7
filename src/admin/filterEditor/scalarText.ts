import type { Json } from '../../kernel/json.ts'
import type { FieldKind } from './fieldChoices.ts'

const decimal = /^[+-]?\d+(?:[.,]\d+)?$/
const ordering: ReadonlySet<string> = new Set(['gt', 'gte', 'lt', 'lte', 'between'])

/** A typed text as the filter stores it: a number where a number is meant, `undefined` while nothing is there. */
export function readScalar(text: string, kind: FieldKind, operator: string): Json | undefined {
  if (text === '') return undefined
  if (kind === 'boolean') return text === 'true'
  const isNumberMeant = kind === 'number' || (kind === 'unknown' && ordering.has(operator))
  // Spaces group digits in the way people type amounts: 10 000.
  const compact = text.replace(/[\s\u00a0]/g, '')
  return isNumberMeant && decimal.test(compact) ? Number(compact.replace(',', '.')) : text
}

/** A stored value as text for an input. */
export function showScalar(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
