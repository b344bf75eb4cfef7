import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { httpRequestChannel } from '../../../plugins/channels/http-request/httpRequestChannel.ts'
import { renderUrl } from '../../../plugins/channels/http-request/renderUrl.ts'
import type { JsonObject } from '../../../src/index.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import {
  fakeHttpSecrets,
  type HttpRequestFake,
  httpReply,
  startHttpRequestFake,
} from '../../support/fakes/http-request/startHttpRequestFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import { eventWith, tryChannel, tryPreview, tryValidate } from '../../support/fakes/tryChannel.ts'

const channel = httpRequestChannel
const open: HttpRequestFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

const mapping = [
  { to: 'number', from: { path: 'data.current.id' }, transform: ['text'] },
  { to: 'total', from: { path: 'data.current.total.$locale.amount' } },
  { to: 'contact.name', from: { path: 'data.current.customerName' } },
  { to: 'contact.phone', from: { path: 'data.current.phone' }, transform: ['e164'] },
  { to: 'items.*.sku', from: { path: 'data.current.items.*.sku' } },
  { to: 'items.*.count', from: { path: 'data.current.items.*.count' } },
]
const order = {
  phone: '8 916 123-45-67',
  items: [
    { sku: 'A', count: 1 },
    { sku: 'B', count: 2 },
  ],
}

type Given = {
  path?: string
  target?: Record<string, unknown>
  current?: JsonObject
  secrets?: Record<string, string>
  reply?: LoopbackReply
}

async function deliver({ current = order, path = '/open', reply, secrets = {}, target }: Given) {
  const fake = await startHttpRequestFake(() => reply)
  open.push(fake)
  const form = { url: `${fake.url}${path}`, bodyKind: 'json', mapping, ...target }
  return { attempt: await tryChannel({ channel, target: form, secrets, current }), fake }
}

describe('EV-30: the request that arrives', () => {
  test('mapped fields as JSON', async () => {
    const { attempt, fake } = await deliver({ target: { answerPath: 'result.id' } })
    expect(fake.orders).toEqual([
      {
        number: '42',
        total: 20000,
        contact: { name: 'Анна 👋', phone: '+79161234567' },
        items: order.items,
      },
    ])
    expect(attempt).toMatchObject({ outcome: 'delivered', code: 'http_200' })
    expect(attempt).not.toHaveProperty('note')
  })
  test('what does not fit is left out and said; what is required is not sent without', async () => {
    const current = { ...order, phone: 'нет' }
    const { attempt } = await deliver({ current })
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      reasons: [{ key: 'mapping_left_out.unfit', params: { to: 'contact.phone', detail: 'e164' } }],
    })
    const required = mapping.map((rule) => ({ ...rule, required: true }))
    const refused = await deliver({ current, target: { mapping: required } })
    expect(refused.attempt).toMatchObject({
      outcome: 'rejected',
      code: 'FLOW_MAPPING_FAILED',
      reasons: [{ key: 'FLOW_MAPPING_FAILED.unfit', params: { to: 'contact.phone' } }],
    })
    expect(refused.fake.requests).toEqual([])
  })
  test('mapped fields as a form, nested the way servers read it', async () => {
    const { fake } = await deliver({ target: { bodyKind: 'form' } })
    const [{ body = '', headers } = {}] = fake.requests
    expect(headers?.['content-type']).toBe('application/x-www-form-urlencoded')
    expect([...new URLSearchParams(body)]).toEqual([
      ['number', '42'],
      ['total', '20000'],
      ['contact[name]', 'Анна 👋'],
      ['contact[phone]', '+79161234567'],
      ['items[0][sku]', 'A'],
      ['items[0][count]', '1'],
      ['items[1][sku]', 'B'],
      ['items[1][count]', '2'],
    ])
  })
  test('a template stays JSON whatever a value brings', async () => {
    const name = '"},"admin":true,{" \\ \n'
    const body =
      '{"number":"{{ data.current.id }}","total":1,"contact":{"name":"{{ data.current.customerName }}"}}'
    const { fake } = await deliver({
      target: { bodyKind: 'template', body },
      current: { customerName: name },
    })
    expect(fake.orders).toEqual([{ number: '42', total: 1, contact: { name } }])
  })
  test.each([
    ['text/plain', '<{{ data.current.customerName }}>', '<a&b "c">'],
    ['application/xml', '<n>{{ data.current.customerName }}</n>', '<n>a&amp;b &#34;c&#34;</n>'],
    ['application/x-www-form-urlencoded', 'n={{ data.current.customerName }}', 'n=a%26b%20%22c%22'],
  ])('a template of %s', async (contentType, body, sent) => {
    const target = { bodyKind: 'template', body, contentType }
    const { fake } = await deliver({ target, current: { customerName: 'a&b "c"' } })
    expect(fake.requests[0]).toMatchObject({ body: sent, headers: { 'content-type': contentType } })
  })
  test('the event as it is, nothing at all, and the method', async () => {
    const whole = await deliver({ target: { bodyKind: 'event' } })
    expect(whole.fake.requests[0]?.json).toEqual(eventWith(order))
    const bare = await deliver({ target: { bodyKind: 'none', method: 'DELETE' } })
    expect(bare.fake.requests[0]).toMatchObject({ body: '', method: 'DELETE' })
    expect(bare.fake.requests[0]?.headers).not.toHaveProperty('content-type')
  })
  test('headers of the form win over ours, in whatever case', async () => {
    const headers = { 'Idempotency-Key': 'mine', 'X-Shop': 'утро'.length.toString() }
    const { fake } = await deliver({ target: { headers } })
    expect(fake.requests[0]?.headers).toMatchObject({ 'idempotency-key': 'mine', 'x-shop': '4' })
  })
})

describe('the address', () => {
  const templates = createTemplateRenderer()
  const url = (template: string, value: string) =>
    renderUrl(template, { value }, templates).catch((error: { code: string }) => error.code)
  test.each([
    ['a b/c', '/o/a%20b%2Fc?q=1'],
    ['x?admin=1#y', '/o/x%3Fadmin%3D1%23y?q=1'],
    ['Ж', '/o/%D0%96?q=1'],
    ['\ud800', '/o/%EF%BF%BD?q=1'],
    ['..', 'FLOW_HTTP_PATH_INVALID'],
    ['.', 'FLOW_HTTP_PATH_INVALID'],
    ['', 'FLOW_HTTP_PATH_INVALID'],
    ['%2e%2e', '/o/%252e%252e?q=1'],
  ])('%j in the path', async (value, expected) => {
    const got = await url('https://api.example/o/{{ value }}?q=1', value)
    expect(got).toBe(expected.startsWith('/') ? `https://api.example${expected}` : expected)
  })
  test.each([
    'https://{{ value }}/x',
    'https://api.example{{ value }}',
    'https://api.example:{{ value }}/',
    '{{ value }}',
    'https://user:pass@api.example/',
    'ftp://api.example/',
    'https://',
  ])('%s names no server of its own', async (template) => {
    expect(await url(template, 'evil.example')).toBe('FLOW_HTTP_URL_INVALID')
  })
  test('no value leaves its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
        const got = await url('https://api.example/a/{{ value }}/b?x={{ value }}&y=1', value)
        if (got === 'FLOW_HTTP_PATH_INVALID') return
        const { origin, pathname, searchParams } = new URL(got)
        expect([origin, pathname.split('/').length, searchParams.get('y')]).toEqual([
          'https://api.example',
          4,
          '1',
        ])
      }),
    )
  })
})

describe('who asks', () => {
  const { hmacSecret, password, token, username } = fakeHttpSecrets
  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['/basic', { auth: 'basic', username }, { password }],
    ['/bearer', { auth: 'bearer' }, { token }],
    ['/hmac', { auth: 'hmac', hmacHeader: 'X-Shop-Proof', hmacPrefix: 'sha256=' }, { hmacSecret }],
  ])('%s: let in, and nothing of it in the log', async (path, target, secrets) => {
    const { attempt, fake } = await deliver({ path, target, secrets })
    expect(attempt.outcome).toBe('delivered')
    const headers: Record<string, unknown> = fake.requests[0]?.headers ?? {}
    const shown = JSON.stringify(attempt)
    const sent = `${headers['authorization'] ?? headers['x-shop-proof']}`
    for (const secret of [...Object.values(secrets), sent]) expect(shown).not.toContain(secret)
    const stranger = await deliver({ path })
    expect(stranger.attempt).toMatchObject({ outcome: 'rejected', code: 'http_401' })
  })
  test.each([
    [{ auth: 'basic', username }, 'password'],
    [{ auth: 'basic' }, 'username'],
    [{ auth: 'bearer' }, 'token'],
    [{ auth: 'hmac' }, 'hmacSecret'],
  ])('%j without its secret is not sent', async (target, field) => {
    const { attempt, fake } = await deliver({ target })
    expect(attempt).toMatchObject({
      outcome: 'rejected',
      code: 'FLOW_HTTP_SECRET_MISSING',
      reasons: [{ params: { field } }],
    })
    expect(fake.requests).toEqual([])
  })
})

describe('answers', () => {
  test.each<[string, LoopbackReply, Record<string, unknown>, object]>([
    ['gone', httpReply(410, {}), {}, { outcome: 'rejected', isGone: true, code: 'http_410' }],
    ['redirect', httpReply(302, {}), {}, { outcome: 'unavailable', code: 'http_302' }],
    ['refused', httpReply(404, {}), {}, { outcome: 'rejected', code: 'http_404' }],
    [
      'refused, retried',
      httpReply(404, {}),
      { isRefusalRetried: true },
      { outcome: 'unavailable' },
    ],
    [
      'expected refusal',
      httpReply(409, {}),
      { expectedStatus: '200-299, 409' },
      { outcome: 'delivered' },
    ],
    [
      'an unexpected success',
      httpReply(202, {}),
      { expectedStatus: '201' },
      { outcome: 'unavailable' },
    ],
    ['slow down', httpReply(429, {}, { 'retry-after': '3' }), {}, { retryAfterMs: 3000 }],
    ['down', httpReply(503, {}, { 'retry-after': '3' }), {}, { retryAfterMs: 3000 }],
    [
      'failure inside success',
      httpReply(200, { ok: false }),
      { answerPath: 'ok', answerEquals: 'true' },
      {
        outcome: 'unavailable',
        code: 'HTTP_ANSWER_FAILED',
        reasons: [{ key: 'failed_inside', params: { path: 'ok', found: 'false' } }],
      },
    ],
    [
      'failure inside success, final',
      httpReply(200, { errors: [{ code: 7 }] }),
      { answerPath: 'data.id', isAnswerFinal: true },
      { outcome: 'rejected', reasons: [{ key: 'absent_inside' }] },
    ],
    [
      'a prototype is no answer',
      httpReply(200, {}),
      { answerPath: 'constructor.name' },
      { outcome: 'unavailable', reasons: [{ key: 'absent_inside' }] },
    ],
  ])('%s', async (_, reply, target, expected) => {
    expect((await deliver({ reply, target })).attempt).toMatchObject(expected)
  })
  test('the fake’s own complaint inside 200 is a failure', async () => {
    const target = { mapping: mapping.slice(0, 1), answerPath: 'ok', answerEquals: 'true' }
    const { attempt, fake } = await deliver({ target })
    expect(attempt).toMatchObject({ outcome: 'unavailable', code: 'HTTP_ANSWER_FAILED' })
    expect(fake.orders).toEqual([])
  })
})

describe('the form', () => {
  const url = 'https://1.1.1.1/{{ data.current.id }}'
  test.each<[Record<string, unknown>, unknown]>([
    [{ url }, undefined],
    [{ url: 'https://{{ x }}' }, ['FLOW_HTTP_URL_INVALID', 'url']],
    [{ url: 'http://127.0.0.1/{{ x }}' }, ['FLOW_EGRESS_FORBIDDEN_TARGET', undefined]],
    [{ url: `${url}{{` }, ['FLOW_TEMPLATE_INVALID', 'url']],
    [{ url, bodyKind: 'template' }, ['FLOW_HTTP_BODY_MISSING', 'body']],
    [{ url, bodyKind: 'template', body: '{% if %}' }, ['FLOW_TEMPLATE_INVALID', 'body']],
    [{ url, bodyKind: 'json' }, ['FLOW_HTTP_BODY_MISSING', 'mapping']],
    [
      { url, bodyKind: 'json', mapping: [{ to: 'a', from: { template: '{{' } }] },
      ['FLOW_MAPPING_INVALID', 'mapping'],
    ],
    [{ url, auth: 'hmac', hmacHeader: 'host' }, ['FLOW_HTTP_SECRET_MISSING', 'hmacHeader']],
    [{ url, auth: 'basic' }, ['FLOW_HTTP_SECRET_MISSING', 'username']],
  ])('%j', async (target, expected) => {
    expect(await tryValidate({ channel, target })).toEqual(expected)
  })
  test.each([
    [{ url, expectedStatus: '2xx' }],
    [{ url, expectedStatus: '299-200' }],
    [{ url, expectedStatus: '100' }],
    [{ url, mapping: [{ to: 'a' }] }],
    [{ url, headers: { host: 'x' } }],
    [{ url, headers: { a: 'x\ny' } }],
  ])('%j is no target', (target) => {
    expect(channel.target.safeParse(target).success).toBe(false)
  })
  test('preview and line', async () => {
    const target = { url: `${url}?api_key=abc`, bodyKind: 'json', mapping: mapping.slice(0, 1) }
    expect(await tryPreview({ channel, target })).toEqual({
      to: 'POST https://1.1.1.1/42?api_key=***',
      json: { number: '42' },
    })
    expect(channel.describeTarget(channel.target.parse(target))).toBe(
      'POST 1.1.1.1/{{ data.current.id }}',
    )
  })
})
