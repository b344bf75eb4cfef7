import { isChangeOperator } from './changeOperator.ts'
import type { Condition } from './filter.ts'
import { filterInvalid } from './filterInvalid.ts'
import { type Operator, operators } from './operator.ts'
import { parseConditionValue } from './parseConditionValue.ts'
import { parseField } from './parseField.ts'

/** `id` is tolerated because Payload adds one to every row of an array field. */
const knownKeys: ReadonlySet<string> = new Set(['field', 'operator', 'value', 'id'])

/** Reads one condition found at `path` of the filter. Throws FLOW_FILTER_INVALID. */
export function parseCondition(input: Record<string, unknown>, path: string): Condition {
  const stray = Object.keys(input).find((key) => !knownKeys.has(key))
  if (stray !== undefined) {
    throw filterInvalid(`${path}.${stray}`, 'a condition has only field, operator and value')
  }
  const operator = parseOperator(input['operator'], `${path}.operator`)
  const field = parseField(input['field'], {
    path: `${path}.field`,
    isRelative: isChangeOperator(operator),
    isWildcardAllowed: operator !== 'increased' && operator !== 'decreased',
  })
  const value = parseConditionValue(operator, input['value'], `${path}.value`)
  return value === undefined ? { field, operator } : { field, operator, value }
}

function parseOperator(input: unknown, path: string): Operator {
  const operator = operators.find((name) => name === input)
  if (operator !== undefined) return operator
  throw filterInvalid(path, `expected one of ${operators.join(', ')}`)
}
