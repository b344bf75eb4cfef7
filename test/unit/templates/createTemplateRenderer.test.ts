import { describe, expect, test } from '@jest/globals'

import type { FlowEvent } from '../../../src/event-catalogue/flowEvent.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'
import { createLruCache } from '../../../src/templates/createLruCache.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import { templateScope } from '../../../src/templates/templateScope.ts'

const { render, check } = createTemplateRenderer()

const event: FlowEvent = {
  id: 'evt_1',
  type: 'order.paid',
  version: 1,
  timestamp: '2026-11-21T10:00:00.000Z',
  data: {
    current: {
      name: '<b>Анна & Co</b>',
      empty: null,
      total: { ru: { amount: 20000.5, currency: 'RUB' } },
      items: [{ sku: 'A' }, { sku: 'B' }],
      long: 'y'.repeat(60_000),
    },
    previous: null,
    changed: ['status'],
  },
  meta: {
    source: 'collection_operation',
    collection: 'orders',
    operation: 'update',
    documentId: '7',
    userId: null,
    userEmail: null,
    locale: 'ru',
    causationId: null,
    hop: 0,
    sequence: 1,
  },
}
const scope = templateScope(event)

async function refusal(template: string, values: JsonObject = scope): Promise<string> {
  try {
    return `rendered ${(await render(template, values)).slice(0, 50)}`
  } catch (error) {
    return error instanceof FlowError ? `${error.code} ${error.message}` : String(error)
  }
}

describe('rendering', () => {
  test.each([
    ['{{ type }} {{ id }} {{ version }}', 'order.paid evt_1 1'],
    ['{{ event.type }} {{ event.data.current.items[1].sku }}', 'order.paid B'],
    ['{{ data.current.items | map: "sku" | join: ", " }}', 'A, B'],
    ['{{ data.current.items.size }}', '2'],
    ['{{ data.current.empty }}|', '|'],
    ['{{ data.current.nope | default: "friend" }}', 'friend'],
    ['{{ data.nope.deeper.still | default: "friend" }}', 'friend'],
    ['{% if data.current.nope %}a{% else %}b{% endif %}', 'b'],
    ['{{ timestamp | date: "%d.%m.%Y %H:%M" }}', '21.11.2026 10:00'],
    ['{{ timestamp | date: "%H:%M", "Europe/Moscow" }}', '13:00'],
    ['{{ data.current.name }}', '<b>Анна & Co</b>'],
    ['{{ data.current.total.ru.amount | money: "RUB" }}', '20 000,50 ₽'],
    ['{{ data.current.total.ru.amount | money: "USD", "en-US" }}', '$20,000.50'],
    ['{{ "15" | money: data.current.total.ru.currency, "en" }}', 'RUB 15.00'],
    ['no variables', 'no variables'],
    ['', ''],
  ])('%s', async (template, expected) => {
    // Intl writes no-break spaces.
    expect((await render(template, scope)).replaceAll(/\s/g, ' ')).toBe(expected)
  })
  test('HTML is escaped only when asked for, the template itself never', async () => {
    const template = '<p>{{ data.current.name }} {{ "<i>" | raw }}</p>'
    expect(await render(template, scope, { escapeHtml: true })).toBe(
      '<p>&lt;b&gt;Анна &amp; Co&lt;/b&gt; <i></p>',
    )
    expect(await render(template.replace(' | raw', ''), scope)).toBe('<p><b>Анна & Co</b> <i></p>')
  })
  test('values in another markup: the text of the template is left alone, `raw` is too', async () => {
    const escapeValue = (value: string): string => value.replaceAll(/[&<>]/g, '?')
    const template =
      '<{{ data.current.name }}> {{ data.current.name | raw }} {{ data.current.total.ru.amount }} [{{ data.current.empty }}] {{ data.changed }} {% if data.current.name contains "<b>" %}&{% endif %}'
    const scope = templateScope(event)
    expect(await render(template, scope, { escapeValue, escapeHtml: true })).toBe(
      '<?b?Анна ? Co?/b?> <b>Анна & Co</b> 20000.5 [] status &',
    )
    expect(await render('{{ data.current.name }}', scope)).toBe('<b>Анна & Co</b>')
  })
})

describe('strictness', () => {
  test.each([
    ['{{ data.current.nope }}', 'FLOW_TEMPLATE_FAILED', 'data.current.nope'],
    ['{% for x in data.current.nope %}a{% endfor %}', 'FLOW_TEMPLATE_FAILED', 'data.current.nope'],
    ['line one\n{{ nope }}', 'FLOW_TEMPLATE_FAILED', 'nope, line:2'],
    ['{{ data.current.name | money: "RUB" }}', 'FLOW_TEMPLATE_FAILED', 'money'],
    ['{{ 5 | money: "NO" }}', 'FLOW_TEMPLATE_FAILED', 'currency'],
    ['{{ "a" | nofilter }}', 'FLOW_TEMPLATE_INVALID', 'nofilter'],
    ['{{ a', 'FLOW_TEMPLATE_INVALID', 'not closed'],
    ['{% if a %}', 'FLOW_TEMPLATE_INVALID', 'not closed'],
    ['{% nosuchtag %}', 'FLOW_TEMPLATE_INVALID', 'nosuchtag'],
  ])('%j is %s', async (template, code, detail) => {
    const message = await refusal(template)
    expect(message).toContain(code)
    expect(message).toContain(detail)
  })
  test('check finds syntax errors without an event', () => {
    expect(() => check('{{ a')).toThrow('FLOW_TEMPLATE_INVALID')
    expect(() => check('{{ a | nofilter }}')).toThrow('FLOW_TEMPLATE_INVALID')
    expect(() => check('{{ anything.at.all }}')).not.toThrow()
  })
})

describe('d8: the sandbox', () => {
  test.each([
    '{{ data.constructor }}',
    '{{ data.__proto__ }}',
    '{{ data.current.name.constructor.constructor }}',
    '{{ data.current.items.constructor }}',
    '{{ data["constructor"]["prototype"] }}',
    '{{ "x" | constructor }}',
    '{{ "x" | __proto__ }}',
    '{{ data.toString }}',
    '{{ process.env }}',
    '{{ globalThis }}',
    '{% include "package.json" %}',
    '{% render "package.json" %}',
    '{% layout "package.json" %}',
  ])('%s', async (template) => {
    expect(await refusal(template)).toMatch(/^FLOW_TEMPLATE_/)
  })
  test('inherited members of the scope are not seen', async () => {
    const values = Object.create({ secret: 'x' }) as JsonObject
    expect(await refusal('{{ secret }}', values)).toContain('FLOW_TEMPLATE_FAILED')
  })
  test.each([
    ['a long template', 'x'.repeat(64 * 1024 + 1), 'FLOW_TEMPLATE_INVALID'],
    ['an endless range', '{% for i in (1..100000000) %}x{% endfor %}', 'FLOW_TEMPLATE_FAILED'],
    [
      'a huge result',
      '{% for i in (1..100) %}{{ data.current.long }}{% endfor %}',
      'FLOW_TEMPLATE_FAILED',
    ],
    [
      'doubling',
      '{% assign a = "x" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
      'FLOW_TEMPLATE_FAILED',
    ],
    ['padding', '{{ timestamp | date: "%999999999d" }}', 'FLOW_TEMPLATE_FAILED'],
  ])('%s is refused', async (_name, template, code) => {
    expect(await refusal(template)).toContain(code)
  })
})

test('the cache keeps what was used last and forgets a failure', () => {
  const cache = createLruCache<string>(2)
  const made: string[] = []
  const get = (key: string) =>
    cache.getOrCreate(key, () => {
      made.push(key)
      return key
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  expect(cache.size()).toBe(2)
  const fail = () => {
    throw new Error('no')
  }
  expect(() => cache.getOrCreate('x', fail)).toThrow('no')
  expect(get('x')).toBe('x')
})
