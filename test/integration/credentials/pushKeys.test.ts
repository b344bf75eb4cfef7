import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { vapidKeysOf } from '../../../plugins/channels/web-push/vapidKeys.ts'
import { createWebPushChannel } from '../../../plugins/channels/web-push/webPushChannel.ts'
import { createKeyRing } from '../../../src/credentials/keyRing.ts'
import { SECRET_MASK } from '../../../src/kernel/secretMask.ts'
import { resealSecrets } from '../../../src/outbox/resealSecretsStore.ts'
import { createDeviceBook } from '../../../src/push-devices/createDeviceBookStore.ts'
import {
  FAKE_VAPID,
  startWebPushFake,
  type WebPushFake,
} from '../../support/fakes/web-push/startWebPushFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

const oldKey = `k1:${Buffer.alloc(32, 7).toString('base64')}`
const newKey = `k2:${Buffer.alloc(32, 9).toString('base64')}`
const { subject } = FAKE_VAPID

let flow: BootedFlow
let push: WebPushFake
let manager: Actor

beforeAll(async () => {
  push = await startWebPushFake()
  flow = await bootFlow({
    channels: [createWebPushChannel({ serviceUrl: push.url })],
    variables: { FLOWMASTERS_CREDENTIAL_PUSH: FAKE_VAPID.privateKey },
    encryptionKeys: oldKey,
  })
  manager = await createActor(flow.payload, 'manager')
}, 300_000)
afterAll(async () => {
  await flow?.destroy()
  await push?.close()
})

async function keep(name: string, account: object): Promise<string> {
  const body = { name, channel: 'web-push', webPush: account }
  const answer = await flow.rest('POST', '/channel-credentials', body, { user: manager })
  expect([answer.status, answer.body.errors]).toEqual([201, undefined])
  return String(answer.body.doc['id'])
}

const publicKey = async (): Promise<unknown> =>
  (await flow.rest('GET', '/push/public-key')).body['publicKey']

test('no keys: the site says so', async () => {
  const answer = await flow.rest('GET', '/push/public-key')
  expect([answer.status, answer.body.errors[0]]).toMatchObject([
    404,
    { code: 'FLOW_PUSH_NOT_SET_UP' },
  ])
})

test('credentials without a key get one, which stays and is read back by nobody', async () => {
  const id = await keep('Уведомления сайта', { subject })
  const path = `/channel-credentials/${id}`
  const first = await publicKey()
  expect(first).toMatch(/^B[\w-]{86}$/)
  const read = await flow.rest('GET', path, undefined, { user: manager })
  expect(JSON.stringify(read.body)).toContain(SECRET_MASK)
  const saved = await flow.rest('PATCH', path, { notes: 'x' }, { user: manager })
  expect(saved.status).toBe(200)
  expect(await publicKey()).toBe(first)
  const tested = await flow.rest('POST', `/events/credentials/${id}/test`, {}, { user: manager })
  expect(tested.body).toMatchObject({ isOk: true })

  const endpoint = push.subscribe(String(first))
  const body = { kind: 'web-push', subscription: endpoint }
  await flow.rest('POST', '/push/devices', body, { user: manager })
  const channels = [{ blockType: 'web-push', credentials: Number(id), role: 'manager', title: 'x' }]
  const subscription = { name: 'x', events: ['order.created'], channels }
  const made = await flow.rest('POST', '/event-subscriptions', subscription, { user: manager })
  expect([made.status, made.body.errors]).toEqual([201, undefined])
  const total = { amount: 20_000, currency: 'RUB' }
  await flow.rest('POST', '/orders?locale=ru', { total }, { user: manager })
  await flow.settle()
  expect(push.shown).toMatchObject([{ message: { title: 'x' } }])
})

test('of several the marked one counts', async () => {
  const before = await publicKey()
  await keep('Другой сайт', { subject })
  expect(await publicKey()).toBeUndefined()
  await keep('Этот сайт', {
    subject,
    privateKey: 'env:FLOWMASTERS_CREDENTIAL_PUSH',
    isDefault: true,
  })
  expect(await publicKey()).toBe(FAKE_VAPID.publicKey)
  expect(before).not.toBe(FAKE_VAPID.publicKey)
  expect(vapidKeysOf(FAKE_VAPID.privateKey).publicKey).toBe(FAKE_VAPID.publicKey)
})

test('a rotation of the encryption keys seals the addresses of devices again', async () => {
  const keyRing = createKeyRing(`${newKey},${oldKey}`)
  const sealed = async (): Promise<string[]> => {
    const { rows } = await flow.sql.query<{ sealed: string }>('SELECT sealed FROM push_devices')
    return rows.map((row) => row.sealed.slice(0, 10))
  }
  expect(await sealed()).toEqual(['enc.v1.k1.'])
  const report = await resealSecrets(flow.payload, { keyRing, pause: async () => undefined })
  expect(report.failed).toEqual([])
  expect(await sealed()).toEqual(['enc.v1.k2.'])
  const book = createDeviceBook(
    () => flow.payload,
    () => createKeyRing(newKey),
  )
  expect(
    await book.devicesOf('web-push', { users: [String(manager.id)], roles: [] }),
  ).toMatchObject([{ endpoint: expect.stringContaining('https://127.0.0.1') }])
})
