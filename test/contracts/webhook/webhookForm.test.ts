import { describe, expect, test } from '@jest/globals'

import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'

const parse = (value: unknown) => webhookChannel.target.safeParse(value)

describe('EV-20: the form of a webhook', () => {
  test('only the address is needed', () => {
    expect(parse({ url: ' https://shop.example.com/hook ' }).data).toEqual({
      url: 'https://shop.example.com/hook',
      headers: {},
      isClientErrorFinal: false,
      timeoutSeconds: 15,
    })
    expect(
      parse({
        url: 'http://a.example',
        headers: null,
        isClientErrorFinal: null,
        timeoutSeconds: null,
      }).success,
    ).toBe(true)
  })

  test.each([
    ['no address', {}],
    ['an empty address', { url: '' }],
    ['no scheme', { url: 'shop.example.com/hook' }],
    ['another scheme', { url: 'ftp://shop.example.com' }],
    ['not an address', { url: 'https://' }],
    ['a very long address', { url: `https://shop.example.com/${'a'.repeat(2048)}` }],
    ['too little time', { url: 'https://a.example', timeoutSeconds: 0 }],
    ['too much time', { url: 'https://a.example', timeoutSeconds: 31 }],
    ['headers as a list', { url: 'https://a.example', headers: ['x'] }],
    ['a header that is a number', { url: 'https://a.example', headers: { 'x-a': 1 } }],
    [
      'a line break in a header',
      { url: 'https://a.example', headers: { 'x-a': 'b\r\nx-evil: 1' } },
    ],
    ['Cyrillic in a header', { url: 'https://a.example', headers: { 'x-a': 'привет' } }],
    ['a header name with a space', { url: 'https://a.example', headers: { 'x a': 'b' } }],
    ['the same header twice', { url: 'https://a.example', headers: { 'x-a': '1', 'X-A': '2' } }],
    [
      'too many headers',
      {
        url: 'https://a.example',
        headers: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`x-${n}`, 'a'])),
      },
    ],
    ...[
      'Host',
      'content-length',
      'Transfer-Encoding',
      'connection',
      'Content-Type',
      'user-agent',
      'Webhook-Id',
      'webhook-timestamp',
      'webhook-signature',
    ].map(
      (name) =>
        [
          `the reserved header ${name}`,
          { url: 'https://a.example', headers: { [name]: 'x' } },
        ] as const,
    ),
  ] as [string, unknown][])('%s is refused with a message', (_, value) => {
    const result = parse(value)
    expect(result.success).toBe(false)
    expect(result.error?.issues[0]?.message).toEqual(expect.any(String))
  })

  test('a line for lists shows host and path, never the query', () => {
    const target = webhookChannel.target.parse({
      url: 'https://shop.example.com:8443/hook?token=secret',
    })
    expect(webhookChannel.describeTarget(target)).toBe('POST shop.example.com:8443/hook')
  })

  test('the secret is the only secret field and is optional', () => {
    expect(
      webhookChannel.fields.filter(({ isSecret }) => isSecret).map(({ name }) => name),
    ).toEqual(['secret'])
    expect(
      webhookChannel.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    ).toEqual(['url'])
  })
})

describe('the signing secret', () => {
  const check = (value: string): void => webhookChannel.checkSecret?.('secret', value)
  const ofBytes = (length: number): string => `whsec_${Buffer.alloc(length, 5).toString('base64')}`

  test('a generated one is 32 random bytes and passes the check', () => {
    const made = Array.from({ length: 20 }, () => webhookChannel.generateSecret?.('secret') ?? '')
    expect(new Set(made).size).toBe(20)
    for (const secret of made) {
      expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32)
      expect(() => check(secret)).not.toThrow()
    }
  })

  test.each([24, 25, 26, 32, 63, 64])('%d bytes pass', (length) => {
    expect(() => check(ofBytes(length))).not.toThrow()
  })

  test.each([
    '',
    'whsec_',
    'password',
    'whsec_password',
    ofBytes(23),
    ofBytes(65),
    ofBytes(32).slice('whsec_'.length),
    ofBytes(32).replace('whsec_', 'whsk_'),
    ofBytes(32).slice(0, -1),
    `${ofBytes(32)} `,
    `${ofBytes(32).slice(0, -4)}B-_=`,
  ])('%j is refused', (value) => {
    expect(() => check(value)).toThrow(
      expect.objectContaining({ code: 'FLOW_WEBHOOK_SECRET_INVALID', status: 400 }),
    )
  })
})

describe('saving the form checks the address', () => {
  const templates = { render: async (template: string) => template, check: () => {} }
  const validate = async (
    url: string,
    answer: () => Promise<{ address: string; family: number }[]>,
  ): Promise<void> => {
    const http = createHttpClient({ allowPrivateTargets: false, resolve: answer })
    await webhookChannel.validate?.(webhookChannel.target.parse({ url }), { http, templates })
    await http.close()
  }

  test('a private address is refused, a public one passes', async () => {
    const inside = async () => [{ address: '10.0.0.1', family: 4 }]
    const outside = async () => [{ address: '8.8.8.8', family: 4 }]
    await expect(validate('https://a.example', inside)).rejects.toMatchObject({
      code: 'FLOW_EGRESS_FORBIDDEN_TARGET',
    })
    await expect(validate('http://127.0.0.1/', outside)).rejects.toMatchObject({
      code: 'FLOW_EGRESS_FORBIDDEN_TARGET',
    })
    await expect(validate('https://a.example', outside)).resolves.toBeUndefined()
  })

  test('a name that does not resolve yet passes: the delivery will tell', async () => {
    await expect(
      validate('https://soon.example', () => Promise.reject(new Error('ENOTFOUND'))),
    ).resolves.toBeUndefined()
  })
})
