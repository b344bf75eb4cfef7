import { describe, expect, test } from '@jest/globals'

import { mapEvent } from '../../../src/field-mapper/mapEvent.ts'
import { overlayMapping } from '../../../src/field-mapper/overlayMapping.ts'
import { parseMapping } from '../../../src/field-mapper/parseMapping.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'

const event: JsonObject = {
  id: 'evt_1',
  type: 'order.paid',
  timestamp: '2026-11-21T10:00:00.000Z',
  data: {
    current: {
      id: 7,
      email: ' Anna@Example.COM ',
      phone: '8 (916) 123-45-67',
      name: 'Анна',
      empty: '  ',
      nothing: null,
      flag: 'да',
      amount: '1 980,50',
      status: 'paid',
      total: { en: { amount: 203, currency: 'USD' }, ru: { amount: 18970, currency: 'RUB' } },
      items: [
        { sku: 'A', price: { amount: 1 } },
        { sku: null, price: { amount: 2 } },
        { sku: 'C' },
      ],
      tags: ['new', '', 'vip'],
    },
  },
  meta: { locale: 'ru' },
}
const templates = createTemplateRenderer()
const map = (rules: unknown) => mapEvent(parseMapping(rules), event, templates)
const at = (path: string) => ({ path: `data.current.${path}` })

describe('EV-30 rules', () => {
  test('path, template and constant become nested fields', async () => {
    const { problems, value } = await map([
      { to: 'lead.id', from: at('id') },
      { to: 'lead.title', from: { template: 'Заказ {{ data.current.id }}: {{ type }}' } },
      { to: 'lead.pipeline', from: { constant: { id: 3 } } },
      { to: 'lead.tags', from: at('tags.*') },
    ])
    expect(problems).toEqual([])
    expect(value).toEqual({
      lead: { id: 7, title: 'Заказ 7: order.paid', pipeline: { id: 3 }, tags: ['new', 'vip'] },
    })
  })
  test('a list becomes a list of objects, and a gap moves nothing up', async () => {
    const { value } = await map([
      { to: 'items.*.id', from: at('items.*.sku') },
      { to: 'items.*.cost', from: at('items.*.price.amount'), default: 0 },
    ])
    expect(value).toEqual({
      items: [{ id: 'A', cost: 1 }, { cost: 2 }, { id: 'C', cost: 0 }],
    })
  })
  test('$locale reads the language of the event, or the first there is', async () => {
    const rules = parseMapping([
      { to: 'value', from: at('total.$locale.amount') },
      { to: 'name', from: at('name.$locale') },
    ])
    const german = { ...event, meta: { locale: 'de' } }
    expect((await mapEvent(rules, event, templates)).value).toEqual({ value: 18970, name: 'Анна' })
    expect((await mapEvent(rules, german, templates)).value).toEqual({ value: 203, name: 'Анна' })
  })
  test('a value map knows its values, and what it does not know is missing', async () => {
    const rule = { to: 'stage', from: at('status'), map: { paid: 142 } }
    expect((await map([rule])).value).toEqual({ stage: 142 })
    const other = { ...rule, map: { new: 1 } }
    expect((await map([other])).value).toEqual({})
    expect((await map([{ ...other, default: 9 }])).value).toEqual({ stage: 9 })
    expect((await map([{ ...rule, map: {}, from: { constant: 'toString' } }])).value).toEqual({})
  })
  test.each([
    ['trim', at('email'), 'Anna@Example.COM'],
    ['email', at('email'), 'anna@example.com'],
    ['upper', at('name'), 'АННА'],
    ['lower', at('name'), 'анна'],
    ['text', at('id'), '7'],
    ['e164', at('phone'), '+79161234567'],
    [{ name: 'e164', country: 'us' }, { constant: '(213) 373-4253' }, '+12133734253'],
    ['number', at('amount'), 1980.5],
    [{ name: 'number', decimals: 0 }, at('amount'), 1981],
    ['boolean', at('flag'), true],
    ['date', { path: 'timestamp' }, '2026-11-21T10:00:00.000Z'],
    [{ name: 'date', format: 'unix' }, { path: 'timestamp' }, 1795255200],
    [{ name: 'date', format: 'unixMicros' }, { path: 'timestamp' }, 1795255200000000],
    [
      { name: 'date', format: 'dd.MM.yyyy HH:mm', zone: 'Asia/Almaty' },
      { path: 'timestamp' },
      '21.11.2026 15:00',
    ],
    [
      'sha256',
      { constant: 'test@example.com' },
      '973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b',
    ],
  ])('transform %j', async (step, from, expected) => {
    expect((await map([{ to: 'x', from, transform: [step] }])).value).toEqual({ x: expected })
  })
  test('steps work in order', async () => {
    const rule = { to: 'em', from: at('email'), transform: ['email', 'sha256'] }
    expect((await map([rule])).value['em']).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('EV-30 what cannot be mapped', () => {
  test.each([
    ['absent', at('unheard'), undefined],
    ['null', at('nothing'), undefined],
    ['an empty text', at('empty'), undefined],
    ['unfit', at('name'), ['e164']],
    ['a group where a value is meant', at('total'), ['text']],
    ['a template without its value', { template: '{{ data.current.unheard }}' }, undefined],
  ])('%s: left out, the default, or an end of it', async (_, from, transform) => {
    const rule = { to: 'x', from, ...(transform === undefined ? {} : { transform }) }
    expect((await map([rule])).value).toEqual({})
    expect((await map([{ ...rule, default: 'd' }])).value).toEqual({ x: 'd' })
    const { problems } = await map([{ ...rule, required: true }])
    expect(problems).toMatchObject([{ to: 'x', isFatal: true }])
  })
  test('problems say which field and why', async () => {
    const { problems } = await map([
      { to: 'a', from: at('unheard') },
      { to: 'b', from: at('name'), transform: ['trim', 'number'] },
      { to: 'c', from: { template: '{{ unheard }}' } },
      { to: 'd', from: at('unheard'), required: true },
    ])
    expect(problems).toEqual([
      { to: 'b', why: 'unfit', detail: 'number', isFatal: false },
      { to: 'c', why: 'template', detail: expect.stringContaining('unheard'), isFatal: false },
      { to: 'd', why: 'missing', isFatal: true },
    ])
  })
})

describe('EV-30 a mapping that is stored', () => {
  const from = at('id')
  test.each([
    [{}, 0, 'expected array'],
    [[{ to: 'a' }], 1, 'from'],
    [[{ to: 'a', from, extra: 1 }], 1, 'extra'],
    [[{ to: 'a', from: { path: 'current.id' } }], 1, 'data.current.current.id'],
    [[{ to: 'a', from: { path: 'data.__proto__.x' } }], 1, '__proto__'],
    [[{ to: '__proto__.x', from }], 1, 'names'],
    [[{ to: 'a..b', from }], 1, 'names'],
    [[{ to: '*.b', from: at('items.*.sku') }], 1, 'one "*"'],
    [[{ to: 'a.*.b.*', from: at('items.*.sku') }], 1, 'one "*"'],
    [[{ to: 'a.*.b', from }], 1, 'needs a path'],
    [[{ to: 'a', from, transform: ['shout'] }], 1, 'transform'],
    [[{ to: 'a', from, transform: [{ name: 'date', zone: 'Mars/Base' }] }], 1, 'Mars/Base'],
    [
      [
        { to: 'a', from },
        { to: 'a', from },
      ],
      2,
      'rule 1',
    ],
    [
      [
        { to: 'a.b', from },
        { to: 'c', from },
        { to: 'a', from },
      ],
      3,
      'rule 1',
    ],
    [
      [
        { to: 'a.b', from },
        { to: 'a.*.b', from: at('items.*.sku') },
      ],
      2,
      'rule 1',
    ],
  ])('%j is refused at rule %i', (rules, rule, words) => {
    try {
      parseMapping(rules)
      throw new Error('not refused')
    } catch (error) {
      const { code, details } = error as { code: string; details: Record<string, unknown> }
      expect({ code, rule: details['rule'] }).toEqual({ code: 'FLOW_MAPPING_INVALID', rule })
      expect(details['expected']).toContain(words)
    }
  })
  test('nothing is a mapping without rules', () => {
    expect(parseMapping(null)).toEqual([])
    expect(parseMapping(undefined)).toEqual([])
  })
  test('own rules replace ready ones for the same field, and for what it is part of', () => {
    const rule = (to: string) => ({ to, from: { constant: 1 } })
    const own = [rule('user.name'), rule('x')]
    const merged = overlayMapping([rule('user'), rule('x.y'), rule('z')], own)
    expect(merged.map(({ to }) => to)).toEqual(['z', 'user.name', 'x'])
  })
})
