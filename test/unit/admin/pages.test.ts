import { describe, expect, test } from '@jest/globals'

import { fieldNameIn } from '../../../src/admin/catalogue/fieldNameIn.ts'
import { framedHtml } from '../../../src/admin/outbox/framedHtml.ts'
import { mayReadLetter } from '../../../src/admin/outbox/mayReadLetter.ts'
import { withAdminParts } from '../../../src/admin/withAdminParts.ts'
import { matchesWords } from '../../../src/event-catalogue/matchesWords.ts'

describe('what the plugin adds to the admin', () => {
  test('stands beside what the site has, and after it', () => {
    const { components } = withAdminParts({
      user: 'users',
      components: {
        afterNavLinks: ['./Own#Link'],
        beforeDashboard: ['./Own#Hello'],
        views: { own: { Component: './Own#View', path: '/own' } },
      },
    })
    expect(components?.afterNavLinks).toEqual(['./Own#Link', 'flowmasters/rsc#IntegrationsLinks'])
    expect(components?.beforeDashboard?.[0]).toBe('./Own#Hello')
    expect(Object.keys(components?.views ?? {})).toEqual(['own', 'eventCatalogue', 'mailOutbox'])
    expect(withAdminParts(undefined).components?.views?.['mailOutbox']).toMatchObject({
      path: '/mail-outbox',
      exact: true,
    })
  })
})

describe('who reads a letter', () => {
  test.each([
    ['an administrator', { role: 'admin' }, true],
    ['a manager', { role: 'manager' }, false],
    ['staff of a site without roles', { email: 'a@b.c' }, true],
    ['nobody', null, false],
  ])('%s: of those about accounts', (_who, user, expected) => {
    expect(mayReadLetter({ isPrivate: true }, user)).toBe(expected)
    expect(mayReadLetter({ isPrivate: false }, user)).toBe(true)
  })

  test('the policy of its frame comes before anything the letter can bring', () => {
    const html = framedHtml('</head><script>1</script>')
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script>'))
    expect(html).toContain("default-src 'none'")
  })
})

describe('names of fields', () => {
  const fields = [
    {
      name: 'total',
      label: { en: 'Total', ru: 'Итого' },
      flattenedFields: [{ name: 'amount', label: 'Сумма' }],
    },
    { name: 'createdAt', label: ({ t }: { t: (key: string) => string }) => t('general:createdAt') },
    { name: 'plain' },
  ]
  const nameOf = fieldNameIn(fields, { language: 'ru', t: ((key: string) => `<${key}>`) as never })

  test.each([
    ['current.total', 'Итого'],
    ['current.total.<locale>.amount', 'Сумма'],
    ['current.createdAt', '<general:createdAt>'],
    ['current.plain', ''],
    ['current.missing.amount', ''],
    ['current', ''],
    ['prices.*.old', ''],
  ])('%s', (path, name) => {
    expect(nameOf(path)).toBe(name)
  })
})

describe('a search for words', () => {
  test.each([
    ['', true],
    ['   ', true],
    ['ПРИШЁЛ order', true],
    ['пришел', true],
    ['order paid', false],
  ])('%j', (search, expected) => {
    expect(matchesWords('order.created Заказ пришёл', search)).toBe(expected)
  })
})
