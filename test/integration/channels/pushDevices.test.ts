import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { createFcmChannel } from '../../../plugins/channels/fcm/fcmChannel.ts'
import { createWebPushChannel } from '../../../plugins/channels/web-push/webPushChannel.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { dumpTables } from '../../support/flow/dumpTables.ts'
import { until } from '../../support/flow/until.ts'
import { fakeServiceAccount } from '../../support/fakes/fcm/fakeServiceAccount.ts'
import { FAKE_APP_TOKEN, type FcmFake, startFcmFake } from '../../support/fakes/fcm/startFcmFake.ts'
import {
  FAKE_VAPID,
  startWebPushFake,
  type WebPushFake,
  webPushReply,
} from '../../support/fakes/web-push/startWebPushFake.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

type Subscription = ReturnType<WebPushFake['subscribe']>

let flow: BootedFlow
let push: WebPushFake
let fcm: FcmFake
let admin: Actor
let manager: Actor
let customer: Actor
let other: Actor
let subscriptions: string[] = []

beforeAll(async () => {
  push = await startWebPushFake()
  fcm = await startFcmFake()
  flow = await bootFlow({
    channels: [
      createWebPushChannel({ ...FAKE_VAPID, serviceUrl: push.url }),
      createFcmChannel({
        serviceAccount: fakeServiceAccount.json,
        apiUrl: fcm.url,
        tokenUrl: fcm.tokenUrl,
      }),
    ],
  })
  admin = await createActor(flow.payload, 'admin')
  manager = await createActor(flow.payload, 'manager')
  customer = await createActor(flow.payload, 'customer')
  other = await createActor(flow.payload, 'customer')
}, 300_000)
afterAll(async () => {
  await flow?.destroy()
  await Promise.all([push?.close(), fcm?.close()])
})
beforeEach(async () => {
  for (const id of subscriptions.splice(0)) {
    await flow.rest('DELETE', `/event-subscriptions/${id}`, undefined, { user: manager })
  }
  await flow.sql.query('DELETE FROM push_devices')
  push.shown.splice(0)
  fcm.sent.splice(0)
})

async function register(
  user: Actor,
  subscription: Subscription = push.subscribe(),
  more: object = {},
): Promise<Subscription> {
  const body = { kind: 'web-push', subscription, ...more }
  const answer = await flow.rest('POST', '/push/devices', body, { user })
  expect([answer.body.errors, answer.status < 300]).toEqual([undefined, true])
  return subscription
}

async function subscribe(channel: object): Promise<void> {
  const body = { name: 'Уведомления', events: ['order.paid'], channels: [channel] }
  const answer = await flow.rest('POST', '/event-subscriptions', body, { user: manager })
  expect([answer.status, answer.body.errors]).toEqual([201, undefined])
  subscriptions = [...subscriptions, String(answer.body.doc['id'])]
}

const toCustomer = {
  blockType: 'web-push',
  recipient: '{{ data.current.customer }}',
  title: 'Заказ {{ data.current.number }} оплачен',
  text: 'Спасибо, {{ data.current.customerName }}!',
  link: '/orders/{{ data.current.id }}',
}

type Row = {
  id: string
  status: string
  last_code: string
  last_error: string | null
  tries: number
}

/** An order is made and paid; the deliveries of that. */
async function payOrder(buyer: Actor | undefined): Promise<Row[]> {
  const order = {
    total: { amount: 20_000, currency: 'RUB' },
    customerName: 'Анна',
    ...(buyer ? { customer: buyer.id } : {}),
  }
  const made = await flow.rest('POST', '/orders?locale=ru', order, { user: manager })
  const path = `/orders/${String(made.body.doc['id'])}`
  const paid = await flow.rest('PATCH', path, { status: 'paid' }, { user: manager })
  expect([paid.status, paid.body.errors]).toEqual([200, undefined])
  await flow.settle()
  return deliveries()
}

async function deliveries(): Promise<Row[]> {
  const { rows } = await flow.sql.query<Row>(
    `SELECT id, status::text, last_code, last_error, attempts_finished::int AS tries FROM event_deliveries
     WHERE event = (SELECT id FROM event_logs WHERE type = 'order.paid' ORDER BY created_at DESC LIMIT 1)`,
  )
  return rows
}

async function devicesOf(user: Actor): Promise<Record<string, unknown>[]> {
  const { body } = await flow.rest('GET', '/push-devices?sort=id', undefined, { user })
  return body.docs
}

describe('a notification in a browser', () => {
  test('the public key is the server’s, and the worker is a script of the site', async () => {
    const key = await flow.rest('GET', '/push/public-key')
    expect([key.status, key.body]).toMatchObject([200, { publicKey: FAKE_VAPID.publicKey }])
    const worker = await flow.rest('GET', '/push/worker.js')
    expect(worker.status).toBe(200)
    expect(worker.headers.get('service-worker-allowed')).toBe('/')
    expect(worker.headers.get('content-type')).toContain('text/javascript')
  })

  test('registered over REST, paid, decrypted in the browser', async () => {
    const { endpoint } = await register(customer)
    await register(other)
    await subscribe(toCustomer)
    const [row] = await payOrder(customer)
    expect(row).toMatchObject({ status: 'delivered', last_code: 'WEB_PUSH_201', last_error: null })
    expect(push.shown).toMatchObject([
      {
        endpoint,
        ttl: 86_400,
        urgency: 'normal',
        message: { title: expect.stringMatching(/^Заказ FM-\d+ оплачен$/), text: 'Спасибо, Анна!' },
      },
    ])
    expect(push.shown[0]?.message['tag']).toBe(row?.id)
    const [device] = await devicesOf(customer)
    expect(device?.['lastUsedAt']).toEqual(expect.any(String))
  })

  test('a role: every device of the staff, and of nobody else', async () => {
    const { endpoint } = await register(manager)
    await register(customer)
    await subscribe({ ...toCustomer, recipient: '', role: 'staff' })
    expect(await payOrder(customer)).toMatchObject([{ status: 'delivered' }])
    expect(push.shown.map((each) => each.endpoint)).toEqual([endpoint])
  })

  test('410: the device is forgotten, and the next one is skipped', async () => {
    const { endpoint } = await register(customer)
    push.drop(endpoint)
    await subscribe(toCustomer)
    expect(await payOrder(customer)).toMatchObject([
      {
        status: 'dead',
        last_code: 'WEB_PUSH_410',
        last_error: 'the browser has switched notifications off; it was forgotten',
      },
    ])
    expect(await devicesOf(customer)).toEqual([])
    const asked = push.requests.length
    expect(await payOrder(customer)).toMatchObject([
      { status: 'cancelled', last_code: 'NO_DEVICE' },
    ])
    expect(push.requests.length).toBe(asked)
  })

  test('no device and no customer: skipped, with a reason in both languages and no attempt', async () => {
    await subscribe(toCustomer)
    const [row] = await payOrder(customer)
    expect(row).toMatchObject({
      status: 'cancelled',
      last_code: 'NO_DEVICE',
      last_error: 'skipped: the recipients have no device that takes notifications',
    })
    const { rows } = await flow.sql.query(
      `SELECT last_reasons FROM event_deliveries d WHERE id = $1
       AND NOT EXISTS (SELECT 1 FROM event_attempts a WHERE a.delivery = d.id)`,
      [row?.id],
    )
    expect(rows).toEqual([{ last_reasons: [{ key: 'no_device', params: {} }] }])
    expect(await payOrder(undefined)).toMatchObject([
      { status: 'cancelled', last_code: 'NO_ADDRESSEE' },
    ])
  })

  test('two devices, one busy: tried again with the same tag, one that is gone is told', async () => {
    const calm = await register(customer)
    const busy = await register(customer, undefined, { label: 'Рабочий ноутбук' })
    push.answerWith(busy.endpoint, webPushReply(429, `slow down ${busy.endpoint}`))
    await subscribe(toCustomer)
    const [row] = await payOrder(customer)
    expect(row).toMatchObject({ status: 'retrying', last_code: 'WEB_PUSH_429', tries: 1 })
    expect(row?.last_error).toMatch(
      /^1 of 2 devices took it, not: Рабочий ноутбук; the push service/,
    )
    push.drop(calm.endpoint)
    push.answerWith(busy.endpoint, undefined)
    await flow.sql.query('UPDATE event_deliveries SET next_attempt_at = now() WHERE id = $1', [
      row?.id,
    ])
    await until(async () => (await deliveries())[0]?.tries === 2, 'a second try')
    await flow.settle()
    expect(await deliveries()).toMatchObject([{ status: 'delivered', last_code: 'WEB_PUSH_201' }])
    expect(push.shown.map(({ endpoint }) => endpoint)).toEqual([calm.endpoint, busy.endpoint])
    const tags = new Set(push.shown.map(({ message, topic }) => `${message['tag']} ${topic}`))
    expect(tags.size).toBe(1)
    expect(await devicesOf(customer)).toMatchObject([{ label: 'Рабочий ноутбук' }])
  })
})

describe('registering', () => {
  const post = (body: object, user?: Actor) =>
    flow.rest('POST', '/push/devices', body, user ? { user } : {})

  test('the same browser again is no second device; under another person it changes hands', async () => {
    const subscription = push.subscribe()
    const first = await post({ kind: 'web-push', subscription }, customer)
    const again = await post({ kind: 'web-push', subscription, label: 'Дома' }, customer)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toMatchObject({ id: first.body['id'], label: 'Дома' })
    expect(await devicesOf(customer)).toHaveLength(1)
    await register(other, subscription)
    expect([await devicesOf(customer), await devicesOf(other)]).toMatchObject([[], [{}]])
  })

  test('a person keeps the twenty newest', async () => {
    for (let count = 0; count < 22; count += 1) {
      await flow.sql.query(
        `INSERT INTO push_devices (kind, owner_id, label, device_hash, sealed, created_at, updated_at)
         VALUES ('web-push', $1, $2, $2, 'x', now() - interval '1 day', now() - interval '1 day')`,
        [other.id, `old ${count}`],
      )
    }
    await register(other, undefined, { label: 'Новый' })
    const labels = (await flow.rest('GET', '/push-devices?limit=50', undefined, { user: other }))
      .body
    expect(labels.docs).toHaveLength(20)
    expect(labels.docs.map(({ label }) => label)).toContain('Новый')
  })

  test.each<[string, (given: Subscription) => object, string]>([
    [
      'http',
      (given) => ({ ...given, endpoint: given.endpoint.replace('https', 'http') }),
      'endpoint',
    ],
    ['no address', (given) => ({ ...given, endpoint: 'push' }), 'endpoint'],
    [
      'a key too short',
      ({ keys, ...given }) => ({ ...given, keys: { ...keys, p256dh: 'BAAA' } }),
      'p256dh',
    ],
    [
      'a key off the curve',
      ({ keys, ...given }) => ({
        ...given,
        keys: { ...keys, p256dh: Buffer.alloc(65, 4).toString('base64url') },
      }),
      'p256dh',
    ],
    [
      'a secret too long',
      ({ keys, ...given }) => ({ ...given, keys: { ...keys, auth: 'a'.repeat(30) } }),
      'auth',
    ],
    ['more than a subscription', (given) => ({ ...given, owner: 1 }), 'owner'],
  ])('refused: %s', async (_, change, field) => {
    const answer = await post(
      { kind: 'web-push', subscription: change(push.subscribe()) },
      customer,
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body.errors)).toContain(field)
    expect(await devicesOf(customer)).toEqual([])
  })

  test('refused: an address inside, which the server would post to', async () => {
    const subscription = {
      ...push.subscribe(),
      endpoint: 'https://169.254.169.254/latest/meta-data',
    }
    const answer = await post({ kind: 'web-push', subscription }, customer)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0]).toMatchObject({ code: 'FLOW_PUSH_ENDPOINT_INVALID' })
  })

  test('nobody registers unsigned, and not without end', async () => {
    const subscription = push.subscribe()
    expect((await post({ kind: 'web-push', subscription })).status).toBe(401)
    const eager = await createActor(flow.payload, 'customer')
    const statuses: number[] = []
    for (let count = 0; count < 31; count += 1) {
      statuses.push((await post({ kind: 'web-push', subscription }, eager)).status)
    }
    expect([statuses[29], statuses[30]]).toEqual([200, 429])
  })
})

describe('whose device it is', () => {
  test('a customer neither sees nor deletes another’s; staff see that it exists, an administrator may delete it', async () => {
    const { endpoint } = await register(customer)
    const [device] = await devicesOf(customer)
    const path = `/push-devices/${String(device?.['id'])}`
    expect(await devicesOf(other)).toEqual([])
    expect((await flow.rest('GET', path, undefined, { user: other })).status).toBe(404)
    expect((await flow.rest('DELETE', path, undefined, { user: other })).status).toBe(403)
    const removed = await flow.rest('DELETE', '/push/devices', { endpoint }, { user: other })
    expect([removed.status, removed.body]).toMatchObject([200, { removed: false }])
    expect(await devicesOf(manager)).toMatchObject([{ service: new URL(endpoint).host }])
    expect((await flow.rest('DELETE', path, undefined, { user: manager })).status).toBe(403)
    expect((await flow.rest('DELETE', path, undefined, { user: admin })).status).toBe(200)
    expect(await devicesOf(customer)).toEqual([])
  })

  test('its owner removes it by its address; who is deleted takes it along', async () => {
    const { endpoint } = await register(customer)
    const removed = await flow.rest('DELETE', '/push/devices', { endpoint }, { user: customer })
    expect(removed.body).toMatchObject({ removed: true })
    const leaving = await createActor(flow.payload, 'customer')
    await register(leaving)
    const gone = await flow.rest('DELETE', `/users/${leaving.id}`, undefined, { user: admin })
    expect(gone.status).toBe(200)
    expect((await flow.sql.query('SELECT 1 FROM push_devices')).rows).toEqual([])
  })

  test('no address and no key of a device is shown or stored in the clear', async () => {
    const { endpoint, keys } = await register(customer)
    await register(manager)
    const token = `${FAKE_APP_TOKEN}-shown-to-nobody`
    await flow.rest('POST', '/push/devices', { kind: 'fcm', token }, { user: customer })
    push.answerWith(endpoint, webPushReply(400, `bad ${endpoint} ${keys.auth}`))
    await subscribe({ ...toCustomer, role: 'manager' })
    await subscribe({ ...toCustomer, blockType: 'fcm', link: '' })
    await payOrder(customer)
    const read = async (path: string) =>
      JSON.stringify((await flow.rest('GET', path, undefined, { user: admin })).body)
    const shown = {
      devices: await read('/push-devices?depth=2&showHiddenFields=true'),
      attempts: await read('/event-attempts?limit=100'),
      deliveries: await read('/event-deliveries?limit=100'),
      logs: await read('/events/logs?limit=100'),
      graphql: JSON.stringify(
        await flow.graphql('{ PushDevices { docs { id label kind service } } }', { user: admin }),
      ),
      database: await dumpTables(flow.sql),
    }
    expect(shown.attempts).toContain('WEB_PUSH_400')
    const path = new URL(endpoint).pathname
    const secrets = [endpoint, path, path.slice(10), keys.auth, keys.p256dh, token]
    for (const [place, text] of Object.entries(shown)) {
      for (const secret of secrets) {
        expect([place, secret, text.includes(secret)]).toEqual([place, secret, false])
      }
    }
    expect(shown.devices).not.toMatch(/sealed|deviceHash/)
  })
})

describe('a notification in an app', () => {
  const token = `${FAKE_APP_TOKEN}-of-the-customer`
  const toApp = { ...toCustomer, blockType: 'fcm', link: 'https://shop.example.com/orders' }
  const registerApp = (user: Actor, given: string) =>
    flow.rest('POST', '/push/devices', { kind: 'fcm', token: given, label: 'Pixel' }, { user })

  test('registered, paid, sent; one that FCM does not know is forgotten', async () => {
    expect((await registerApp(customer, token)).status).toBe(201)
    expect((await registerApp(customer, 'unknown-token-of-an-old-app')).status).toBe(201)
    await subscribe({ ...toApp, data: '{"order": "{{ data.current.id }}", "paid": true}' })
    const [row] = await payOrder(customer)
    expect(row).toMatchObject({ status: 'delivered', last_code: 'FCM_200' })
    expect(row?.last_error).toContain('1 of 2 devices took it')
    expect(fcm.sent).toMatchObject([
      {
        token,
        data: { order: expect.any(String), paid: 'true', link: 'https://shop.example.com/orders' },
        android: { notification: { tag: row?.id } },
      },
    ])
    const { rows } = await flow.sql.query('SELECT label, service FROM push_devices')
    expect(rows).toEqual([{ label: 'Pixel', service: 'fcm.googleapis.com' }])
  })
})
