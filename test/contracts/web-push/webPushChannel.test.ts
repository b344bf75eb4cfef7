import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { generateVapidKey, vapidKeysOf } from '../../../plugins/channels/web-push/vapidKeys.ts'
import { createWebPushChannel } from '../../../plugins/channels/web-push/webPushChannel.ts'
import type { PushDevice } from '../../../src/index.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'
import {
  FAKE_VAPID,
  startWebPushFake,
  type WebPushFake,
  webPushReply,
} from '../../support/fakes/web-push/startWebPushFake.ts'

let fake: WebPushFake
let channel: ReturnType<typeof createWebPushChannel>

beforeAll(async () => {
  fake = await startWebPushFake()
  channel = createWebPushChannel({ ...FAKE_VAPID, serviceUrl: fake.url })
})
afterAll(() => fake.close())
beforeEach(() => {
  fake.shown.splice(0)
})

function browser(id: string, label = 'Chrome, Windows', publicKey?: string): PushDevice {
  const { endpoint, keys } = fake.subscribe(publicKey)
  return { id, label, kind: 'web-push', endpoint, ...keys }
}
const addressOf = (device: PushDevice): string => ('endpoint' in device ? device.endpoint : '')

const target = { recipient: '1', title: 'Заказ {{ data.current.id }}' }
const send = (devices: readonly PushDevice[], more: object = {}) =>
  tryChannel({ channel, devices, target: { ...target, ...more } })

describe('the notification', () => {
  test('all parts, with the delivery’s id as its tag', async () => {
    const parts = {
      text: 'Спасибо!',
      link: 'https://shop.example.com/orders/1?a=b',
      icon: '/icon.png',
      image: 'https://shop.example.com/big.png',
      ttlSeconds: 60,
      urgency: 'high',
      topic: 'orders',
    }
    const attempt = await send([browser('a')], parts)
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'WEB_PUSH_201',
      receipt: { devices: 1 },
      devices: { reached: ['a'], gone: [] },
    })
    const { icon, image, link, text } = parts
    expect(fake.shown).toMatchObject([
      {
        ttl: 60,
        urgency: 'high',
        topic: 'orders',
        message: { text, link, icon, image, tag: 'dlv_1' },
      },
    ])
  })
  test('a topic of other signs is told apart by its hash; without one the delivery’s own', async () => {
    await send([browser('a')], { topic: 'заказ № 5' })
    await send([browser('a')])
    await send([browser('a')], { topic: 'заказ № 6' })
    const topics = fake.shown.map(({ topic }) => topic)
    expect(new Set(topics).size).toBe(3)
    expect(topics[1]).toBe('dlv_1')
    expect(topics[0]).toMatch(/^[\w-]{32}$/)
  })
  test.each(['javascript:alert(1)', '//evil.example', 'nonsense'])(
    'a link that is none is left out and said: %s',
    async (link) => {
      const attempt = await send([browser('a')], { link })
      expect(attempt).toMatchObject({
        outcome: 'delivered',
        note: 'the link is not a web address, left out',
      })
      expect(fake.shown[0]?.message).not.toHaveProperty('link')
    },
  )
  test('the largest that fits arrives; one byte more is refused before anything is sent', async () => {
    const fixed = Buffer.byteLength(JSON.stringify({ title: 'x', tag: 'dlv_1', text: '' }))
    const most = 3993 - fixed
    const devices = [browser('a')]
    const fits = await send(devices, { title: 'x', text: 'я'.repeat(10) + 'y'.repeat(most - 20) })
    expect(fits).toMatchObject({ outcome: 'delivered' })
    const asked = fake.requests.length
    const long = await send(devices, { title: 'x', text: 'y'.repeat(most + 1) })
    expect(long).toMatchObject({
      outcome: 'rejected',
      code: 'FLOW_WEB_PUSH_TOO_LARGE',
      reasons: [{ key: 'FLOW_WEB_PUSH_TOO_LARGE', params: { bytes: 3994, most: 3993 } }],
    })
    expect(fake.requests.length).toBe(asked)
  })
  test('an empty title is refused', async () => {
    expect(await send([browser('a')], { title: '{{ "" }}' })).toMatchObject({
      outcome: 'rejected',
      code: 'FLOW_WEB_PUSH_TITLE_EMPTY',
    })
  })
})

describe('what push services answer', () => {
  test.each<[number, LoopbackReply, object]>([
    [404, webPushReply(404), { outcome: 'rejected', devices: { reached: [], gone: ['a'] } }],
    [410, webPushReply(410), { outcome: 'rejected', devices: { reached: [], gone: ['a'] } }],
    [400, webPushReply(400, 'bad'), { outcome: 'rejected', devices: { gone: [] } }],
    [401, webPushReply(401, 'BadJwtToken'), { outcome: 'rejected', reasons: [{ key: 'keys' }] }],
    [403, webPushReply(403, 'mismatch'), { outcome: 'rejected', reasons: [{ key: 'keys' }] }],
    [413, webPushReply(413), { outcome: 'rejected', reasons: [{ key: 'too_large' }] }],
    [
      429,
      webPushReply(429, '', { 'retry-after': '90' }),
      { outcome: 'unavailable', retryAfterMs: 90_000 },
    ],
    [500, webPushReply(500), { outcome: 'unavailable' }],
    [503, webPushReply(503), { outcome: 'unavailable' }],
    [200, webPushReply(200, 'ok'), { outcome: 'delivered' }],
    [202, webPushReply(202), { outcome: 'delivered' }],
    [302, webPushReply(302, '', { location: 'https://login.example' }), { outcome: 'unavailable' }],
  ])('%i', async (status, reply, expected) => {
    const device = browser('a')
    fake.answerWith(addressOf(device), reply)
    expect(await send([device])).toMatchObject({ code: `WEB_PUSH_${status}`, ...expected })
  })
  test('a browser that subscribed with another key: the service says so, and it is not forgotten', async () => {
    const { publicKey } = vapidKeysOf(generateVapidKey())
    expect(await send([browser('a', 'Firefox', publicKey)])).toMatchObject({
      outcome: 'rejected',
      code: 'WEB_PUSH_403',
      devices: { reached: [], gone: [] },
    })
  })
  test('keys that nothing can be encrypted with are the fault of one device alone', async () => {
    const odd = { ...browser('odd', 'Старый'), p256dh: Buffer.alloc(65, 4).toString('base64url') }
    const attempt = await send([odd as PushDevice, browser('b')])
    expect(attempt).toMatchObject({ outcome: 'delivered', devices: { reached: ['b'], gone: [] } })
    expect(attempt).toHaveProperty('note', expect.stringContaining('not: Старый'))
  })
})

describe('several devices', () => {
  test('one took it, one is gone: delivered, and which one is said', async () => {
    const [calm, gone] = [browser('calm'), browser('gone', 'Firefox, Linux')]
    fake.drop(addressOf(gone))
    expect(await send([calm, gone])).toMatchObject({
      outcome: 'delivered',
      note: '1 of 2 devices took it, not: Firefox, Linux; the browser has switched notifications off; it was forgotten',
      reasons: [{ key: 'devices_partly' }, { key: 'gone' }],
      devices: { reached: ['calm'], gone: ['gone'] },
    })
  })
  test('one busy: again, after the longest wait that was asked for', async () => {
    const devices = [browser('a'), browser('b'), browser('c')]
    const [, b, c] = devices.map(addressOf)
    fake.answerWith(b ?? '', webPushReply(429, '', { 'retry-after': '5' }))
    fake.answerWith(c ?? '', webPushReply(503, '', { 'retry-after': '60' }))
    expect(await send(devices)).toMatchObject({
      outcome: 'unavailable',
      code: 'WEB_PUSH_429',
      retryAfterMs: 60_000,
      devices: { reached: ['a'], gone: [] },
    })
  })
  test('five hundred: every one once, and the log stays small', async () => {
    const devices = Array.from({ length: 500 }, (_, index) => browser(String(index)))
    const attempt = await send(devices)
    expect(attempt).toMatchObject({ outcome: 'delivered', receipt: { devices: 500 } })
    expect(new Set(fake.shown.map(({ endpoint }) => endpoint)).size).toBe(500)
    expect(JSON.stringify(attempt.exchange).length).toBeLessThan(20_000)
  })
})

describe('keys', () => {
  test('without keys, or without somebody to write to, nothing goes out', async () => {
    const bare = { channel: createWebPushChannel(), devices: [browser('a')], target }
    expect(await tryChannel(bare)).toMatchObject({ code: 'FLOW_WEB_PUSH_KEY_MISSING' })
    const { privateKey } = FAKE_VAPID
    const secrets = { privateKey }
    expect(await tryChannel({ ...bare, secrets })).toMatchObject({
      code: 'FLOW_WEB_PUSH_SUBJECT_MISSING',
    })
    const local = { ...target, subject: 'https://localhost' }
    expect(await tryChannel({ ...bare, secrets, target: local })).toMatchObject({
      code: 'FLOW_WEB_PUSH_SUBJECT_INVALID',
    })
  })
  test('the public half follows from the private one, whatever its first bytes', () => {
    for (let count = 0; count < 600; count += 1) {
      const key = generateVapidKey()
      expect(key).toHaveLength(43)
      expect(vapidKeysOf(key).publicKey).toHaveLength(87)
    }
    const { privateKey, publicKey } = FAKE_VAPID
    expect(vapidKeysOf(privateKey, publicKey)).toEqual({ privateKey, publicKey })
  })
  test.each(['', 'short', 'A'.repeat(43), '_'.repeat(43), `${FAKE_VAPID.privateKey}AA`])(
    'no key: %s',
    (value) => {
      expect(() => channel.checkSecret?.('privateKey', value)).toThrow('FLOW_WEB_PUSH_KEY_INVALID')
    },
  )
  test('a check signs and sends nothing', async () => {
    const asked = fake.requests.length
    expect(await tryConnection({ channel, target })).toMatchObject({
      isOk: true,
      account: expect.stringContaining(FAKE_VAPID.subject),
    })
    const { publicKey } = vapidKeysOf(generateVapidKey())
    const mixed = createWebPushChannel({ ...FAKE_VAPID, publicKey })
    expect(await tryConnection({ channel: mixed, target })).toMatchObject({
      isOk: false,
      code: 'FLOW_WEB_PUSH_KEYS_DIFFER',
    })
    expect(fake.requests.length).toBe(asked)
  })
})

test('the form: somebody must be named, templates are checked', async () => {
  expect(await tryValidate({ channel, target: { title: 'x' } })).toEqual([
    'FLOW_WEB_PUSH_NOBODY',
    'recipient',
  ])
  expect(await tryValidate({ channel, target: { role: 'staff', link: '{{ x' } })).toEqual([
    'FLOW_TEMPLATE_INVALID',
    'link',
  ])
  expect(await tryValidate({ channel, target: { role: 'staff' } })).toBeUndefined()
})

test('the preview is what would be shown', async () => {
  const shown = { ...target, role: 'admin', text: 'Спасибо' }
  expect(await tryPreview({ channel, target: shown })).toMatchObject({
    to: '1, admin',
    subject: expect.stringMatching(/^Заказ /),
    text: 'Спасибо',
    json: { tag: 'dlv_1' },
  })
})
