import { describe, expect, test } from '@jest/globals'

import type { Json, JsonObject } from '../../../src/kernel/json.ts'
import { compileFilter } from '../../../src/subscription-filter/compileFilter.ts'
import { operators } from '../../../src/subscription-filter/operator.ts'
import { parseFilter } from '../../../src/subscription-filter/parseFilter.ts'
import { sampleEvent } from './sampleEvent.ts'

const lacking = Symbol('absent')
type Row = [
  operator: string,
  actual: Json | typeof lacking,
  value: Json | undefined,
  holds: boolean,
]

const valueRows: Row[] = [
  ['eq', 'paid', 'paid', true],
  ['eq', 'paid', 'Paid', false],
  ['eq', 10000, '10000', true],
  ['eq', '10000.0', 10000, true],
  ['eq', '0x10', 16, false],
  ['eq', '', 0, false],
  ['eq', ' 5', 5, false],
  ['eq', true, 'true', false],
  ['eq', true, 1, false],
  ['eq', true, true, true],
  ['eq', null, null, true],
  ['eq', lacking, null, true],
  ['eq', lacking, 'x', false],
  ['eq', 0, null, false],
  ['eq', '', null, false],
  ['eq', ['a', 'b'], ['a', 'b'], true],
  ['eq', ['a', 'b'], ['b', 'a'], false],
  ['eq', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['eq', { a: 1 }, { a: 1, b: 2 }, false],
  ['eq', [], {}, false],
  ['eq', '2026-11-21', '2026-11-21T00:00:00.000Z', true],
  ['ne', 'paid', 'paid', false],
  ['ne', 'new', 'paid', true],
  ['ne', lacking, 'paid', true],
  ['ne', null, 'paid', true],
  ['ne', lacking, null, false],
  ['ne', 0, null, true],
  ['gt', 10001, 10000, true],
  ['gt', 10000, 10000, false],
  ['gt', '10001', 10000, true],
  ['gt', 10001, '10000', true],
  ['gt', '9', '10', true], // two texts: by code unit
  ['gt', lacking, 0, false],
  ['gt', null, -1, false],
  ['gt', true, 0, false],
  ['gt', [5], 1, false],
  ['gt', 'abc', 1, false],
  ['gt', '2026-11-21T12:00:00+03:00', '2026-11-21T08:59:59Z', true],
  ['gt', '2026-11-21T12:00', '2026-11-21T11:59:59.999Z', true],
  ['gte', 10000, 10000, true],
  ['gte', 9999.99, 10000, false],
  ['gte', lacking, 0, false],
  ['lt', 1, 2, true],
  ['lt', 2, 2, false],
  ['lt', lacking, 2, false],
  ['lt', null, 2, false],
  ['lte', 2, 2, true],
  ['lte', 3, 2, false],
  ['lte', lacking, 2, false],
  ['in', 'b', ['a', 'b'], true],
  ['in', '2', [1, 2], true],
  ['in', 'c', ['a', 'b'], false],
  ['in', lacking, ['a'], false],
  ['in', lacking, [null], true],
  ['in', 'a', [], false],
  ['not_in', 'c', ['a', 'b'], true],
  ['not_in', 'a', ['a', 'b'], false],
  ['not_in', lacking, ['a'], true],
  ['not_in', null, ['a'], true],
  ['contains', 'urgent order', 'urgent', true],
  ['contains', 'urgent order', 'Urgent', false],
  ['contains', ['a', 'b'], 'b', true],
  ['contains', [1, 2], '2', true],
  ['contains', ['ab'], 'a', false],
  ['contains', 12345, 34, false],
  ['contains', { a: 1 }, 'a', false],
  ['contains', lacking, 'a', false],
  ['contains', null, 'a', false],
  ['not_contains', 'order', 'urgent', true],
  ['not_contains', 'urgent', 'urgent', false],
  ['not_contains', lacking, 'a', true],
  ['not_contains', ['a'], 'a', false],
  ['starts_with', '+7 999', '+7', true],
  ['starts_with', 'x+7', '+7', false],
  ['starts_with', 79, '7', false],
  ['starts_with', lacking, '7', false],
  ['ends_with', 'a@mail.ru', '@mail.ru', true],
  ['ends_with', 'a@mail.ru.com', '@mail.ru', false],
  ['ends_with', lacking, 'x', false],
  ['exists', 0, undefined, true],
  ['exists', '', true, true],
  ['exists', false, true, true],
  ['exists', null, true, false],
  ['exists', lacking, true, false],
  ['exists', lacking, false, true],
  ['exists', null, false, true],
  ['exists', 1, false, false],
  ['between', 5, [1, 10], true],
  ['between', 1, [1, 10], true],
  ['between', 10, [1, 10], true],
  ['between', 10.01, [1, 10], false],
  ['between', '5', [1, 10], true],
  ['between', '2026-06-01T00:00:00Z', ['2026-01-01', '2026-12-31'], true],
  ['between', lacking, [1, 10], false],
  ['between', null, [0, 10], false],
  ['matches', 'Order-123', '^Order-\\d+$', true],
  ['matches', 'order-123', '^Order', false],
  ['matches', 'order-123', '(?i)^Order', true],
  ['matches', 'an order', 'order', true],
  ['matches', 5, '5', false],
  ['matches', lacking, '.*', false],
]

function holds(operator: string, actual: Json | typeof lacking, value: Json | undefined): boolean {
  const current: JsonObject = actual === lacking ? {} : { x: actual }
  const filter = parseFilter([
    { field: 'data.current.x', operator, ...(value === undefined ? {} : { value }) },
  ])
  return compileFilter(filter).matches(sampleEvent(current))
}

describe('EV-22: operators on one value', () => {
  test.each(valueRows.map((row) => ({ row, name: row.map(shown).join(' ') })))(
    '$name',
    ({ row }) => {
      const [operator, actual, value, expected] = row
      expect(holds(operator, actual, value)).toBe(expected)
    },
  )
})

type ChangeRow = [
  operator: string,
  before: JsonObject | null,
  after: JsonObject,
  value: Json | undefined,
  holds: boolean,
]
const changeRows: ChangeRow[] = [
  ['changed', { x: 1 }, { x: 2 }, undefined, true],
  ['changed', { x: 1 }, { x: 1 }, undefined, false],
  ['changed', { x: 1 }, { x: 1 }, false, true],
  ['changed', { x: 1 }, { x: 2 }, false, false],
  ['changed', { x: null }, {}, true, false],
  ['changed', { x: { a: [1] } }, { x: { a: [2] } }, undefined, true],
  ['changed', null, { x: 1 }, undefined, true],
  ['changed', null, {}, undefined, false],
  ['changed_to', { x: 'new' }, { x: 'paid' }, 'paid', true],
  ['changed_to', { x: 'paid' }, { x: 'paid' }, 'paid', false],
  ['changed_to', null, { x: 'paid' }, 'paid', true],
  ['changed_to', {}, { x: 'paid' }, 'paid', true],
  ['changed_to', { x: 1 }, {}, null, true],
  ['changed_to', null, {}, null, true],
  ['changed_from', { x: 'new' }, { x: 'paid' }, 'new', true],
  ['changed_from', { x: 'new' }, { x: 'new' }, 'new', false],
  ['changed_from', null, { x: 'paid' }, 'new', false],
  ['changed_from', null, { x: 'paid' }, null, false],
  ['changed_from', {}, { x: 'paid' }, null, true],
  ['increased', { x: 1 }, { x: 2 }, undefined, true],
  ['increased', { x: '1' }, { x: 2 }, true, true],
  ['increased', { x: 2 }, { x: 2 }, undefined, false],
  ['increased', null, { x: 2 }, undefined, false],
  ['increased', {}, { x: 2 }, undefined, false],
  ['increased', { x: 1 }, {}, undefined, false],
  ['decreased', { x: 2 }, { x: 1 }, undefined, true],
  ['decreased', { x: 1 }, { x: 2 }, undefined, false],
  ['decreased', null, { x: 1 }, undefined, false],
  ['decreased', { x: 5 }, { x: null }, undefined, false],
]

describe.each(['x', 'data.current.x'])('EV-22: change operators on %s', (field) => {
  const named = changeRows.map((row) => ({ row, name: row.map(shown).join(' ') }))
  test.each(named)('$name', ({ row }) => {
    const [operator, before, after, value, expected] = row
    const filter = parseFilter([{ field, operator, ...(value === undefined ? {} : { value }) }])
    expect(compileFilter(filter).matches(sampleEvent(after, before))).toBe(expected)
  })
})

test('EV-22: every operator has rows above', () => {
  const seen = new Set([...valueRows, ...changeRows].map(([operator]) => operator))
  expect(operators.filter((name) => !seen.has(name))).toEqual([])
})

function shown(value: unknown): string {
  return value === lacking ? 'absent' : (JSON.stringify(value) ?? 'nothing')
}
