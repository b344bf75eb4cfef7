import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createTelegramChannel } from '../../../plugins/channels/telegram/telegramChannel.ts'
import { httpRequestChannel } from '../../../plugins/channels/http-request/httpRequestChannel.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import {
  FAKE_BOT_TOKEN,
  startTelegramFake,
  type TelegramFake,
} from '../../support/fakes/telegram/startTelegramFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

let flow: BootedFlow
let telegram: TelegramFake
let receiver: FlowReceiver
let manager: Actor

/** One delivery a minute: the second one does not go while a test lasts. */
const SLOW = { requestsPerSecond: 1, requestsPerDelivery: 60 }

beforeAll(async () => {
  ;[telegram, receiver] = await Promise.all([startTelegramFake(), startReceiver()])
  const bounded = { ...createTelegramChannel({ apiUrl: telegram.url }), limits: SLOW }
  const quick = { ...httpRequestChannel, limits: { requestsPerSecond: 20 } }
  flow = await bootFlow({ channels: [bounded, quick, webhookChannel], worker: false })
  manager = await createActor(flow.payload, 'manager')
  await flow.startWorker()
  await flow.startWorker()
}, 300_000)

afterAll(async () => {
  await flow?.destroy()
  await Promise.all([telegram?.close(), receiver?.close()])
})

const call = (method: string, path: string, body?: unknown) =>
  flow.rest(method, path, body, { user: manager })

async function made(path: string, data: object): Promise<number> {
  const { body, status } = await call('POST', path, data)
  expect([status, body.errors]).toEqual([201, undefined])
  return Number(body.doc['id'])
}

const bot = (name: string): Promise<number> =>
  made('/channel-credentials', {
    ...{ name, channel: 'telegram', telegram: { botToken: FAKE_BOT_TOKEN } },
  })

const chat = (credentials: number) => ({
  ...{ blockType: 'telegram', chatId: '-1001234567890', text: 'Заказ' },
  credentials,
})

const subscribe = (name: string, channels: object[]): Promise<number> =>
  made('/event-subscriptions', { name, events: ['order.created'], channels })

const remove = (id: number) => call('DELETE', `/event-subscriptions/${id}`)

async function publish(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const data = { current: { id: `order-${n}` } }
    const { status } = await call('POST', '/events/publish', { type: 'order.created', data })
    expect(status).toBe(201)
  }
}

/** How many deliveries of subscriptions there are by channel and state, and how many tries were begun. */
async function standing(...ids: number[]): Promise<string[]> {
  const { rows } = await flow.sql.query<{ line: string }>(
    `SELECT channel || ' ' || status || ' ' || coalesce(gate::text, '') || ' ' || count(*) || ' begun ' || sum(attempts_started) AS line
     FROM event_deliveries WHERE subscription = ANY($1::varchar[]) GROUP BY channel, status, gate ORDER BY 1`,
    [ids.map(String)],
  )
  return rows.map(({ line }) => line)
}

describe('an account is used no faster than its service bears', () => {
  test('two subscriptions with one account share its pace; other channels are not held up', async () => {
    const account = await bot('Общий')
    const first = await subscribe('первая', [
      chat(account),
      { blockType: 'webhook', url: receiver.url },
    ])
    const second = await subscribe('вторая', [chat(account)])
    await publish(3)
    await until(() => receiver.requests.length === 3, 'the webhooks')
    const expected = [
      'telegram delivered  1 begun 1',
      'telegram pending held 5 begun 0',
      'webhook delivered  3 begun 3',
    ]
    await until(
      async () => isDeepStrictEqual(await standing(first, second), expected),
      'one message',
    )
    expect(telegram.posted).toHaveLength(1)
    await Promise.all([remove(first), remove(second)])
  })

  test('another account has a pace of its own, one that was typed into a subscription too', async () => {
    telegram.posted.splice(0)
    const [one, other] = await Promise.all([bot('Один'), bot('Другой')])
    const typed = { ...chat(one), credentials: null, botToken: FAKE_BOT_TOKEN }
    const ids = await Promise.all(
      [chat(one), chat(other), typed].map((entry, index) => subscribe(`чат ${index}`, [entry])),
    )
    await publish(2)
    const expected = ['telegram delivered  3 begun 3', 'telegram pending held 3 begun 0']
    await until(async () => isDeepStrictEqual(await standing(...ids), expected), 'three messages')
    expect(telegram.posted).toHaveLength(3)
    await Promise.all(ids.map(remove))
  })

  test('what waits is paused, goes to a corrected account, and is cancelled like everything else', async () => {
    telegram.posted.splice(0)
    const slow = await bot('Медленный')
    const id = await subscribe('чат', [chat(slow)])
    await publish(3)
    await until(() => telegram.posted.length === 1, 'the first')
    await call('POST', `/events/subscriptions/${id}/pause`, {})
    const { body } = await call('GET', `/event-subscriptions/${id}?depth=0`)
    const [entry] = body['channels'] as object[]
    const another = await bot('Запасной')
    await call('PATCH', `/event-subscriptions/${id}`, {
      channels: [{ ...entry, credentials: another }],
    })
    expect(telegram.posted).toHaveLength(1)
    await call('POST', `/events/subscriptions/${id}/resume`, {})
    await until(() => telegram.posted.length === 2, 'one more, with the other account')
    await call('PATCH', `/event-subscriptions/${id}`, { enabled: false })
    const expected = ['telegram cancelled  1 begun 1', 'telegram delivered  2 begun 2']
    await until(
      async () => isDeepStrictEqual(await standing(id), expected),
      'the last is cancelled',
    )
    await remove(id)
  })

  test('the order of a document is kept beside it', async () => {
    receiver.requests.splice(0)
    const id = await made('/event-subscriptions', {
      ...{
        name: 'по порядку',
        events: ['order.*'],
        keepOrder: true,
        retryDelaysSeconds: [0, 0, 0],
      },
      channels: [{ blockType: 'http-request', url: receiver.url }],
    })
    let answered = 0
    receiver.answerWith(() => {
      answered += 1
      return answered % 2 === 0 ? 200 : 503
    })
    const data = { customerName: 'Anna', currency: 'RUB', items: [] }
    const order = await flow.payload.create({ collection: 'orders', data })
    for (const status of ['paid', 'completed', 'refunded'] as const) {
      await flow.payload.update({ collection: 'orders', id: order.id, data: { status } })
    }
    await until(
      async () => /^http-request delivered {2}\d+ begun \d+$/.test((await standing(id)).join()),
      'all of them',
    )
    receiver.answerWith(200)
    const came = receiver.requests.map(({ json }) => Number(json?.meta['sequence']))
    expect(came).toEqual([...came].sort((a, b) => a - b))
    expect(new Set(came).size).toBeGreaterThan(3)
    await remove(id)
  })
})
