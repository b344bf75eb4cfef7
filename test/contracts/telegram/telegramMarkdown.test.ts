import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { escapeTelegramMarkdown } from '../../../plugins/channels/telegram/escapeTelegramMarkdown.ts'
import { telegramHtml } from '../../../plugins/channels/telegram/telegramHtml.ts'
import { telegramMarkdown } from '../../../plugins/channels/telegram/telegramMarkdown.ts'
import { readTelegramHtml } from '../../support/fakes/telegram/readTelegramHtml.ts'

describe('Markdown with the marks of Telegram', () => {
  test.each([
    ['*Заказ* 42', '<b>Заказ</b> 42'],
    ['_a_ __b__ ~c~ ||d||', '<i>a</i> <u>b</u> <s>c</s> <tg-spoiler>d</tg-spoiler>'],
    ['*a _b_ c*', '<b>a <i>b</i> c</b>'],
    ['*два\nряда*', '<b>два\nряда</b>'],
    // Telegram would refuse these.
    ['10.50 - 5 = 5.50! (+7 916)', '10.50 - 5 = 5.50! (+7 916)'],
    ['5*3*2, snake_case_name, a ~ b', '5*3*2, snake_case_name, a ~ b'],
    ['*не закрыто', '*не закрыто'],
    ['*a _b* c', '<b>a _b</b> c'],
    ['** и __', '** и __'],
    [String.raw`\*не жирный\* \\`, '*не жирный* \\'],
    ['`a < b_c_`', '<code>a &lt; b_c_</code>'],
    ['```ts\nlet a = *1*\n```', '<pre>let a = *1*\n</pre>'],
    [
      '[магазин](https://x.example/?a=1&b="2")',
      '<a href="https://x.example/?a=1&amp;b=&quot;2&quot;">магазин</a>',
    ],
    ['[*a*](https://x.example)', '<a href="https://x.example"><b>a</b></a>'],
    ['[a] (b)', '[a] (b)'],
    ['до\n>цитата\n>*ещё*\nпосле', 'до\n<blockquote>цитата\n<b>ещё</b></blockquote>\nпосле'],
    ['a > b <b>x</b>', 'a &gt; b &lt;b&gt;x&lt;/b&gt;'],
  ])('%s', (source, expected) => {
    expect(telegramMarkdown(source)).toBe(expected)
  })

  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '*',
        '_',
        '__',
        '~',
        '||',
        '`',
        '```',
        '\\',
        '[',
        '](',
        ')',
        '>',
        '\n',
        '<',
        '&',
        ' ',
        'a',
      ),
    ),
    { maxLength: 60 },
  )

  test('whatever is written, Telegram takes it', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const { html } = telegramHtml(telegramMarkdown(parts.join('')), 4096)
        expect(readTelegramHtml(html)).not.toHaveProperty('error')
      }),
    )
  })

  test('a value is seen as it is, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (value) => {
        const escaped = escapeTelegramMarkdown(value)
        const seen = (source: string): unknown => {
          const read = readTelegramHtml(telegramMarkdown(source))
          return 'text' in read ? read.text : read
        }
        expect(seen(escaped)).toBe(value)
        expect(seen(`a *${escaped}x* b`)).toContain(value)
        expect(seen(`[${escaped}](https://x.example)`)).toBe(value)
        expect(seen(`>${escaped}`)).toBe(value)
      }),
    )
  })

  test('texts made to be slow are read like others', () => {
    for (const part of ['*a ', '[', '[a', '`a\n', '\\', '||', '>\n', '[a](', '_ *', '```']) {
      const { html } = telegramHtml(telegramMarkdown(part.repeat(16 * 1024)), 4096)
      expect(readTelegramHtml(html)).not.toHaveProperty('error')
    }
  })
})
