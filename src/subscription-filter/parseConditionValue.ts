import type { Json } from '../kernel/json.ts'
import { compileRegex } from './compileRegex.ts'
import { filterInvalid } from './filterInvalid.ts'
import { filterLimits } from './filterLimits.ts'
import type { Operator } from './operator.ts'
import { scalarOrder } from './scalarOrder.ts'

/** Reads the value of a condition as its operator needs it. Throws FLOW_FILTER_INVALID. */
export function parseConditionValue(
  operator: Operator,
  input: unknown,
  path: string,
): Json | undefined {
  const value = parseJson(input, path, 0)
  const complaint = checks[operator](value)
  if (complaint !== null) throw filterInvalid(path, complaint)
  return value
}

type Check = (value: Json | undefined) => string | null

const anything: Check = (value) =>
  value === undefined ? 'expected a value (null means empty)' : null
const scalar: Check = (value) =>
  typeof value === 'number' || typeof value === 'string' ? null : 'expected a number or a text'
const text: Check = (value) => (typeof value === 'string' ? null : 'expected a text')
const list: Check = (value) => (Array.isArray(value) ? null : 'expected a list')
const yesOrNo: Check = (value) =>
  value === undefined || value === null || typeof value === 'boolean'
    ? null
    : 'expected true, false or nothing'
const nothing: Check = (value) =>
  value === undefined || value === null || value === true ? null : 'takes no value'

const checks: Record<Operator, Check> = {
  eq: anything,
  ne: anything,
  gt: scalar,
  gte: scalar,
  lt: scalar,
  lte: scalar,
  in: list,
  not_in: list,
  contains: anything,
  not_contains: anything,
  starts_with: text,
  ends_with: text,
  exists: yesOrNo,
  between: range,
  matches: expression,
  changed: yesOrNo,
  changed_to: anything,
  changed_from: anything,
  increased: nothing,
  decreased: nothing,
}

function range(value: Json | undefined): string | null {
  const expected = 'expected [from, to], two numbers or two texts, the smaller first'
  if (!Array.isArray(value) || value.length !== 2) return expected
  const [from, to] = value
  if (scalar(from) !== null || scalar(to) !== null) return expected
  const order = scalarOrder(from, to)
  return order === null || order > 0 ? expected : null
}

function expression(value: Json | undefined): string | null {
  if (typeof value !== 'string') return 'expected a regular expression as text'
  try {
    compileRegex(value)
    return null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return `expected a regular expression in RE2 syntax (no lookaround, no backreferences): ${reason}`
  }
}

function parseJson(input: unknown, path: string, depth: number): Json | undefined {
  if (input === undefined || input === null || typeof input === 'boolean') return input
  if (typeof input === 'number' && Number.isFinite(input)) return input
  if (typeof input === 'string') {
    if (input.length <= filterLimits.textLength) return input
    throw filterInvalid(path, `a text has at most ${filterLimits.textLength} characters`)
  }
  if (typeof input !== 'object') throw filterInvalid(path, 'expected a JSON value')
  if (depth >= filterLimits.valueDepth) throw filterInvalid(path, 'nested too deep')
  if (Array.isArray(input)) return parseMembers(input, path, depth)
  const members = parseMembers(Object.values(input), path, depth)
  return Object.fromEntries(Object.keys(input).map((key, index) => [key, members[index]]))
}

function parseMembers(values: readonly unknown[], path: string, depth: number): Json[] {
  if (values.length > filterLimits.listLength) {
    throw filterInvalid(path, `a list has at most ${filterLimits.listLength} entries`)
  }
  return values.map((value, index) => parseJson(value, `${path}[${index}]`, depth + 1) ?? null)
}
