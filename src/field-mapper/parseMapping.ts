import { IANAZone } from 'luxon'
import * as z from 'zod'

import { parseField } from '../subscription-filter/parseField.ts'
import { FlowError } from '../kernel/flowError.ts'
import { type FieldMapping, type MappingRule, mappingRule } from './fieldMapping.ts'
import { mappingInvalid } from './mappingInvalid.ts'
import { mappingLimits } from './mappingLimits.ts'
import { clashingField } from './clashingField.ts'

const mapping = z.array(mappingRule).max(mappingLimits.rules)
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const name = /^[^\u0000-\u001f.*]+$/

/**
 * Checks a stored mapping; nothing at all is one without rules.
 * @throws FlowError FLOW_MAPPING_INVALID with `details.rule`, counted from 1, and `details.expected`
 */
export function parseMapping(input: unknown): FieldMapping {
  const parsed = mapping.safeParse(input ?? [])
  if (!parsed.success) {
    const [{ message = '', path = [] } = {}] = parsed.error.issues
    const [index, ...inner] = path
    const field = inner.length === 0 ? '' : `${inner.join('.')}: `
    throw mappingInvalid(typeof index === 'number' ? index + 1 : 0, `${field}${message}`)
  }
  for (const [index, rule] of parsed.data.entries()) checkRule(rule, index + 1)
  const clash = clashingField(parsed.data.map(({ to }) => to))
  if (clash !== undefined)
    throw mappingInvalid(clash.rule, `"${clash.to}" is written by rule ${clash.earlier} already`)
  return parsed.data
}

function checkRule({ from, to, transform = [] }: MappingRule, rule: number): void {
  const steps = to.split('.')
  if (steps.length > mappingLimits.depth || !steps.every(isStep))
    throw mappingInvalid(rule, '"to" is names separated by dots, such as custom_data.value')
  const lists = steps.filter((step) => step === '*').length
  if (lists > 1 || steps[0] === '*')
    throw mappingInvalid(rule, '"to" may hold one "*", behind the name of a list')
  if ('path' in from) checkPath(from.path, rule)
  const isListRead = 'path' in from && from.path.split('.').includes('*')
  if (lists === 1 && !isListRead)
    throw mappingInvalid(
      rule,
      '"*" in "to" needs a path with "*", such as data.current.items.*.sku',
    )
  for (const step of transform) {
    if (step.name === 'date' && step.zone !== undefined && !IANAZone.isValidZone(step.zone))
      throw mappingInvalid(rule, `"${step.zone}" is not a time zone such as Europe/Moscow`)
  }
}

function isStep(step: string): boolean {
  return step === '*' || (name.test(step) && !forbidden.has(step))
}

/** The paths of filters are the paths of mappings. */
function checkPath(path: string, rule: number): void {
  try {
    parseField(path, { path: 'from.path', isRelative: false, isWildcardAllowed: true })
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    throw mappingInvalid(rule, `from.path: ${String(error.details['expected'])}`)
  }
}
