import type { Json } from '../kernel/json.ts'
import type { ChangeOperator } from './changeOperator.ts'
import { compileRegex } from './compileRegex.ts'
import { isEqualJson } from './isEqualJson.ts'
import type { Operator } from './operator.ts'
import { scalarOrder } from './scalarOrder.ts'

/** The operators that look at one value; `ne`, `not_in` and `not_contains` are asked as their opposites. */
export type ValueOperator = Exclude<Operator, ChangeOperator | 'ne' | 'not_in' | 'not_contains'>

type Test = (actual: unknown) => boolean

/** Prepares the test of one condition; `value` has been checked by `parseFilter`. */
export function valueTest(operator: ValueOperator, value: Json): Test {
  return tests[operator](value)
}

const ordered =
  (holds: (order: number) => boolean) =>
  (value: Json): Test =>
  (actual) => {
    const order = scalarOrder(actual, value)
    return order !== null && holds(order)
  }

const textual =
  (holds: (actual: string, value: string) => boolean) =>
  (value: Json): Test =>
  (actual) =>
    typeof actual === 'string' && typeof value === 'string' && holds(actual, value)

const tests: Record<ValueOperator, (value: Json) => Test> = {
  eq: (value) => (actual) => isEqualJson(actual, value),
  gt: ordered((order) => order > 0),
  gte: ordered((order) => order >= 0),
  lt: ordered((order) => order < 0),
  lte: ordered((order) => order <= 0),
  between,
  in: isOneOf,
  contains: (value) => (actual) => {
    if (Array.isArray(actual)) return actual.some((element) => isEqualJson(element, value))
    return typeof actual === 'string' && typeof value === 'string' && actual.includes(value)
  },
  starts_with: textual((actual, value) => actual.startsWith(value)),
  ends_with: textual((actual, value) => actual.endsWith(value)),
  exists: () => (actual) => actual !== undefined && actual !== null,
  matches: (value) => {
    const isFound = compileRegex(String(value))
    return (actual) => typeof actual === 'string' && isFound(actual)
  },
}

function between(value: Json): Test {
  const [from, to] = Array.isArray(value) ? value : []
  return (actual) => {
    const above = scalarOrder(actual, from)
    const below = scalarOrder(actual, to)
    return above !== null && below !== null && above >= 0 && below <= 0
  }
}

function isOneOf(value: Json): Test {
  const list = Array.isArray(value) ? value : []
  return (actual) => list.some((element) => isEqualJson(actual, element))
}
