import { describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'

import { signWebhook } from '../../../plugins/channels/webhook/signature/signWebhook.ts'
import {
  verifyWebhook,
  type VerifyWebhookOptions,
  type WebhookRefusal,
} from '../../../plugins/channels/webhook/signature/verifyWebhook.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const OTHER_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const RETIRED_SECRET = `whsec_${Buffer.alloc(24, 9).toString('base64')}`
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek'
const SECONDS = 1_614_265_330
const BODY = '{"test": 2432232314}'
const TOKEN = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='

const headersOf = (
  more: Record<string, string | string[] | undefined> = {},
): Record<string, string | string[] | undefined> => ({
  'webhook-id': ID,
  'webhook-timestamp': String(SECONDS),
  'webhook-signature': TOKEN,
  ...more,
})
const verify = (more: Partial<VerifyWebhookOptions> = {}) =>
  verifyWebhook({ secret: SECRET, headers: headersOf(), body: BODY, now: SECONDS * 1000, ...more })
const sign = (more: Partial<Parameters<typeof signWebhook>[0]> = {}) =>
  signWebhook({ secret: SECRET, id: ID, timestampSeconds: SECONDS, body: BODY, ...more })

describe('published vectors', () => {
  test('vector 1', () => {
    expect(sign()).toBe(TOKEN)
    expect(verify()).toEqual({ isValid: true, id: ID, timestampSeconds: SECONDS })
  })

  test('vector 2', () => {
    const token = signWebhook({
      secret: 'whsec_plJ3nmyCDGBKInavdOK15jsl',
      id: 'msg_loFOjxBNrRLzqYUf',
      timestampSeconds: 1_731_705_121,
      body: '{"event_type":"ping","data":{"success":true}}',
    })
    expect(token).toBe('v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=')
  })
})

describe('accepted', () => {
  test.each([
    ['a secret without its prefix', { secret: SECRET.slice('whsec_'.length) }],
    [
      'one right token among wrong ones',
      { headers: headersOf({ 'webhook-signature': `v1,AAAA v2,x ${TOKEN}` }) },
    ],
    [
      'upper-case header names',
      {
        headers: {
          'Webhook-Id': ID,
          'WEBHOOK-TIMESTAMP': String(SECONDS),
          'Webhook-Signature': TOKEN,
        },
      },
    ],
    ['one-element arrays', { headers: headersOf({ 'webhook-id': [ID] }) }],
    ['the body as bytes', { body: Buffer.from(BODY) }],
    ['299 s late', { now: (SECONDS + 299) * 1000 }],
    ['300 s late', { now: (SECONDS + 300) * 1000 + 999 }],
    ['300 s early', { now: (SECONDS - 300) * 1000 }],
    ['a wider tolerance', { now: (SECONDS + 900) * 1000, toleranceSeconds: 900 }],
    ['the new secret during a rotation of the receiver', { secret: [OTHER_SECRET, SECRET] }],
  ] satisfies [string, Partial<VerifyWebhookOptions>][])('%s', (_, more) => {
    expect(verify(more).isValid).toBe(true)
  })

  test.each([
    ['empty', ''],
    ['UTF-8 with an emoji', '{"имя":"Анна 👩‍👩‍👧"}'],
    ['1 MB', `"${'x'.repeat(1_000_000)}"`],
  ])('a body that is %s', (_, body) => {
    const headers = headersOf({ 'webhook-signature': sign({ body }) })
    expect(verify({ headers, body }).isValid).toBe(true)
    expect(verify({ headers, body: Buffer.from(body) }).isValid).toBe(true)
  })

  test('both secrets during the overlap: old and new receivers understand the same message', () => {
    const headers = headersOf({
      'webhook-signature': `${sign({ secret: OTHER_SECRET })} ${sign({ secret: RETIRED_SECRET })}`,
    })
    expect(verify({ headers, secret: OTHER_SECRET }).isValid).toBe(true)
    expect(verify({ headers, secret: RETIRED_SECRET }).isValid).toBe(true)
  })
})

describe('refused', () => {
  const without = (name: string): Partial<VerifyWebhookOptions> => ({
    headers: headersOf({ [name]: undefined }),
  })
  const rows: [string, Partial<VerifyWebhookOptions>, WebhookRefusal][] = [
    ['an empty secret', { secret: '' }, 'bad_secret'],
    ['only the prefix', { secret: 'whsec_' }, 'bad_secret'],
    ['a secret that is no base64', { secret: 'whsec_not*base64' }, 'bad_secret'],
    ['no secret at all', { secret: [] }, 'bad_secret'],
    ['one bad secret of two', { secret: [SECRET, ''] }, 'bad_secret'],
    ['no id', without('webhook-id'), 'missing_header'],
    ['no timestamp', without('webhook-timestamp'), 'missing_header'],
    ['no signature', without('webhook-signature'), 'missing_header'],
    ['empty headers', { headers: headersOf({ 'webhook-id': '' }) }, 'missing_header'],
    [
      'timestamp hello',
      { headers: headersOf({ 'webhook-timestamp': 'hello' }) },
      'malformed_header',
    ],
    [
      'a timestamp with a tail',
      { headers: headersOf({ 'webhook-timestamp': `${SECONDS}abc` }) },
      'malformed_header',
    ],
    [
      'a fractional timestamp',
      { headers: headersOf({ 'webhook-timestamp': `${SECONDS}.5` }) },
      'malformed_header',
    ],
    [
      'an infinite timestamp',
      { headers: headersOf({ 'webhook-timestamp': 'Infinity' }) },
      'malformed_header',
    ],
    [
      'a negative timestamp',
      { headers: headersOf({ 'webhook-timestamp': '-1' }) },
      'malformed_header',
    ],
    ['an id with a dot', { headers: headersOf({ 'webhook-id': 'msg.1' }) }, 'malformed_header'],
    ['301 s late', { now: (SECONDS + 301) * 1000 }, 'too_old'],
    ['301 s early', { now: (SECONDS - 301) * 1000 }, 'too_new'],
    [
      'a wrong signature',
      { headers: headersOf({ 'webhook-signature': `v1,${'A'.repeat(43)}=` }) },
      'no_matching_signature',
    ],
    [
      'a bare version',
      { headers: headersOf({ 'webhook-signature': 'v1,' }) },
      'no_matching_signature',
    ],
    [
      'a truncated signature',
      { headers: headersOf({ 'webhook-signature': TOKEN.slice(0, -4) }) },
      'no_matching_signature',
    ],
    [
      'an unpadded signature',
      { headers: headersOf({ 'webhook-signature': TOKEN.slice(0, -1) }) },
      'no_matching_signature',
    ],
    [
      'a signature without version',
      { headers: headersOf({ 'webhook-signature': TOKEN.slice(3) }) },
      'no_matching_signature',
    ],
    [
      'version v2',
      { headers: headersOf({ 'webhook-signature': TOKEN.replace('v1', 'v2') }) },
      'no_matching_signature',
    ],
    [
      'version v1a with an HMAC',
      { headers: headersOf({ 'webhook-signature': TOKEN.replace('v1', 'v1a') }) },
      'no_matching_signature',
    ],
    [
      'a token in upper case',
      { headers: headersOf({ 'webhook-signature': TOKEN.toUpperCase() }) },
      'no_matching_signature',
    ],
    ['one changed byte', { body: BODY.replace('4', '5') }, 'no_matching_signature'],
    ['re-serialised JSON', { body: JSON.stringify(JSON.parse(BODY)) }, 'no_matching_signature'],
    ['a trailing newline', { body: `${BODY}\n` }, 'no_matching_signature'],
    [
      'a swapped id',
      { headers: headersOf({ 'webhook-id': 'msg_other' }) },
      'no_matching_signature',
    ],
    [
      'a swapped timestamp',
      { headers: headersOf({ 'webhook-timestamp': String(SECONDS + 1) }) },
      'no_matching_signature',
    ],
    ['another tenant’s secret', { secret: OTHER_SECRET }, 'no_matching_signature'],
    [
      'a retired secret after the overlap',
      { headers: headersOf({ 'webhook-signature': sign({ secret: RETIRED_SECRET }) }) },
      'no_matching_signature',
    ],
    ['two id headers', { headers: headersOf({ 'webhook-id': [ID, ID] }) }, 'duplicate_header'],
    [
      'two timestamps',
      { headers: headersOf({ 'webhook-timestamp': ['1', String(SECONDS)] }) },
      'duplicate_header',
    ],
    [
      'two signature headers',
      { headers: headersOf({ 'Webhook-Signature': TOKEN }) },
      'duplicate_header',
    ],
  ]
  test.each(rows)('%s', (_, more, reason) => {
    expect(verify(more)).toEqual({ isValid: false, reason })
  })

  test.each([
    ['a malformed secret', { secret: 'whsec_' }],
    ['an empty id', { id: '' }],
    ['an id with a dot', { id: 'a.b' }],
    ['fractional seconds', { timestampSeconds: 1.5 }],
    ['a negative time', { timestampSeconds: -1 }],
  ])('signing with %s throws', (_, more) => {
    expect(() => sign(more)).toThrow(RangeError)
  })
})

describe('interop with the official library, 1,000 random bodies each way', () => {
  const body = fc.oneof(
    fc.json(),
    fc
      .string({ unit: 'binary', maxLength: 200 })
      .map((text) => JSON.stringify({ text: `${text} 👋🏽` })),
    fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => JSON.stringify({ text })),
  )
  const secret = fc
    .uint8Array({ minLength: 24, maxLength: 64 })
    .map((bytes) => `whsec_${Buffer.from(bytes).toString('base64')}`)
  const id = fc.uuid().map((uuid) => `dlv_${uuid}`)

  test('the library accepts what we sign, and signs the same', () => {
    jest.useFakeTimers({ now: SECONDS * 1000 })
    try {
      const property = fc.property(body, secret, id, (text, key, key2) => {
        const token = signWebhook({ secret: key, id: key2, timestampSeconds: SECONDS, body: text })
        const headers = {
          'webhook-id': key2,
          'webhook-timestamp': String(SECONDS),
          'webhook-signature': token,
        }
        expect(new Webhook(key).verify(text, headers)).toEqual(JSON.parse(text))
        expect(new Webhook(key).sign(key2, new Date(SECONDS * 1000), text)).toBe(token)
      })
      fc.assert(property, { numRuns: 1000 })
    } finally {
      jest.useRealTimers()
    }
  })

  test('we accept what the library signs, and nothing else', () => {
    const property = fc.property(body, secret, id, (text, key, key2) => {
      const token = new Webhook(key).sign(key2, new Date(SECONDS * 1000), text)
      const headers = {
        'webhook-id': key2,
        'webhook-timestamp': String(SECONDS),
        'webhook-signature': token,
      }
      const options = { secret: key, headers, now: SECONDS * 1000 }
      expect(verifyWebhook({ ...options, body: text }).isValid).toBe(true)
      expect(verifyWebhook({ ...options, body: `${text} ` }).isValid).toBe(false)
    })
    fc.assert(property, { numRuns: 1000 })
  })
})
