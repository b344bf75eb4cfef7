import { describe, expect, test } from '@jest/globals'

import { emissionsOf } from '../../../hooks/capture/emitter.ts'
import type { Change } from '../../../hooks/rules/change.ts'
import { each } from '../../../hooks/rules/each.ts'
import { both, carrying, on } from '../../../hooks/rules/on.ts'
import type { RuleTable } from '../../../hooks/rules/rule.ts'
import { cartLineChanges } from '../../../hooks/tables/cartLineChanges.ts'
import { cartRules } from '../../../hooks/tables/cartRules.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'

const changeOf = (
  previous: JsonObject | null,
  current: JsonObject,
  more: Partial<Change> = {},
): Change => ({
  operation: previous ? 'update' : 'create',
  current: { id: 1, ...current },
  previous: previous && { id: 1, ...previous },
  changed: [],
  hasDrafts: false,
  isVisible: true,
  wasVisible: previous !== null,
  isFirstAppearance: previous === null,
  ...more,
})

const tell = (rules: RuleTable, change: Change): [string, unknown][] =>
  emissionsOf(Object.entries(rules), change, {}).map(({ data, type }) => [type, data['number']])

const numbers = ({ current }: Change): number[] => current['numbers'] as number[]
const numbered = (number: number): JsonObject => ({ number })
const even = each(numbers, { when: (number) => number % 2 === 0, carrying: numbered })
const odd = each(numbers, { when: (number) => number % 2 === 1, carrying: numbered })

describe('each', () => {
  test('tells of rules over one list entry by entry, at the place of the first of them', () => {
    const rules = {
      'a.first': on.created(),
      'a.even': even,
      'a.between': on.created(),
      'a.odd': odd,
    }
    expect(tell(rules, changeOf(null, { numbers: [1, 2, 4, 3] }))).toEqual([
      ['a.first', undefined],
      ['a.odd', 1],
      ['a.even', 2],
      ['a.even', 4],
      ['a.odd', 3],
      ['a.between', undefined],
    ])
  })

  test('tells of rules over different lists one after the other', () => {
    const other = each(({ current }) => current['numbers'] as number[], { carrying: numbered })
    const rules = { 'a.even': even, 'a.other': other }
    expect(tell(rules, changeOf(null, { numbers: [1, 2] }))).toEqual([
      ['a.even', 2],
      ['a.other', 1],
      ['a.other', 2],
    ])
  })

  test('says nothing of an empty list, of entries that mean nothing, and of drafts', () => {
    expect(tell({ 'a.even': even }, changeOf(null, { numbers: [] }))).toEqual([])
    expect(tell({ 'a.even': even }, changeOf(null, { numbers: [1, 3] }))).toEqual([])
    const draft = changeOf(null, { numbers: [2] }, { isVisible: false })
    expect(tell({ 'a.even': even }, draft)).toEqual([])
  })

  test('goes with carrying and both', () => {
    const loud = carrying(even, () => ({ number: 0, loud: true }))
    const [emission] = emissionsOf([['a.loud', loud]], changeOf(null, { numbers: [2] }), {})
    expect(emission?.data).toMatchObject({ number: 2, loud: true })
    const never = both(even, () => false)
    expect(tell({ 'a.even': never }, changeOf(null, { numbers: [2] }))).toEqual([])
  })
})

describe('the lines of a cart', () => {
  const line = (product: number, quantity: number, more: JsonObject = {}): JsonObject => ({
    id: `row-${product}-${quantity}`,
    product,
    quantity,
    ...more,
  })
  const changes = (before: JsonObject[], after: JsonObject[]): unknown[] =>
    cartLineChanges(changeOf({ items: before }, { items: after })).map(
      ({ item, quantityAfter, quantityBefore }) => [item['product'], quantityBefore, quantityAfter],
    )

  test.each<[string, JsonObject[], JsonObject[], unknown[]]>([
    ['new', [], [line(1, 2)], [[1, 0, 2]]],
    ['gone', [line(1, 2)], [], [[1, 2, 0]]],
    ['more', [line(1, 2)], [line(1, 5)], [[1, 2, 5]]],
    ['the same in other rows', [line(1, 2)], [{ ...line(1, 2), id: 'other' }], []],
    ['in another order', [line(1, 1), line(2, 1)], [line(2, 1), line(1, 1)], []],
    ['split over two rows', [line(1, 3)], [line(1, 1), line(1, 2)], []],
    [
      'another variant',
      [line(1, 1)],
      [line(1, 1, { variant: 'red' })],
      [
        [1, 1, 0],
        [1, 0, 1],
      ],
    ],
    ['another price only', [line(1, 1)], [line(1, 1, { price: { amount: 5 } })], []],
    [
      'old lines first, then new ones',
      [line(1, 1), line(2, 1)],
      [line(3, 1), line(2, 4)],
      [
        [1, 1, 0],
        [2, 1, 4],
        [3, 0, 1],
      ],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected)
  })

  test('rubbish in place of lines is no line', () => {
    expect(cartLineChanges(changeOf(null, { items: 'x' }))).toEqual([])
    expect(cartLineChanges(changeOf(null, { items: [null, 1, 'x'] }))).toEqual([])
  })

  test('a cart that is created with lines tells of the cart first', () => {
    const change = changeOf(null, { items: [line(1, 1), line(2, 1)], status: 'active' })
    expect(tell(cartRules, change).map(([type]) => type)).toEqual([
      'cart.created',
      'cart.item_added',
      'cart.item_added',
    ])
  })
})
