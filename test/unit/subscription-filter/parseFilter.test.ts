import { describe, expect, test } from '@jest/globals'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { parseFilter } from '../../../src/subscription-filter/parseFilter.ts'

const good = { field: 'type', operator: 'eq', value: 'order.paid' }

function complaint(input: unknown): string {
  try {
    parseFilter(input)
  } catch (error) {
    if (error instanceof FlowError && error.code === 'FLOW_FILTER_INVALID') return error.message
    throw error
  }
  return 'parsed'
}

function nested(levels: number): unknown {
  let node: unknown = good
  for (let level = 0; level < levels; level += 1) node = { all: [node] }
  return node
}

describe('messages name the bad node', () => {
  test.each<[unknown, string]>([
    ['x', 'filters: expected a list'],
    [5, 'filters: expected a list'],
    [[good, good, { ...good, operator: 'bigger' }], 'filters[2].operator: expected one of eq, ne'],
    [[{ operator: 'eq', value: 1 }], 'filters[0].field: expected a path'],
    [[{ ...good, field: '' }], 'filters[0].field: expected a path'],
    [[{ ...good, field: 'data..x' }], 'filters[0].field: expected names separated by dots'],
    [[{ ...good, field: 'data.x[0]' }], 'filters[0].field: expected names separated by dots'],
    [[{ ...good, field: 'total.amount' }], 'did you mean data.current.total.amount?'],
    [[{ ...good, field: `data.${'x'.repeat(300)}` }], 'filters[0].field: expected a path'],
    [[{ field: 'type', operator: 'eq' }], 'filters[0].value: expected a value'],
    [[{ ...good, extra: 1 }], 'filters[0].extra: a condition has only'],
    [{ any: [good, { all: [null] }] }, 'filters.any[1].all[0]: expected a list of conditions'],
    [{ any: [] }, 'filters.any: expected at least one'],
    [{ all: good }, 'filters.all: expected a list'],
    [{ all: [good], any: [good] }, 'filters.any: not expected beside "all"'],
    [{ not: 5 }, 'filters.not: expected a list of conditions'],
    [[{ field: 'type', operator: 'in', value: 'a' }], 'filters[0].value: expected a list'],
    [[{ field: 'type', operator: 'gt', value: true }], 'expected a number or a text'],
    [[{ field: 'type', operator: 'gt', value: Number.NaN }], 'expected a JSON value'],
    [[{ field: 'type', operator: 'between', value: [1] }], 'expected [from, to]'],
    [[{ field: 'type', operator: 'between', value: [9, 1] }], 'expected [from, to]'],
    [[{ field: 'type', operator: 'between', value: [1, 'x'] }], 'expected [from, to]'],
    [[{ field: 'type', operator: 'starts_with', value: 1 }], 'expected a text'],
    [[{ field: 'type', operator: 'exists', value: 'yes' }], 'expected true, false or nothing'],
    [[{ field: 'x', operator: 'increased', value: 3 }], 'filters[0].value: takes no value'],
    [[{ field: 'x.*.y', operator: 'increased' }], '"*" cannot be used with increased'],
    [[{ field: 'type', operator: 'matches', value: '(' }], 'filters[0].value: expected a regular'],
    [[{ field: 'type', operator: 'matches', value: '(?=a)' }], 'no lookaround'],
    [[{ field: 'type', operator: 'matches', value: '(a)\\1' }], 'no backreferences'],
    [[{ field: 'type', operator: 'matches', value: 'a'.repeat(513) }], 'at most 512'],
    [[{ field: 'type', operator: 'matches', value: '(\\w{1,900}\\s?)$' }], 'repeats too much'],
  ])('%j', (input, expected) => {
    expect(complaint(input)).toContain(expected)
  })
})

describe('EV-22: limits', () => {
  test('100 conditions, not 101', () => {
    const many = (count: number) => Array.from({ length: count }, () => good)
    expect(complaint(many(100))).toBe('parsed')
    expect(complaint(many(101))).toContain('at most 100 conditions')
    expect(complaint([{ any: many(60) }, { all: many(41) }])).toContain('at most 100 conditions')
  })
  test('8 groups deep, not 9', () => {
    expect(complaint(nested(8))).toBe('parsed')
    expect(complaint(nested(9))).toContain('at most 8 deep')
    let lists: unknown = good
    for (let level = 0; level < 50; level += 1) lists = [lists]
    expect(complaint(lists)).toContain('at most 8 deep')
  })
  test('a filter that contains itself', () => {
    const cyclic: { all: unknown[] } = { all: [] }
    cyclic.all.push(cyclic)
    expect(complaint(cyclic)).toContain('at most 8 deep')
  })
  test('sizes of values', () => {
    const value = (input: unknown) => complaint([{ field: 'type', operator: 'eq', value: input }])
    expect(value('x'.repeat(4_096))).toBe('parsed')
    expect(value('x'.repeat(4_097))).toContain('at most 4096')
    expect(value(Array.from({ length: 1_001 }, () => 1))).toContain('at most 1000')
    expect(value([[[[[[[[[1]]]]]]]]])).toContain('nested too deep')
    expect(value(() => 1)).toContain('expected a JSON value')
  })
})

describe('d8: no way to the prototype', () => {
  test.each(['data.__proto__', 'data.current.constructor.name', 'data.prototype.x'])(
    '%s',
    (field) => {
      expect(complaint([{ field, operator: 'exists' }])).toContain('cannot be part of a path')
      expect(complaint([{ field, operator: 'changed' }])).toContain('cannot be part of a path')
    },
  )
  test('a filter with a __proto__ member is refused, and nothing is polluted', () => {
    const input: unknown = JSON.parse(
      '[{"field":"type","operator":"exists","__proto__":{"all":[]}}]',
    )
    expect(complaint(input)).toContain('filters[0].__proto__')
    const value: unknown = JSON.parse('{"__proto__":{"polluted":1}}')
    expect(complaint([{ field: 'type', operator: 'eq', value }])).toBe('parsed')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

test('what was parsed parses to the same again, and the id of a Payload row is dropped', () => {
  const once = parseFilter([{ ...good, id: 'row1' }, { not: [good] }])
  expect(once).toEqual({ all: [good, { not: { all: [good] } }] })
  expect(parseFilter(JSON.parse(JSON.stringify(once)))).toEqual(once)
})
