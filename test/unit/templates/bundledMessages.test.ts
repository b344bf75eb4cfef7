import { describe, expect, test } from '@jest/globals'

import { bundledMessages } from '../../../collections/events/templates/bundled/bundledMessages.ts'
import { htmlOfText } from '../../../collections/events/templates/bundled/htmlOfText.ts'
import { mailLayout } from '../../../collections/events/templates/bundled/mailLayout.ts'
import { bundledCatalogue } from '../../../src/event-catalogue/bundledCatalogue.ts'
import { sampleEnvelope } from '../../../src/event-catalogue/sampleEnvelope.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import {
  libraryOf,
  type MessageTemplate,
  partTemplate,
} from '../../../src/templates/messageTemplate.ts'
import { missingVariables } from '../../../src/templates/missingVariables.ts'
import { templateScope } from '../../../src/templates/templateScope.ts'

const mail: MessageTemplate = {
  id: '0',
  key: 'mail',
  parts: { html: { ru: mailLayout, en: mailLayout } },
}
const stored = bundledMessages.map(({ key, subject, text }): MessageTemplate => {
  const html = {
    ru: htmlOfText(subject.ru, text.ru),
    en: htmlOfText(subject.en, text.en),
  }
  return { id: key, key, parts: { subject, text, html } }
})
const library = libraryOf([mail, ...stored])
const renderer = createTemplateRenderer().withLibrary?.(library)

async function rendered(key: string, type: string, locale: string) {
  const template = stored.find((one) => one.key === key)
  const event = sampleEnvelope(bundledCatalogue.all().find((one) => one.type === type) ?? none())
  const scope = templateScope({ ...event, meta: { ...event.meta, locale } })
  const part = (name: 'subject' | 'text' | 'html') =>
    renderer?.render((template && partTemplate(template, name)) ?? '', scope, {
      escapeHtml: name === 'html',
    })
  return { subject: await part('subject'), text: await part('text'), html: await part('html') }
}

function none(): never {
  throw new Error('there is no such event')
}

describe('EV-31 the fourteen messages', () => {
  test('are fourteen, each for an event of the catalogue', () => {
    const types = bundledMessages.map(({ event }) => event)
    expect(types).toHaveLength(14)
    expect(new Set(bundledMessages.map(({ key }) => key)).size).toBe(14)
    expect(types.filter((type) => !bundledCatalogue.has(type))).toEqual([])
  })

  test.each(
    bundledMessages.flatMap(({ event, key }) => [
      [key, event, 'ru'] as const,
      [key, event, 'en'] as const,
    ]),
  )('%s for %s in %s', async (key, type, locale) => {
    const { html, subject, text } = await rendered(key, type, locale)
    expect({ subject, text }).toMatchSnapshot()
    const letters = locale === 'ru' ? /[а-яё]/i : /[a-z]/i
    expect([subject, text].every((one) => letters.test(one ?? ''))).toBe(true)
    expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${locale}">`))
    expect(html).toContain('max-width:600px')
  })

  test('read nothing that the event does not have, but for what a default follows', () => {
    const odd = bundledMessages.flatMap(({ event, key, subject, text }) => {
      const definition = bundledCatalogue.all().find(({ type }) => type === event) ?? none()
      const scope = templateScope(sampleEnvelope(definition))
      return [subject.ru, subject.en, text.ru, text.en].flatMap((liquid) =>
        missingVariables(liquid, scope).map((path) => `${key}: ${path}`),
      )
    })
    expect(odd).toEqual([])
  })

  test('a value that is HTML stays text in the mail', async () => {
    const review = sampleEnvelope(
      bundledCatalogue.all().find(({ type }) => type === 'review.negative') ?? none(),
    )
    const data = { current: { rating: 1, text: '<script>alert(1)</script>', title: null } }
    const template = stored.find(({ key }) => key === 'negative-review')
    const html = await renderer?.render(
      (template && partTemplate(template, 'html')) ?? '',
      templateScope({ ...review, data }),
      { escapeHtml: true },
    )
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script>')
  })
})

describe('EV-31 languages', () => {
  const one = (parts: MessageTemplate['parts'], key = 'a'): MessageTemplate => ({
    id: key,
    key,
    parts,
  })
  const say = async (templates: MessageTemplate[], locale: string | null): Promise<string> => {
    const [first] = templates
    const liquid = (first && partTemplate(first, 'text')) ?? ''
    return (
      (await createTemplateRenderer()
        .withLibrary?.(libraryOf(templates))
        .render(liquid, { meta: { locale } })) ?? ''
    )
  }

  test.each([
    ['ru', 'привет'],
    ['en', 'hello'],
    ['de', 'hallo'],
    ['fr', 'привет'],
    [null, 'привет'],
  ])('an event in %s is told as %s', async (locale, said) => {
    const text = { en: 'hello', ru: 'привет', de: 'hallo' }
    expect(await say([one({ text })], locale)).toBe(said)
  })

  test('a part comes in the language of the whole, or in the one there is', async () => {
    const whole = one({ text: { en: 'E {% render "foot" %}', ru: 'Р {% render "foot" %}' } })
    expect(await say([whole, one({ text: { en: 'end', ru: 'конец' } }, 'foot')], 'en')).toBe(
      'E end',
    )
    expect(await say([whole, one({ text: { ru: 'конец' } }, 'foot')], 'en')).toBe('E конец')
  })
})

describe('EV-31 the report of missing variables', () => {
  test('names the paths once, and knows size, loops and defaults', () => {
    const scope = { data: { current: { items: [{ sku: 'A' }], name: null } } }
    const template = `{{ data.current.nme }} {{ data.current.nme | upcase }} {{ data.current.name }}
      {{ data.current.items.size }} {{ data.current.items[0].sku }} {{ data.current.items[3].sku }}
      {% for item in data.current.items %}{{ item.sku }}{% endfor %} {{ data.else.where | default: "x" }}`
    expect(missingVariables(template, scope)).toEqual([
      'data.current.nme',
      'data.current.items.3.sku',
      'data.else.where',
    ])
    expect(missingVariables('{{ broken', scope)).toEqual([])
  })
})
