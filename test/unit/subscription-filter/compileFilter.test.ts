import { describe, expect, test } from '@jest/globals'

import type { JsonObject } from '../../../src/kernel/json.ts'
import { compileFilter } from '../../../src/subscription-filter/compileFilter.ts'
import { parseFilter } from '../../../src/subscription-filter/parseFilter.ts'
import { sampleEvent } from './sampleEvent.ts'

const bigOrders = [{ field: 'data.current.total.ru.amount', operator: 'gt', value: 10000 }]
const order = (amount: unknown) => sampleEvent({ total: { ru: { amount } } } as JsonObject)
const passes = (input: unknown, event = sampleEvent()) =>
  compileFilter(parseFilter(input)).matches(event)

describe('EV-21: the sample filter', () => {
  test.each([
    [20_000, true],
    [10_001, true],
    [10_000, false],
    [500, false],
    ['20000', true],
    [null, false],
  ])('amount %p: %p', (amount, expected) => {
    expect(passes(bigOrders, order(amount))).toBe(expected)
  })
  test('a missing path is absent, not an error', () => {
    expect(passes(bigOrders, sampleEvent({ total: 5 }))).toBe(false)
    expect(passes(bigOrders, sampleEvent())).toBe(false)
  })
  test('nothing and an empty list let everything through', () => {
    for (const input of [undefined, null, [], { all: [] }]) expect(passes(input)).toBe(true)
  })
})

describe('paths', () => {
  const items = sampleEvent({
    items: [
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 5 },
    ],
    total: { ru: { amount: 7 }, en: { amount: 9 } },
  })
  test.each([
    ['type', 'eq', 'order.paid', true],
    ['meta.locale', 'eq', 'ru', true],
    ['data.changed', 'contains', 'status', true],
    ['data.current.items.1.sku', 'eq', 'B', true],
    ['data.current.items.01.sku', 'eq', 'B', false],
    ['data.current.items.2.sku', 'exists', false, true],
    ['data.current.items.-1.sku', 'exists', true, false],
    ['data.current.items.length', 'exists', true, false],
    ['data.current.items.*.sku', 'eq', 'B', true],
    ['data.current.items.*.sku', 'eq', 'C', false],
    ['data.current.items.*.sku', 'ne', 'B', false],
    ['data.current.items.*.sku', 'ne', 'C', true],
    ['data.current.items.*.sku', 'not_in', ['A'], false],
    ['data.current.items.*.colour', 'exists', false, true],
    ['data.current.items.*.sku', 'exists', false, false],
    ['data.current.items.*.quantity', 'gt', 4, true],
    ['data.current.total.*.amount', 'gt', 8, true],
    ['data.current.nothing.*.sku', 'eq', 'A', false],
    ['data.current.nothing.*.sku', 'ne', 'A', true],
  ])('%s %s %p: %p', (field, operator, value, expected) => {
    expect(passes([{ field, operator, value }], items)).toBe(expected)
  })
  test('change operators take wildcards', () => {
    const event = sampleEvent({ items: [{ sku: 'A' }, { sku: 'B' }] }, { items: [{ sku: 'A' }] })
    expect(passes([{ field: 'items.*.sku', operator: 'changed' }], event)).toBe(true)
    expect(passes([{ field: 'items.*.sku', operator: 'changed_to', value: 'B' }], event)).toBe(true)
    expect(passes([{ field: 'items.*.sku', operator: 'changed_to', value: 'A' }], event)).toBe(
      false,
    )
  })
  test('inherited members are not there', () => {
    const event = sampleEvent(Object.create({ secret: 1 }) as JsonObject)
    expect(passes([{ field: 'data.current.secret', operator: 'exists' }], event)).toBe(false)
    expect(passes([{ field: 'data.current.toString', operator: 'exists' }], event)).toBe(false)
  })
})

describe('groups', () => {
  const paid = { field: 'type', operator: 'eq', value: 'order.paid' }
  const russian = { field: 'meta.locale', operator: 'eq', value: 'ru' }
  const english = { field: 'meta.locale', operator: 'eq', value: 'en' }
  test.each([
    [{ all: [paid, russian] }, true],
    [{ all: [paid, english] }, false],
    [{ any: [english, russian] }, true],
    [{ any: [english] }, false],
    [{ not: english }, true],
    [{ not: [paid, russian] }, false],
    [[paid, { any: [english, { not: { all: [english] } }] }], true],
    [paid, true],
  ])('%j: %p', (input, expected) => {
    expect(passes(input)).toBe(expected)
  })
})

describe('EV-25: explain', () => {
  const explain = (input: unknown, event = sampleEvent()) =>
    compileFilter(parseFilter(input)).explain(event)

  test('names every condition that stands in the way, with what was found', () => {
    const amount = bigOrders[0]
    const locale = { field: 'meta.locale', operator: 'eq', value: 'en' }
    const absent = { field: 'data.current.nope', operator: 'gt', value: 1 }
    const type = { field: 'type', operator: 'eq', value: 'order.paid' }
    expect(explain([amount, locale, type, absent], order(500))).toEqual({
      isMatch: false,
      failed: [{ ...amount, actual: 500 }, { ...locale, actual: 'ru' }, absent],
    })
  })
  test('a match has nothing in the way', () => {
    expect(explain(bigOrders, order(20_000))).toEqual({ isMatch: true, failed: [] })
  })
  test('a condition that holds under "not" is marked', () => {
    const locale = { field: 'meta.locale', operator: 'eq', value: 'ru' }
    expect(explain({ not: { any: [locale, bigOrders[0]] } }, order(5)).failed).toEqual([
      { ...locale, actual: 'ru', isNegated: true },
    ])
  })
  test('change operators show both sides', () => {
    const condition = { field: 'status', operator: 'changed_to', value: 'paid' }
    const event = sampleEvent({ status: 'cancelled' }, { status: 'new' })
    expect(explain([condition], event).failed).toEqual([
      { ...condition, actual: 'cancelled', previous: 'new' },
    ])
  })
  test('long values are cut', () => {
    const condition = { field: 'data.current.text', operator: 'eq', value: 'x' }
    const [failed] = explain([condition], sampleEvent({ text: 'y'.repeat(9_999) })).failed
    expect(String(failed?.actual).length).toBe(201)
  })
})

describe('d8: linear-time expressions', () => {
  const evil = [
    '(a+)+$',
    '([a-zA-Z]+)*$',
    '(a|aa)+$',
    '(a|a?)+$',
    '(.*a){12}$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(\\w+\\s?)*$',
    '(x+x+)+y',
    '^(a?){25}a{25}$',
    '((a*)*)*b',
  ]
  // A backtracking engine needs longer than the age of the universe here, so finishing at all is the proof.
  test.each(evil)('%s', (value) => {
    const filter = compileFilter(
      parseFilter([{ field: 'data.current.x', operator: 'matches', value }]),
    )
    const verdict = filter.matches(sampleEvent({ x: `${'a'.repeat(50_000)}!` }))
    expect(typeof verdict).toBe('boolean')
  })
  test('only the first 10,000 characters are searched', () => {
    const value = 'needle'
    const filter = [{ field: 'data.current.x', operator: 'matches', value }]
    expect(passes(filter, sampleEvent({ x: `${'a'.repeat(9_000)}needle` }))).toBe(true)
    expect(passes(filter, sampleEvent({ x: `${'a'.repeat(10_000)}needle` }))).toBe(false)
  })
})
