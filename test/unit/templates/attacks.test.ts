import { describe, expect, test } from '@jest/globals'

import type { JsonObject } from '../../../src/kernel/json.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import { templateLimits } from '../../../src/templates/templateLimits.ts'

const { render } = createTemplateRenderer()
const CANARY = 'canary-of-this-process'
process.env['FLOWMASTERS_TEST_CANARY'] = CANARY

const long = 'a'.repeat(200_000)
const scope: JsonObject = {
  data: {
    current: { name: 'Anna', long, items: [1, 2, 3], html: '<img src=x onerror=alert(1)>' },
  },
  __proto__: { inherited: CANARY },
}

/** What comes of an attack: its refusal, or a result. */
const outcome = (template: string, values = scope, escapeHtml = false): Promise<string> =>
  render(template, values, { escapeHtml }).catch((error: unknown) =>
    error instanceof Error ? `${Reflect.get(error, 'code')}` : String(error),
  )
const refused = /^FLOW_TEMPLATE_(INVALID|FAILED)$/

describe('d8: out of the sandbox', () => {
  test.each([
    '{{ data.constructor }}',
    '{{ data.constructor.constructor }}',
    '{{ data.__proto__ }}',
    '{{ data["__proto__"]["inherited"] }}',
    '{{ data["constr" | append: "uctor"] }}',
    '{{ data.prototype }}',
    '{{ data.__defineGetter__ }}',
    '{{ data.__lookupGetter__ }}',
    '{{ data.hasOwnProperty }}',
    '{{ data.valueOf }}',
    '{{ data.toString }}',
    '{{ data.current.name.length.constructor }}',
    '{{ data.current.name.at }}',
    '{{ data.current.items.map }}',
    '{{ data.current.items.filter }}',
    '{{ inherited }}',
    '{{ process }}',
    '{{ process.env.FLOWMASTERS_TEST_CANARY }}',
    '{{ globalThis.process }}',
    '{{ global }}',
    '{{ require }}',
    '{{ this }}',
    '{{ self }}',
    '{{ arguments }}',
    '{{ import }}',
    '{{ "process" | constructor }}',
    '{{ "x" | toString }}',
    '{{ "x" | __proto__ }}',
    '{{ "x" | hasOwnProperty }}',
    '{% include "/etc/passwd" %}',
    '{% render "/etc/passwd" %}',
    '{% layout "/etc/passwd" %}',
    '{% render "../package.json" %}',
    '{% import "fs" %}',
    '{% script %}process.exit(1){% endscript %}',
    '{% javascript %}process.exit(1){% endjavascript %}',
    '{% for x in data.constructor %}x{% endfor %}',
    '{% case data.constructor %}{% when 1 %}a{% endcase %}{{ data.constructor.name }}',
    '{% tablerow x in data.__proto__ %}x{% endtablerow %}',
  ])('%s is refused', async (template) => {
    expect(await outcome(template)).toMatch(refused)
  })

  test.each([
    '{{ data.current.items | map: "constructor" | json }}',
    '{{ data.current.items | where: "constructor" | json }}',
    '{{ data.current.items | group_by: "__proto__" | json }}',
    '{{ data.current.items | sort: "__proto__" | json }}',
    '{{ data.current.items | sum: "constructor" }}',
    '{{ data.current.items | find: "__proto__", "x" }}',
    '{{ data.current.items | uniq: "constructor" | json }}',
    '{% assign f = data.constructor %}{{ f }}',
    '{% assign __proto__ = "polluted" %}{{ __proto__ }}',
    '{% assign constructor = "mine" %}{{ constructor }}',
    '{% capture toString %}mine{% endcapture %}{{ toString }}',
    '{% increment __proto__ %}',
    '{% raw %}{{ process.env }}{% endraw %}',
    '{{ "{{ process.env.FLOWMASTERS_TEST_CANARY }}" }}',
  ])('%s shows nothing of the process and changes nothing in it', async (template) => {
    const result = await outcome(template)
    expect(result).not.toContain(CANARY)
    expect(result).not.toMatch(/native code|\[Function|function /)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(`${{}}`).toBe('[object Object]')
  })
})

describe('d8: more than a worker can bear', () => {
  const nested = (depth: number): string =>
    `${'{% if true %}'.repeat(depth)}x${'{% endif %}'.repeat(depth)}`
  test.each([
    ['a range without end', '{% for i in (1..2000000000) %}x{% endfor %}'],
    ['loops in loops', `${'{% for i in (1..900) %}'.repeat(4)}x${'{% endfor %}'.repeat(4)}`],
    ['a table without end', '{% tablerow i in (1..90000000) cols:2 %}x{% endtablerow %}'],
    [
      'doubling by append',
      `{% assign a = "aaaa" %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`,
    ],
    [
      'doubling by capture',
      `{% assign a = "aaaa" %}${'{% capture a %}{{ a }}{{ a }}{% endcapture %}'.repeat(40)}{{ a }}`,
    ],
    ['doubling by replace', '{{ data.current.long | replace: "a", data.current.long }}'],
    [
      'doubling of lists',
      `{% assign l = data.current.items %}${'{% assign l = l | concat: l %}'.repeat(40)}{{ l | size }}`,
    ],
    ['joining with much', '{{ data.current.long | split: "" | join: data.current.long }}'],
    ['a padded date', '{{ "2026-11-21" | date: "%999999999d" }}'],
    ['a result too long', '{{ data.current.long }}{{ data.current.long }}'],
    ['a template too long', `${' '.repeat(templateLimits.templateLength)}{{ a }}`],
    [
      'a text cut with a giant ending',
      '{{ data.current.long | truncate: 199999, data.current.long | append: data.current.long }}{{ data.current.long }}',
    ],
  ])('%s is refused', async (_what, template) => {
    expect(await outcome(template)).toMatch(refused)
  })

  test.each([
    ['deep nesting', nested(2_000)],
    ['deep indentation', '{{ data.current.items | json: 999999999 }}'],
    ['HTML without an end', '{{ "<script" | append: data.current.long | strip_html | size }}'],
    ['one word per letter', '{{ data.current.long | split: "" | size }}'],
    ['a picture of everything', '{{ data | json | size }}'],
  ])('%s ends, within the bounds', async (_what, template) => {
    const result = await outcome(template)
    expect(result.length).toBeLessThanOrEqual(templateLimits.outputLength)
  })
})

describe('d8: what a customer writes stays text', () => {
  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '<!-- --><svg/onload=alert(1)>',
    '</title><script>alert(1)</script>',
  ])('%s in an HTML message', async (name) => {
    const html = await outcome(
      '<p title="{{ data.name }}">{{ data.name }}</p>',
      { data: { name } },
      true,
    )
    expect(html.replace(/^<p title="|<\/p>$|">(?=[^>]*<\/p>)/g, '')).not.toMatch(/[<"']/)
  })

  test.each([
    '{{ process.env }}',
    '{% for i in (1..9999999) %}x{% endfor %}',
    '{{ 7 | times: 7 }}',
  ])('%s in a value is not run', async (name) => {
    expect(await outcome('{{ data.name }}', { data: { name } })).toBe(name)
  })
})
