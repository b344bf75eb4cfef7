import { describe, expect, test } from '@jest/globals'

import { campaignContentOf } from '../../../collections/marketing/letters/campaignContentOf.ts'
import { renderLetter } from '../../../collections/marketing/letters/renderLetter.ts'
import { trackLinks } from '../../../collections/marketing/letters/trackLinks.ts'
import { createTemplateRenderer } from '../../../src/index.ts'

const links = {
  unsubscribeUrl: 'https://shop.example/leave?token=a.b',
  pixelUrl: 'https://shop.example/open/x',
  track: (url: string) => `https://t.example/?to=${encodeURIComponent(url)}`,
}
const settings = {
  isDoubleOptIn: true,
  senderName: undefined,
  replyTo: undefined,
  postalAddress: { ru: 'Москва,\nТверская, 1' },
  consentText: {},
}
const render = (campaign: Record<string, unknown>, locale = 'ru') =>
  renderLetter({
    content: campaignContentOf({ title: 'т', subject: { ru: 'Тема' }, ...campaign }),
    reader: { email: 'a@example.com', name: null, locale },
    links,
    settings,
    templates: createTemplateRenderer(),
    origin: 'https://shop.example',
  })

describe('links of a letter', () => {
  const track = (html: string): string => trackLinks(html, (url) => `T(${url})`)

  test.each([
    [
      '<a href="https://a.example/?x=1&amp;y=2">a</a>',
      '<a href="T(https://a.example/?x=1&amp;y=2)">a</a>',
    ],
    ["<a class='b' href='http://a.example'>a</a>", `<a class='b' href="T(http://a.example)">a</a>`],
    ['<A HREF = "HTTPS://a.example">a</A>', '<A HREF = "T(HTTPS://a.example)">a</A>'],
    ['<a\n  href="https://a.example">a</a>', '<a\n  href="T(https://a.example)">a</a>'],
  ])('to pages are replaced: %s', (html, tracked) => {
    expect(track(html)).toBe(tracked)
  })

  test.each([
    '<a href="mailto:a@b.ru">a</a>',
    '<a href="tel:+7">a</a>',
    '<a href="#top">a</a>',
    '<a href="javascript:alert(1)">a</a>',
    '<a name="https://a.example">a</a>',
    '<a data-href="https://a.example">a</a>',
    '<img src="https://a.example/x.png">',
    'https://a.example',
  ])('of other kinds stay: %s', (html) => {
    expect(track(html)).toBe(html)
  })
})

describe('a letter', () => {
  test('in HTML of its own keeps its frame, and gets what every letter needs inside of it', async () => {
    const { html } = await render({
      preheader: { ru: 'Коротко' },
      html: { ru: '<html><body class="x"><p>Привет</p></body></html>' },
    })
    expect(html.match(/<body/g)).toHaveLength(1)
    expect(html).toMatch(/<body class="x"><div style="display:none[^>]*>Коротко<\/div><p>Привет/)
    expect(html).toMatch(/Москва,<br>Тверская, 1<br><a href="https:\/\/shop\.example\/leave/)
    expect(html).toMatch(/<img src="https:\/\/shop\.example\/open\/x"[^>]*><\/body><\/html>$/)
  })

  test('that has the way out in its text gets no second one, and that link is not tracked', async () => {
    const { html } = await render({ html: { ru: '<a href="{{ unsubscribeUrl }}">Уйти</a>' } })
    expect(html.match(/shop\.example\/leave/g)).toHaveLength(1)
    expect(html).not.toContain('t.example')
  })

  test('loads pictures of the site by whole addresses', async () => {
    const { html } = await render({ html: { ru: '<img alt="" src="/api/media/file/a.jpg">' } })
    expect(html).toContain('src="https://shop.example/api/media/file/a.jpg"')
  })

  test('is in the language of the reader, or else in any there is', async () => {
    const campaign = {
      subject: { ru: 'Тема', en: 'Subject' },
      html: { ru: '<p>по-русски</p>', en: '<p>in English</p>' },
    }
    expect((await render(campaign, 'en')).text).toContain('in English')
    expect((await render(campaign, 'en')).text).toContain('Unsubscribe')
    expect((await render({ html: { ru: '<p>по-русски</p>' } }, 'en')).text).toContain('по-русски')
  })

  test('cannot break out of its subject into another header', async () => {
    const { subject } = await render({
      subject: { ru: 'Раз\r\nBcc: all@example.com' },
      html: { ru: 'a' },
    })
    expect(subject).toBe('Раз Bcc: all@example.com')
  })

  test('as text says where links lead, untracked', async () => {
    const { text } = await render({ html: { ru: '<a href="https://a.example/x">Смотреть</a>' } })
    expect(text).toContain('Смотреть [https://a.example/x]')
    expect(text).toContain('https://shop.example/leave?token=a.b')
    expect(text).not.toContain('t.example')
  })
})
