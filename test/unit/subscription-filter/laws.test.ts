import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { FlowError } from '../../../src/kernel/flowError.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'
import { compileFilter } from '../../../src/subscription-filter/compileFilter.ts'
import type { Filter } from '../../../src/subscription-filter/filter.ts'
import type { AnyEvent } from '../../../src/subscription-filter/filterExplanation.ts'
import { operators } from '../../../src/subscription-filter/operator.ts'
import { parseFilter } from '../../../src/subscription-filter/parseFilter.ts'
import { sampleEvent } from './sampleEvent.ts'

const scalars = fc.oneof(
  fc.constantFrom('paid', 'new', '5', '2026-11-21', 5, 0, null, true),
  fc.jsonValue({ maxDepth: 1 }),
)
const conditions = fc
  .record({
    field: fc.constantFrom('data.current.a', 'data.current.a.*.b', 'a', 'data.changed', 'type'),
    operator: fc.constantFrom(...operators),
    value: fc.oneof(scalars, fc.tuple(fc.integer({ max: 5 }), fc.integer({ min: 6 }))),
  })
  .map(parsedOrNull)
  .filter((filter) => filter !== null)
const { tree: filters } = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    conditions,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
}))
const rows = fc.record({ a: fc.oneof(scalars, fc.array(fc.record({ b: scalars }))) })
const events = fc
  .tuple(rows, fc.option(rows))
  .map(([current, previous]) => sampleEvent(current as JsonObject, previous as JsonObject | null))

const matches = (filter: Filter, event: AnyEvent) => compileFilter(filter).matches(event)

test('input of any kind parses or is refused by name', () => {
  const node = fc.record(
    {
      field: fc.anything(),
      operator: fc.oneof(fc.constantFrom(...operators), fc.anything()),
      value: fc.anything(),
      all: fc.anything(),
      any: fc.array(fc.anything()),
      not: fc.anything(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue(), node, fc.array(node)), (input) => {
      parsedOrNull(input)
    }),
    { numRuns: 2_000 },
  )
})

test('a parsed filter never throws, whatever the event is', () => {
  fc.assert(
    fc.property(filters, fc.oneof(fc.anything(), events), (filter, event) => {
      const compiled = compileFilter(filter)
      const { isMatch, failed } = compiled.explain(event as AnyEvent)
      expect(isMatch).toBe(compiled.matches(event as AnyEvent))
      JSON.stringify(failed)
    }),
    { numRuns: 1_000 },
  )
})

test('a filter that does not match names at least one reason, and one that matches names none', () => {
  fc.assert(
    fc.property(filters, events, (filter, event) => {
      const { isMatch, failed } = compileFilter(filter).explain(event)
      // The empty "all" under "not" has no condition that could be named.
      fc.pre(!JSON.stringify(filter).includes('"all":[]'))
      expect(failed.length > 0).toBe(!isMatch)
    }),
  )
})

test('not not x = x', () => {
  fc.assert(
    fc.property(filters, events, (filter, event) => {
      expect(matches({ not: { not: filter } }, event)).toBe(matches(filter, event))
      expect(matches({ not: filter }, event)).toBe(!matches(filter, event))
    }),
  )
})

test('De Morgan', () => {
  fc.assert(
    fc.property(filters, filters, events, (one, two, event) => {
      expect(matches({ not: { all: [one, two] } }, event)).toBe(
        matches({ any: [{ not: one }, { not: two }] }, event),
      )
      expect(matches({ not: { any: [one, two] } }, event)).toBe(
        matches({ all: [{ not: one }, { not: two }] }, event),
      )
    }),
  )
})

test('negative operators are the opposite of the positive ones', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'a.*.b'), scalars, events, (path, value, event) => {
      const field = `data.current.${path}`
      expect(matches({ field, operator: 'ne', value }, event)).toBe(
        !matches({ field, operator: 'eq', value }, event),
      )
      expect(matches({ field, operator: 'not_contains', value }, event)).toBe(
        !matches({ field, operator: 'contains', value }, event),
      )
      expect(matches({ field, operator: 'not_in', value: [value] }, event)).toBe(
        !matches({ field, operator: 'in', value: [value] }, event),
      )
    }),
  )
})

function parsedOrNull(input: unknown): Filter | null {
  try {
    return parseFilter(input)
  } catch (error) {
    if (error instanceof FlowError && error.code === 'FLOW_FILTER_INVALID') return null
    throw error
  }
}
