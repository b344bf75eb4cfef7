import type { Json } from '../../kernel/json.ts'
import { operators } from '../../subscription-filter/operator.ts'
import type { FieldKind } from './fieldChoices.ts'
import type { FilterRow } from './filterRows.ts'

/** The input an operator's value needs. */
export type ValueShape = 'none' | 'one' | 'two' | 'list'

const withoutValue: ReadonlySet<string> = new Set(['exists', 'changed', 'increased', 'decreased'])
const turnable: ReadonlySet<string> = new Set(['exists', 'changed'])

/** Entries of the operator list; "is empty" and "has not changed" are `exists` and `changed` turned round. */
export const operatorChoices: readonly string[] = operators.flatMap((name) =>
  turnable.has(name) ? [name, `${name}:false`] : [name],
)

const notForNumbers: ReadonlySet<string> = new Set([
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'matches',
])
const notForTexts: ReadonlySet<string> = new Set([
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'increased',
  'decreased',
])

/** The operators that make sense for a kind of value; the stored one is always among them. */
export function operatorsFor(kind: FieldKind, current: string): string[] {
  return operatorChoices.filter((choice) => {
    if (choice === current || kind === 'unknown') return true
    if (kind === 'number' || kind === 'date') return !notForNumbers.has(choice)
    if (kind === 'text') return !notForTexts.has(choice)
    return !notForTexts.has(choice) && !notForNumbers.has(choice)
  })
}

/** Which entry of the list a row shows. */
export function choiceOf({ operator, value }: FilterRow): string {
  return turnable.has(operator) && value === false ? `${operator}:false` : operator
}

/** What the value of an operator looks like. */
export function valueShape(operator: string): ValueShape {
  if (operator === '' || withoutValue.has(operator)) return 'none'
  if (operator === 'between') return 'two'
  return operator === 'in' || operator === 'not_in' ? 'list' : 'one'
}

/** The row with another operator; a value is kept when the new operator can hold it. */
export function withChoice(row: FilterRow, choice: string): FilterRow {
  const [operator = '', isNegative] = choice.split(':')
  const { field } = row
  if (isNegative === 'false') return { field, operator, value: false }
  const shape = valueShape(operator)
  if (shape === 'none') return { field, operator }
  const value = reshaped(shape, row.value)
  return value === undefined ? { field, operator } : { field, operator, value }
}

function reshaped(shape: ValueShape, value: Json | undefined): Json | undefined {
  const single = Array.isArray(value) ? value[0] : value
  if (shape === 'one') return single
  if (shape === 'list') return Array.isArray(value) ? value : single === undefined ? [] : [single]
  if (Array.isArray(value) && value.length === 2) return value
  return single === undefined ? undefined : [single, single]
}
