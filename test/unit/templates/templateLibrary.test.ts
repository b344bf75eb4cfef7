import { describe, expect, test } from '@jest/globals'

import { mailLayout } from '../../../collections/events/templates/bundled/mailLayout.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import { renameReferences } from '../../../src/templates/templateLibrary.ts'
import { templateLimits } from '../../../src/templates/templateLimits.ts'

const scope: JsonObject = { data: { name: '<b>Анна</b>' }, meta: { locale: 'ru' } }

async function outcome(
  template: string,
  library: Record<string, string>,
  isHtml = false,
): Promise<string> {
  try {
    const renderer = createTemplateRenderer().withLibrary?.(library)
    return (await renderer?.render(template, scope, { escapeHtml: isHtml })) ?? ''
  } catch (error) {
    if (error instanceof FlowError) return error.message.replace('[flowmasters] ', '')
    throw error
  }
}

const chain = (length: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [`t${index}`, `{% render "t${index + 1}" %}`]).concat([
      [`t${length}`, 'end'],
    ]),
  )

describe('EV-31 templates inside templates', () => {
  test('a part sees the event and what it is given; values are escaped there too', async () => {
    const library = { hello: 'Hi {{ data.name }} {{ sign | default: "" }}' }
    expect(await outcome('{% render "hello", sign: "!" %}', library)).toBe('Hi <b>Анна</b> !')
    expect(await outcome('{% render "hello" %}', library, true)).toBe('Hi &lt;b&gt;Анна&lt;/b&gt; ')
  })

  test('a layout frames the content', async () => {
    const html = await outcome(
      '{% layout "mail" %}{% block content %}<p>{{ data.name }}</p>{% endblock %}',
      { mail: mailLayout },
      true,
    )
    expect(html).toMatch(/<html lang="ru">[\s\S]*<p>&lt;b&gt;Анна&lt;\/b&gt;<\/p>[\s\S]*<\/html>/)
  })

  test.each([
    ['itself', '{% render "a" %}', { a: '{% render "a" %}' }, 'the template "a" is inside itself'],
    [
      'a circle',
      '{% render "a" %}',
      { a: '{%- layout "b" %}', b: "{% render 'a' %}" },
      'the template "a" is inside itself',
    ],
    ['a chain', '{% render "t0" %}', chain(9), `more than ${templateLimits.nesting} templates`],
    ['nothing', '{% render "none" %}', {}, 'there is no template "none"'],
    ['a file', '{% render "../../etc/passwd" %}', {}, 'there is no template'],
    ['a member of every object', '{% render "constructor" %}', {}, 'there is no template'],
    ['a name worked out', '{% render data.name %}', {}, 'write the name after render in quotes'],
    ['include', '{% include "a" %}', { a: 'x' }, 'tag "include" not found'],
    [
      'a crowd',
      '{% render "a" %}',
      {
        a: '{% render "b" %}'.repeat(30),
        b: '{% render "c" %}'.repeat(30),
        c: '{% render "d" %}'.repeat(30),
        d: 'x',
      },
      `more than ${templateLimits.parts} parts`,
    ],
  ])('%s is refused', async (_, template, library, said) => {
    expect(await outcome(template, library)).toContain(`FLOW_TEMPLATE_INVALID: ${said}`)
  })

  test('the limits hold inside a part', async () => {
    const loop = { a: '{% for i in (1..99999999) %}x{% endfor %}' }
    expect(await outcome('{% render "a" %}', loop)).toMatch(/^FLOW_TEMPLATE_FAILED: .*limit/)
    const nested = { a: '{% for i in (1..900) %}{% for j in (1..900) %}x{% endfor %}{% endfor %}' }
    expect(await outcome('{% render "a" %}', nested)).toMatch(/^FLOW_TEMPLATE_FAILED/)
    expect(await outcome('{% render "a" %}', { a: '{{ nothing.here }}' })).toMatch(
      /^FLOW_TEMPLATE_FAILED: undefined variable: nothing/,
    )
  })

  test('without a library no template is named', async () => {
    await expect(createTemplateRenderer().render('{% render "a" %}', scope)).rejects.toThrow(
      'tag "render" not found',
    )
  })

  test('names are replaced where they stand, and nowhere else', () => {
    const template = `{%- layout 'mail' -%}{% render "foot", a: "x" %} "mail" {% render name %}`
    expect(renameReferences(template, (name) => `${name}.html.ru`)).toBe(
      `{%- layout "mail.html.ru" -%}{% render "foot.html.ru", a: "x" %} "mail" {% render name %}`,
    )
  })
})

describe('EV-31 filters', () => {
  test.each([
    ['{{ 19990 | percent_change: 16990, "en" }}', '-15%'],
    ['{{ 100 | percent_change: 150, "en" }}', '+50%'],
    ['{{ 100 | percent_change: 100, "en" }}', '0%'],
    ['{{ "+79161234567" | phone }}', '+7 916 123 45 67'],
    ['{{ "+7 (916) 123-45-67" | phone: "e164" }}', '+79161234567'],
    ['{{ "ask Anna" | phone }}', 'ask Anna'],
    [
      '{{ "https://shop.example/cart?a=1&utm_source=own" | utm: "telegram", "message", "sale 1" }}',
      'https://shop.example/cart?a=1&utm_source=own&utm_medium=message&utm_campaign=sale+1',
    ],
    ['{{ "javascript:alert(1)" | utm: "x" }}', 'FLOW_TEMPLATE_FAILED: utm: this is no web address'],
    ['{{ 0 | percent_change: 5 }}', 'FLOW_TEMPLATE_FAILED: percent_change: needs two numbers'],
    ['{{ "2026-11-21T10:00:00Z" | date: "%H:%M", "Europe/Moscow" }}', '13:00'],
    ['{{ "длинный текст" | truncate: 9 }}', 'длинны...'],
  ])('%s', async (template, expected) => {
    expect(await outcome(template, {})).toContain(expected)
  })
})
