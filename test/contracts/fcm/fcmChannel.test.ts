import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { createFcmChannel } from '../../../plugins/channels/fcm/fcmChannel.ts'
import type { PushDevice } from '../../../src/index.ts'
import { fakeServiceAccount } from '../../support/fakes/fcm/fakeServiceAccount.ts'
import {
  FAKE_APP_TOKEN,
  type FcmFake,
  fcmError,
  startFcmFake,
} from '../../support/fakes/fcm/startFcmFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

/** The clock of `tryChannel`. */
const now = (): number => Date.parse('2026-11-21T10:00:00.000Z')
const secrets = { serviceAccount: fakeServiceAccount.json }
const target = { recipient: '1', title: 'Заказ {{ data.current.id }}' }

let fake: FcmFake
let channel: ReturnType<typeof createFcmChannel>
let tokenReply: LoopbackReply | undefined

beforeEach(async () => {
  tokenReply = undefined
  fake = await startFcmFake({
    now,
    script: ({ path }) => (path === '/token' ? tokenReply : undefined),
  })
  channel = createFcmChannel({ apiUrl: fake.url, tokenUrl: fake.tokenUrl })
})
afterEach(() => fake.close())

const app = (id: string): PushDevice => ({
  ...{ id, label: `Pixel ${id}`, kind: 'fcm' },
  token: `${FAKE_APP_TOKEN}-${id}-0123456789`,
})
const send = (devices: readonly PushDevice[], more: object = {}) =>
  tryChannel({ channel, devices, secrets, target: { ...target, ...more } })
const tokenOf = (device: PushDevice): string => ('token' in device ? device.token : '')

describe('the message', () => {
  test('all parts, for every system, with the delivery’s id as its tag', async () => {
    const attempt = await send([app('a')], {
      text: 'Спасибо!',
      link: 'https://shop.example.com/o/1',
      icon: 'https://shop.example.com/icon.png',
      image: 'https://shop.example.com/big.png',
      data: '{"n": 5, "yes": true, "deep": {"a": [1]}, "none": null, "quote": "{{ data.current.name | default: \'a"b\' }}"}',
      ttlSeconds: 60,
      urgency: 'normal',
    })
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'FCM_200',
      devices: { reached: ['a'] },
    })
    expect(fake.sent).toMatchObject([
      {
        notification: { body: 'Спасибо!', image: 'https://shop.example.com/big.png' },
        data: { n: '5', yes: 'true', deep: '{"a":[1]}', link: 'https://shop.example.com/o/1' },
        android: {
          collapse_key: 'dlv_1',
          ttl: '60s',
          priority: 'NORMAL',
          notification: { tag: 'dlv_1' },
        },
        apns: { headers: { 'apns-collapse-id': 'dlv_1', 'apns-priority': '5' } },
        webpush: {
          headers: { TTL: '60' },
          notification: { tag: 'dlv_1', icon: 'https://shop.example.com/icon.png' },
          fcm_options: { link: 'https://shop.example.com/o/1' },
        },
      },
    ])
    expect(fake.sent[0]?.data).not.toHaveProperty('none')
  })
  test('an address without https is no link of FCM’s own', async () => {
    expect(await send([app('a')], { link: 'http://shop.example.com' })).toMatchObject({
      outcome: 'delivered',
    })
    expect(fake.sent[0]?.webpush).not.toHaveProperty('fcm_options')
  })
  test.each([
    ['[1]', 'FLOW_FCM_DATA_INVALID'],
    ['{"from": "x"}', 'FLOW_FCM_DATA_INVALID'],
    ['{"google.x": "x"}', 'FLOW_FCM_DATA_INVALID'],
    ['{', 'FLOW_FCM_DATA_INVALID'],
    [`{"a": "${'x'.repeat(4100)}"}`, 'FLOW_FCM_TOO_LARGE'],
  ])('refused before anything is sent: %#', async (data, code) => {
    expect(await send([app('a')], { data })).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toEqual([])
  })
})

describe('what FCM answers', () => {
  test.each<[string, LoopbackReply, object]>([
    [
      'UNREGISTERED',
      fcmError(404, 'NOT_FOUND', 'x', { own: 'UNREGISTERED' }),
      { outcome: 'rejected', devices: { reached: [], gone: ['a'] } },
    ],
    [
      'INVALID_ARGUMENT',
      fcmError(
        400,
        'INVALID_ARGUMENT',
        'The registration token is not a valid FCM registration token',
        { own: 'INVALID_ARGUMENT' },
      ),
      { outcome: 'rejected', devices: { gone: ['a'] } },
    ],
    [
      'INVALID_ARGUMENT',
      fcmError(400, 'INVALID_ARGUMENT', 'Invalid value at message.token', {
        own: 'INVALID_ARGUMENT',
        violations: ['message.token'],
      }),
      { outcome: 'rejected', devices: { gone: ['a'] } },
    ],
    [
      'INVALID_ARGUMENT',
      fcmError(400, 'INVALID_ARGUMENT', 'Invalid registration token or data', {
        violations: ['message.data'],
      }),
      { outcome: 'rejected', devices: { gone: [] } },
    ],
    [
      'INVALID_ARGUMENT',
      fcmError(400, 'INVALID_ARGUMENT', 'Message too big', { own: 'INVALID_ARGUMENT' }),
      { outcome: 'rejected', devices: { gone: [] } },
    ],
    [
      'SENDER_ID_MISMATCH',
      fcmError(403, 'PERMISSION_DENIED', 'x', { own: 'SENDER_ID_MISMATCH' }),
      { outcome: 'rejected', reasons: [{ key: 'sender' }] },
    ],
    [
      'THIRD_PARTY_AUTH_ERROR',
      fcmError(401, 'UNAUTHENTICATED', 'x', { own: 'THIRD_PARTY_AUTH_ERROR' }),
      { outcome: 'rejected', reasons: [{ key: 'apple' }] },
    ],
    [
      'QUOTA_EXCEEDED',
      fcmError(429, 'RESOURCE_EXHAUSTED', 'x', { own: 'QUOTA_EXCEEDED' }),
      { outcome: 'unavailable', retryAfterMs: 60_000 },
    ],
    [
      'QUOTA_EXCEEDED',
      fcmError(429, 'RESOURCE_EXHAUSTED', 'x', {
        own: 'QUOTA_EXCEEDED',
        headers: { 'retry-after': '5' },
      }),
      { outcome: 'unavailable', retryAfterMs: 5_000 },
    ],
    [
      'UNAVAILABLE',
      fcmError(503, 'UNAVAILABLE', 'x', { own: 'UNAVAILABLE' }),
      { outcome: 'unavailable' },
    ],
    ['INTERNAL', fcmError(500, 'INTERNAL', 'x', { own: 'INTERNAL' }), { outcome: 'unavailable' }],
    [
      'PERMISSION_DENIED',
      fcmError(403, 'PERMISSION_DENIED', 'x'),
      { outcome: 'rejected', reasons: [{ key: 'account' }] },
    ],
  ])('%s', async (code, reply, expected) => {
    const device = app('a')
    fake.answerWith(tokenOf(device), reply)
    expect(await send([device])).toMatchObject({ code: `FCM_${code}`, ...expected })
    expect(fake.grants()).toBe(1)
  })
})

describe('access tokens', () => {
  test('one for its life, over tries and devices', async () => {
    await send([app('a'), app('b'), app('c')])
    await send([app('a')])
    expect([fake.grants(), fake.sent.length]).toEqual([1, 4])
  })
  test('another account asks for its own', async () => {
    await send([app('a')])
    const other = createFcmChannel({ apiUrl: fake.url, tokenUrl: fake.tokenUrl })
    await tryChannel({ channel: other, devices: [app('a')], secrets, target })
    expect(fake.grants()).toBe(2)
  })
  test('one that ended early is replaced once, for all devices together', async () => {
    await send([app('a')])
    fake.endTokens()
    expect(await send([app('a'), app('b')])).toMatchObject({ outcome: 'delivered' })
    expect([fake.grants(), fake.sent.length]).toEqual([2, 3])
  })
  test('refused again with a fresh one: the account is at fault, and nobody asks on', async () => {
    const device = app('a')
    fake.answerWith(tokenOf(device), fcmError(401, 'UNAUTHENTICATED', `no ${tokenOf(device)}`))
    const attempt = await send([device])
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'FCM_UNAUTHENTICATED' })
    expect(fake.grants()).toBe(2)
    expect(JSON.stringify(attempt)).not.toContain(tokenOf(device))
  })
  test.each<[number, LoopbackReply, object]>([
    [
      400,
      {
        status: 400,
        body: '{"error":"invalid_grant","error_description":"Invalid JWT Signature."}',
      },
      { outcome: 'rejected', code: 'FCM_INVALID_GRANT' },
    ],
    [
      429,
      { status: 429, headers: { 'retry-after': '9' }, body: '{}' },
      { outcome: 'unavailable', retryAfterMs: 9_000 },
    ],
    [500, { status: 500, body: '{"error":"internal_failure"}' }, { outcome: 'unavailable' }],
    [200, { status: 200, body: '<html>' }, { outcome: 'unavailable' }],
  ])('no token, %i', async (_, reply, expected) => {
    tokenReply = reply
    const attempt = await send([app('a')])
    expect(attempt).toMatchObject(expected)
    expect(fake.sent).toEqual([])
    const assertion = new URLSearchParams(fake.requests[0]?.body).get('assertion') ?? ''
    expect(assertion.length).toBeGreaterThan(100)
    expect(JSON.stringify(attempt)).not.toContain(assertion)
  })
})

describe('the account', () => {
  test('a check sends nothing, and tells whose it is', async () => {
    expect(await tryConnection({ channel, secrets, target })).toEqual({
      isOk: true,
      account: `${fakeServiceAccount.projectId}, ${fakeServiceAccount.clientEmail}`,
    })
    expect(fake.sent).toEqual([])
    expect(fake.requests.at(-1)?.json).toMatchObject({ validate_only: true })
    const elsewhere = secrets.serviceAccount.replace('"fake-project"', '"another-project"')
    expect(
      await tryConnection({ channel, secrets: { serviceAccount: elsewhere }, target }),
    ).toMatchObject({ isOk: false, code: 'FCM_PERMISSION_DENIED' })
  })
  test.each([
    '',
    'x',
    '{}',
    '{"type":"authorized_user"}',
    fakeServiceAccount.json.replace('BEGIN', 'BEGUN'),
  ])('no key file: %#', (value) => {
    expect(() => channel.checkSecret?.('serviceAccount', value)).toThrow(/FLOW_FCM_ACCOUNT_/)
  })
})

test('the form: somebody must be named; the preview is what would be sent', async () => {
  expect(await tryValidate({ channel, target: { title: 'x' } })).toEqual([
    'FLOW_FCM_NOBODY',
    'recipient',
  ])
  expect(await tryPreview({ channel, target })).toMatchObject({
    to: '1',
    json: { android: { notification: { tag: 'dlv_1' } } },
  })
})
