import { describe, expect, test } from '@jest/globals'

import { channelsFrom } from '../../../config/channelsFrom.ts'
import { emailReasons } from '../../../plugins/channels/email/emailReasons.ts'
import { webhookReasons } from '../../../plugins/channels/webhook/webhookReasons.ts'
import type { ReasonWords } from '../../../src/channels/reason.ts'
import { engineReasons } from '../../../src/delivery-log/engineReasons.ts'
import { sayReasons } from '../../../src/delivery-log/sayReasons.ts'
import { createReasons, FlowError, reasonOfError } from '../../../src/index.ts'

const tables: [string, ReasonWords][] = [
  ['the engine', engineReasons],
  ...channelsFrom({}).map(({ reasons = {}, slug }): [string, ReasonWords] => [slug, reasons]),
]
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe.each(tables)('EV-12: the words of %s', (_name, words) => {
  test.each(Object.entries(words))('%s is said in both languages', (key, { en, ru }) => {
    expect(key).toMatch(/^([a-z_]+|FLOW_[A-Z0-9_]+)(\.[a-z_]+)?$/)
    expect(en).not.toMatch(/[а-яё]/i)
    expect(ru).toMatch(/[а-яё]/i)
    // What is filled in Russian can be filled in English too; English may leave the rest to its own sentence.
    for (const place of placesOf(en)) expect([...placesOf(ru), 'detail']).toContain(place)
  })
})

describe('a reason in the language of its reader', () => {
  const refused = {
    reason: 'the receiver refused it (404)',
    reasons: [{ key: 'refused', params: { status: 404 } }],
  }

  test('by the words of the channel; English is what the row says', () => {
    expect(sayReasons(refused, 'ru', webhookReasons)).toBe(
      'получатель отказался принять сообщение (404)',
    )
    expect(sayReasons(refused, 'en', webhookReasons)).toBe('the receiver refused it (404)')
    expect(sayReasons(refused, 'de', webhookReasons)).toBe('the receiver refused it (404)')
  })

  test('the engine knows what any channel may pass on; a channel may say it its own way', () => {
    const timeout = {
      reason: 'no complete answer within 15000 ms',
      reasons: [{ key: 'FLOW_EGRESS_TIMEOUT.slow', params: { seconds: 15 } }],
    }
    expect(sayReasons(timeout, 'ru')).toBe('нет полного ответа за 15 с')
    const own = {
      'FLOW_EGRESS_TIMEOUT.slow': { en: 'Telegram is slow', ru: 'Telegram не отвечает' },
    }
    expect(sayReasons(timeout, 'ru', own)).toBe('Telegram не отвечает')
  })

  test('several parts become one line', () => {
    const note = {
      reason: 'kept in the local outbox, no SMTP_URL is set; refused: a@b.c (no)',
      reasons: [
        { key: 'local_outbox', params: {} },
        { key: 'refused', params: { list: 'a@b.c (no)' } },
      ],
    }
    expect(sayReasons(note, 'ru', emailReasons)).toBe(
      'сохранено на этой машине: SMTP_URL не задан; отказано: a@b.c (no)',
    )
  })

  test.each([
    ['nothing was kept', null],
    ['an empty list', []],
    ['not a list', { key: 'refused' }],
    ['an unknown key', [{ key: 'of another release', params: {} }]],
    ['a key of the prototype', [{ key: 'constructor', params: {} }]],
    [
      'one known part and one unknown',
      [
        { key: 'gone', params: {} },
        { key: 'new', params: {} },
      ],
    ],
    ['rubbish', [null, 7, 'gone']],
  ])('with %s it is the English sentence', (_case, reasons) => {
    expect(sayReasons({ reason: 'as it is', reasons }, 'ru', webhookReasons)).toBe('as it is')
  })

  test('a parameter that is missing or no text leaves its place open', () => {
    const row = { reason: 'x', reasons: [{ key: 'refused', params: { status: { a: 1 } } }] }
    expect(sayReasons(row, 'ru', webhookReasons)).toBe(
      'получатель отказался принять сообщение ({status})',
    )
    expect(sayReasons({ reason: null, reasons: null }, 'ru')).toBeNull()
  })
})

describe('making reasons', () => {
  test('the sentence and its key come from one place', () => {
    expect(createReasons(webhookReasons)('answered', { status: 503 })).toEqual({
      reason: 'the receiver answered 503',
      reasons: [{ key: 'answered', params: { status: 503 } }],
    })
  })

  test('an error gives its sentence without the code, its variant and its plain facts', () => {
    const error = new FlowError({
      code: 'FLOW_EGRESS_DNS',
      message: 'the host name has no address',
      details: { variant: 'no_address', host: 'shop.example', issues: ['hidden'], port: 443 },
    })
    expect(reasonOfError(error)).toEqual({
      reason: 'the host name has no address',
      reasons: [{ key: 'FLOW_EGRESS_DNS.no_address', params: { host: 'shop.example', port: 443 } }],
    })
  })
})
