import { afterEach, describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'

import { verifyWebhook } from '../../../plugins/channels/webhook/signature/verifyWebhook.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import type { WebhookTarget } from '../../../plugins/channels/webhook/webhookTarget.ts'
import type { Attempt } from '../../../src/channels/attempt.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { sampleFlowEvent } from '../../../src/testing/sampleFlowEvent.ts'
import {
  type Answer,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../../support/fakes/webhook/startWebhookReceiver.ts'

const NOW = Date.parse('2026-11-21T10:00:00.000Z')
const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
const RETIRED = [2, 3].map((fill) => `whsec_${Buffer.alloc(32, fill).toString('base64')}`)
const BODY = '{"b" : 1,\n"a":"Анна 👋"}'
const KEY = 'dlv_01930000-0000-7000-8000-000000000002'

const open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
})

async function receiver(answer: Answer = { status: 200 }): Promise<WebhookReceiver> {
  const started = await startWebhookReceiver(() => answer)
  open.push(started)
  return started
}

type Changes = {
  target?: Partial<WebhookTarget>
  secrets?: Record<string, string>
  retired?: string[]
  now?: number
  signal?: AbortSignal
  maxTimeoutMs?: number
  allowPrivateTargets?: boolean
}

async function deliver(url: string, changes: Changes = {}): Promise<Attempt> {
  const { allowPrivateTargets = true, maxTimeoutMs = 30_000 } = changes
  const http = createHttpClient({ allowPrivateTargets, maxTimeoutMs })
  open.push(http)
  return webhookChannel.deliver({
    event: sampleFlowEvent,
    body: BODY,
    target: webhookChannel.target.parse({ url, ...changes.target }),
    secrets: changes.secrets ?? { secret: SECRET },
    retiredSecrets: { secret: changes.retired ?? [] },
    idempotencyKey: KEY,
    attemptNumber: 1,
    http,
    mailer: { send: () => Promise.reject(new Error('unused')) },
    inbox: { put: () => Promise.reject(new Error('no inbox here')) },
    templates: { render: async (template) => template, check: () => {} },
    signal: changes.signal ?? new AbortController().signal,
    now: () => changes.now ?? NOW,
  })
}

describe('what goes out', () => {
  test('EV-30: the exact stored body, signed, with our headers', async () => {
    const { url, received } = await receiver()
    await deliver(url, { target: { headers: { 'x-shop': 'main' } } })
    expect(received).toHaveLength(1)
    const [{ method, path, headers, body } = {}] = received
    expect([method, path, body]).toEqual(['POST', '/hook', BODY])
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': expect.stringMatching(/^FlowMasters\/\d+\.\d+\.\d+$/),
      'webhook-id': KEY,
      'webhook-timestamp': String(NOW / 1000),
      'x-shop': 'main',
    })
    expect(
      verifyWebhook({ secret: SECRET, headers: headers ?? {}, body: body ?? '', now: NOW }).isValid,
    ).toBe(true)
  })

  test('every try has the same id and its own time and signature', async () => {
    const { url, received } = await receiver({ status: 500 })
    for (const minutes of [0, 5, 35]) await deliver(url, { now: NOW + minutes * 60_000 })
    const column = (name: string): unknown[] => received.map(({ headers }) => headers[name])
    expect(new Set(column('webhook-id'))).toEqual(new Set([KEY]))
    expect(column('webhook-timestamp')).toEqual(
      [0, 300, 2100].map((later) => String(NOW / 1000 + later)),
    )
    expect(new Set(column('webhook-signature')).size).toBe(3)
  })

  test('during a rotation the receiver may still use any valid secret', async () => {
    const { url, received } = await receiver()
    await deliver(url, { retired: RETIRED, now: Date.now() })
    const { headers = {}, body = '' } = received[0] ?? {}
    expect(String(headers['webhook-signature']).split(' ')).toHaveLength(3)
    for (const secret of [SECRET, ...RETIRED]) {
      expect(() =>
        new Webhook(secret).verify(body, headers as Record<string, string>, { jsonParse: false }),
      ).not.toThrow()
    }
    const stranger = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
    expect(() => new Webhook(stranger).verify(body, headers as Record<string, string>)).toThrow()
  })

  test.each([{}, { secret: '' }, { secret: 'whsec_' }, { secret: 'whsec_%%%' }])(
    'nothing is ever sent unsigned: %j',
    async (secrets) => {
      const { url, received } = await receiver()
      expect(await deliver(url, { secrets: secrets as Record<string, string> })).toMatchObject({
        outcome: 'rejected',
        code: 'FLOW_WEBHOOK_SECRET_INVALID',
      })
      expect(received).toHaveLength(0)
    },
  )
})

describe('what an answer means', () => {
  const date = new Date(NOW + 90_000).toUTCString()
  const rows: [string, Answer, Partial<WebhookTarget>, Record<string, unknown>][] = [
    ['200', { status: 200, body: 'ok' }, {}, { outcome: 'delivered', code: 'http_200' }],
    ['204', { status: 204 }, {}, { outcome: 'delivered', code: 'http_204' }],
    [
      '301',
      { status: 301, headers: { location: '/' } },
      {},
      { outcome: 'unavailable', reason: 'redirects are not followed' },
    ],
    [
      '307 even when 4xx are final',
      { status: 307 },
      { isClientErrorFinal: true },
      { outcome: 'unavailable', code: 'http_307' },
    ],
    ['304', { status: 304 }, {}, { outcome: 'unavailable', code: 'http_304' }],
    ['400', { status: 400 }, {}, { outcome: 'unavailable', code: 'http_400' }],
    ['404', { status: 404 }, {}, { outcome: 'unavailable', code: 'http_404' }],
    [
      '404, final',
      { status: 404 },
      { isClientErrorFinal: true },
      { outcome: 'rejected', code: 'http_404' },
    ],
    [
      '408, final',
      { status: 408 },
      { isClientErrorFinal: true },
      { outcome: 'unavailable', code: 'http_408' },
    ],
    [
      '429, final',
      { status: 429 },
      { isClientErrorFinal: true },
      { outcome: 'unavailable', code: 'http_429' },
    ],
    ['410', { status: 410 }, {}, { outcome: 'rejected', code: 'http_410', isGone: true }],
    [
      '429 with seconds',
      { status: 429, headers: { 'retry-after': '120' } },
      {},
      { outcome: 'unavailable', retryAfterMs: 120_000 },
    ],
    [
      '429 with a date',
      { status: 429, headers: { 'retry-after': date } },
      {},
      { outcome: 'unavailable', retryAfterMs: 90_000 },
    ],
    [
      '503 with seconds',
      { status: 503, headers: { 'retry-after': '3' } },
      {},
      { outcome: 'unavailable', retryAfterMs: 3000 },
    ],
    ['500', { status: 500 }, {}, { outcome: 'unavailable', code: 'http_500' }],
    ['502', { status: 502 }, {}, { outcome: 'unavailable', code: 'http_502' }],
    ['504', { status: 504 }, {}, { outcome: 'unavailable', code: 'http_504' }],
    ['599', { status: 599 }, {}, { outcome: 'unavailable', code: 'http_599' }],
    [
      'garbage',
      'not http at all',
      {},
      { outcome: 'unavailable', code: 'FLOW_EGRESS_CONNECTION', exchange: { response: null } },
    ],
  ]
  test.each(rows)('%s', async (_, answer, target, expected) => {
    const { url } = await receiver(answer)
    expect(await deliver(url, { target })).toMatchObject(expected)
  })

  test.each(['0x10', '', 'tomorrow', '-5'])(
    'an unreadable Retry-After (%j) is no hint',
    async (value) => {
      const { url } = await receiver({ status: 429, headers: { 'retry-after': value } })
      expect(await deliver(url)).not.toHaveProperty('retryAfterMs')
    },
  )

  test('a receiver that hangs runs into the time limit', async () => {
    const { url } = await receiver(null)
    expect(await deliver(url, { maxTimeoutMs: 50 })).toMatchObject({
      outcome: 'unavailable',
      code: 'FLOW_EGRESS_TIMEOUT',
    })
  })

  test('an abort is unavailable', async () => {
    const { url } = await receiver(null)
    expect(await deliver(url, { signal: AbortSignal.abort() })).toMatchObject({
      outcome: 'unavailable',
      code: 'FLOW_EGRESS_ABORTED',
    })
  })

  test('a receiver that is down is unavailable', async () => {
    const { url, close } = await startWebhookReceiver(() => null)
    await close()
    expect(await deliver(url)).toMatchObject({
      outcome: 'unavailable',
      code: 'FLOW_EGRESS_CONNECTION',
    })
  })

  test('a forbidden target is rejected and the receiver sees nothing', async () => {
    const { url, received } = await receiver()
    expect(await deliver(url, { allowPrivateTargets: false })).toMatchObject({
      outcome: 'rejected',
      code: 'FLOW_EGRESS_FORBIDDEN_TARGET',
    })
    expect(received).toHaveLength(0)
  })
})

describe('what the log keeps', () => {
  test('request facts without the body and without secrets, and the whole answer', async () => {
    const { url } = await receiver({
      status: 200,
      headers: { 'x-a': 'b', 'set-cookie': 'id=1' },
      body: '{"ok":true}',
    })
    const { exchange } = await deliver(`${url}?shop=1&api_key=s3cret-value`, {
      target: { headers: { 'X-Api-Key': 'k-123456', 'x-shop': 'main' } },
    })
    expect(exchange.request).toEqual({
      method: 'POST',
      url: `${url}?shop=1&api_key=***`,
      bodyBytes: Buffer.byteLength(BODY),
      headers: {
        'X-Api-Key': '***',
        'x-shop': 'main',
        'content-type': 'application/json; charset=utf-8',
        'user-agent': expect.any(String),
        'webhook-id': KEY,
        'webhook-timestamp': String(NOW / 1000),
        'webhook-signature': expect.stringMatching(/^v1,.{44}$/),
      },
    })
    expect(exchange.response).toMatchObject({
      status: 200,
      headers: { 'x-a': 'b', 'set-cookie': '***' },
      body: '{"ok":true}',
      isBodyTruncated: false,
      durationMs: expect.any(Number),
    })
  })

  test('secrets that the receiver echoes are cut out', async () => {
    const echo = 'you sent Bearer tok-123456 and s3cret-value'
    const { url } = await receiver({ status: 401, headers: { 'x-echo': 'tok-123456' }, body: echo })
    const { exchange } = await deliver(`${url}?token=s3cret-value`, {
      target: { headers: { authorization: 'Bearer tok-123456' } },
    })
    expect(JSON.stringify(exchange)).not.toMatch(/tok-123456|s3cret-value/)
    expect(exchange.response?.['body']).toBe('you sent *** and ***')
  })

  test('16 KiB of a huge answer', async () => {
    const { url } = await receiver({ status: 200, body: 'x'.repeat(5_000_000) })
    const { exchange } = await deliver(url)
    expect(exchange.response).toMatchObject({ isBodyTruncated: true })
    expect(String(exchange.response?.['body'])).toHaveLength(16_384)
  })
})
