import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { plainTelegramText } from '../../../plugins/channels/telegram/plainTelegramText.ts'
import { splitPlainText } from '../../../plugins/channels/telegram/splitPlainText.ts'
import { splitTelegramHtml } from '../../../plugins/channels/telegram/splitTelegramHtml.ts'
import { telegramHtml } from '../../../plugins/channels/telegram/telegramHtml.ts'
import { toChatId } from '../../../plugins/channels/telegram/toChatId.ts'
import { readTelegramHtml } from '../../support/fakes/telegram/readTelegramHtml.ts'

describe('HTML as people write it', () => {
  test.each([
    ['<b>Заказ</b> 42', '<b>Заказ</b> 42'],
    [
      '<strong>a</strong> <em>b</em> <ins>c</ins> <del>d</del>',
      '<b>a</b> <i>b</i> <u>c</u> <s>d</s>',
    ],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<p>one</p><p>two</p>', 'one\ntwo\n'],
    ['<ul><li>a</li><li>b</li></ul>', '• a\n• b\n'],
    ['<h2>Отчёт</h2>text', '<b>Отчёт</b>\ntext'],
    ['<span style="color:red">x</span>', 'x'],
    ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
    ['Здравствуйте, <name>!', 'Здравствуйте, &lt;name&gt;!'],
    ['&laquo;A&raquo;&nbsp;&mdash; &#34;b&#x27; &lt;i&gt;', '«A»\u00a0— "b\' &lt;i&gt;'],
    ['&unknown; &#0;', '&amp;unknown; \ufffd'],
    ['<b>x', '<b>x</b>'],
    ['<b><i>x</b>y</i>', '<b><i>x</i></b>y'],
    ['x</b>', 'x'],
    [
      '<a href="https://x.example/?a=1&b=2">t</a>',
      '<a href="https://x.example/?a=1&amp;b=2">t</a>',
    ],
    ["<a class='c' href='https://x.example'>t</a>", '<a href="https://x.example">t</a>'],
    ['<a>t</a>', 't'],
    ['<pre>1\n2</pre><code>c</code>', '<pre>1\n2</pre><code>c</code>'],
  ])('%s', (source, expected) => {
    expect(telegramHtml(source, 4096)).toEqual({ html: expected, isCut: false })
  })

  test('a long text is cut where it is seen, and its tags are closed', () => {
    expect(telegramHtml('<b>ab<i>cdef</i></b>', 6).html).toBe('<b>ab<i>cdef</i></b>')
    expect(telegramHtml('<b>ab<i>cdef</i></b>', 5)).toEqual({
      html: '<b>ab<i>cd…</i></b>',
      isCut: true,
    })
    expect(telegramHtml('&lt;&lt;&lt;&lt;', 3).html).toBe('&lt;&lt;…')
    expect(telegramHtml('ab👋c', 4).html).toBe('ab…')
  })

  test('without markup the words and the addresses of links stay', () => {
    const { html } = telegramHtml('<b>a &amp; b</b> <a href="https://x.example/?a&b">link</a>', 99)
    expect(plainTelegramText(html)).toBe('a & b link (https://x.example/?a&b)')
  })
})

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<a href="https://x.example">',
      '</a>',
      '<p>',
      '</p>',
    ),
    fc.constantFrom(
      '<br/>',
      '<',
      '>',
      '&',
      '&amp;',
      '&lt;',
      '&#34;',
      '<script>',
      '<a href=x>',
      '<b',
      '👋',
      '"',
    ),
  ),
  { maxLength: 40 },
)

describe('whatever is written', () => {
  test('Telegram takes it, within the limit, and nobody sees a broken character', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 60 }), (parts, most) => {
        const { html } = telegramHtml(parts.join(''), most)
        const read = readTelegramHtml(html)
        expect(read).not.toHaveProperty('error')
        const seen = 'text' in read ? read.text : ''
        expect(seen.length).toBeLessThanOrEqual(most)
        expect(seen).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
  test('as several messages: Telegram takes each, within the limit, and nothing to see is lost', () => {
    const visible = (text: string): string => text.replaceAll(/\s+/g, '')
    fc.assert(
      fc.property(pieces, fc.integer({ min: 2, max: 60 }), (parts, most) => {
        const source = parts.join('')
        const seen = splitTelegramHtml(source, most).map((html) => {
          const read = readTelegramHtml(html)
          expect(read).not.toHaveProperty('error')
          return 'text' in read ? read.text : ''
        })
        for (const text of seen) {
          expect(text.length).toBeLessThanOrEqual(most)
          expect(text.trim()).not.toBe('')
          expect(text).not.toMatch(/\p{Cs}/u)
        }
        const whole = readTelegramHtml(telegramHtml(source, 100_000).html)
        expect(visible(seen.join(''))).toBe(visible('text' in whole ? whole.text : ''))
      }),
    )
  })
  test('a plain text too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 60 }),
        (text, most) => {
          const seen = splitPlainText(text, most)
          expect(
            seen.every((piece) => piece.length <= most && piece !== '' && !/\p{Cs}/u.test(piece)),
          ).toBe(true)
          expect(seen.join('').replaceAll(/\s+/g, '')).toBe(text.replaceAll(/\s+/g, ''))
        },
      ),
    )
  })
  test('a tag that is open where a message ends goes on in the next', () => {
    expect(splitTelegramHtml('<b>один два <i>три четыре</i></b> пять', 9)).toEqual([
      '<b>один два <i></i></b>',
      '<b><i>три</i></b>',
      '<b><i>четыре</i></b>',
      'пять',
    ])
  })
  test('an escaped value is seen exactly as it was', () => {
    const asHtml = (text: string): string =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&#34;')
    fc.assert(
      fc.property(pieces, (parts) => {
        const value = parts.join('')
        const { html } = telegramHtml(`<b>${asHtml(value)}</b>`, 10_000)
        expect(readTelegramHtml(html)).toEqual({ text: value })
        expect(plainTelegramText(html)).toBe(value)
      }),
    )
  })
  test('markup that never ends is text, and is read to its end', () => {
    const most = 4096
    for (const source of [
      '<a'.repeat(60_000),
      `<${'a'.repeat(120_000)}`,
      '<b '.repeat(40_000),
      '&a'.repeat(60_000),
    ])
      expect(telegramHtml(source, most).isCut).toBe(true)
  })
})

describe('chats', () => {
  test.each([
    ['-1001234567890', -1001234567890],
    [' 42 ', 42],
    ['@shop_news', '@shop_news'],
    ['https://t.me/shop_news', '@shop_news'],
    ['t.me/shop_news/17', '@shop_news'],
    ['https://t.me/c/1234567890/5', -1001234567890],
    ['https://web.telegram.org/a/#-1001234567890', -1001234567890],
    ['0', null],
    ['+79001234567', null],
    ['Отдел продаж', null],
    ['@a b', null],
    ['https://t.me/+AbCdEf', null],
    ['-99999999999999999999', null],
    ['https://evil.example/t.me/shop_news', null],
  ])('%s', (text, expected) => {
    expect(toChatId(text)).toBe(expected)
  })
})
