import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { ReceiverChange } from '../../../src/pace/receiverChange.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

let flow: BootedFlow
let manager: Actor
let receiver: FlowReceiver
const changes: ReceiverChange[] = []
let shiftMs = 0

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  receiver = await startReceiver()
  manager = await createActor(flow.payload, 'manager')
  const options = {
    breakerShiftMs: () => shiftMs,
    onReceiverState: (change: ReceiverChange) => void changes.push(change),
  }
  await flow.startWorker(options)
  await flow.startWorker(options)
}, 300_000)

afterAll(async () => {
  await flow?.destroy()
  await receiver?.close()
})

const call = (method: string, path: string, body?: unknown) =>
  flow.rest(method, path, body, { user: manager })

/** A subscription to `order.created` with its own path at the receiver. */
async function subscribe(name: string, settings: Record<string, unknown> = {}): Promise<string> {
  const channels = [{ blockType: 'webhook', url: `${receiver.url}/${name}` }]
  const data = { name, events: ['order.created'], channels, ...settings }
  const { body, status } = await call('POST', '/event-subscriptions', data)
  expect(status).toBe(201)
  return String((body['doc'] as { id: number }).id)
}

async function publish(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const data = { current: { id: `order-${n}` } }
    const { status } = await call('POST', '/events/publish', { type: 'order.created', data })
    expect(status).toBe(201)
  }
}

const arrivedAt = (name: string) => receiver.requests.filter(({ path }) => path.endsWith(name))

/** What the list of subscriptions says of one. */
async function listed(id: string): Promise<Record<string, unknown>> {
  const { body } = await call('GET', '/events/subscriptions')
  const docs = body['docs'] as (Record<string, unknown> & { id: number })[]
  return docs.find((doc) => String(doc.id) === id) ?? {}
}

const remove = (id: string) => call('DELETE', `/event-subscriptions/${id}`)

describe('pause', () => {
  test('keeps the queue, tells how much waits, and lets all of it go', async () => {
    const id = await subscribe('paused')
    const paused = await call('POST', `/events/subscriptions/${id}/pause`, {})
    expect(paused).toMatchObject({ status: 200, body: { id, isPaused: true, waiting: 0 } })
    await publish(5)
    await until(async () => (await listed(id))['waiting'] === 5, 'five that wait')
    expect(await listed(id)).toMatchObject({ isPaused: true, enabled: true, circuits: [] })
    expect(arrivedAt('paused')).toEqual([])

    const resumed = await call('POST', `/events/subscriptions/${id}/resume`, {})
    expect(resumed).toMatchObject({ status: 200, body: { id, isPaused: false, waiting: 5 } })
    await until(() => arrivedAt('paused').length === 5, 'all five')
    await until(async () => (await listed(id))['waiting'] === 0, 'nobody waits')
    await remove(id)
  })

  test('a form that was opened before does not undo it', async () => {
    const id = await subscribe('form')
    await call('POST', `/events/subscriptions/${id}/pause`, {})
    const data = { isPaused: false, description: 'corrected' }
    await call('PATCH', `/event-subscriptions/${id}`, data)
    expect(await listed(id)).toMatchObject({ isPaused: true })
    await remove(id)
  })

  test('switched off while paused: what waited is cancelled', async () => {
    const id = await subscribe('off')
    await call('POST', `/events/subscriptions/${id}/pause`, {})
    await publish(3)
    await until(async () => (await listed(id))['waiting'] === 3, 'three that wait')
    await call('PATCH', `/event-subscriptions/${id}`, { enabled: false })
    await until(async () => {
      const { deliveries } = await listed(id)
      return (deliveries as Record<string, number>)['cancelled'] === 3
    }, 'three that are cancelled')
    expect(arrivedAt('off')).toEqual([])
    await remove(id)
  })
})

describe('pace', () => {
  test.each([
    ['maxConcurrency', { maxConcurrency: 0 }],
    ['maxConcurrency', { maxConcurrency: 1.5 }],
    ['rateLimit.count', { rateLimit: { count: 0 } }],
  ])('%s: %j is refused', async (path, settings) => {
    const { body, status } = await call('POST', '/event-subscriptions', {
      ...{ name: 'refused', events: ['order.created'] },
      ...{ channels: [{ blockType: 'webhook', url: receiver.url }], ...settings },
    })
    expect(status).toBe(400)
    expect(JSON.stringify(body.errors)).toContain(path)
  })

  test('never more at once than it says, over two workers', async () => {
    const id = await subscribe('narrow', { maxConcurrency: 2 })
    let atOnce = 0
    let most = 0
    const answers: (() => void)[] = []
    receiver.answerWith(async () => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await new Promise<void>((resolve) => answers.push(resolve))
      atOnce -= 1
      return 200
    })
    await publish(8)
    await until(async () => (await listed(id))['waiting'] === 6, 'six that wait')
    while (arrivedAt('narrow').length < 8 || answers.length > 0) {
      await until(() => answers.length > 0, 'a request')
      answers.shift()?.()
      if (arrivedAt('narrow').length === 8 && answers.length === 0) break
    }
    await flow.settle()
    receiver.answerWith(200)
    expect(most).toBe(2)
    await remove(id)
  })

  test('one token at a time; the others wait, and none of their tries is used up', async () => {
    const id = await subscribe('slow', { rateLimit: { count: 1, per: 'minute' } })
    await publish(4)
    await until(() => arrivedAt('slow').length === 1, 'the first')
    await until(async () => (await listed(id))['waiting'] === 3, 'three that wait')
    const { rows } = await flow.sql.query<{ started: number }>(
      `SELECT sum(attempts_started)::int AS started FROM event_deliveries WHERE subscription = $1`,
      [id],
    )
    expect(rows).toEqual([{ started: 1 }])
    await call('PATCH', `/event-subscriptions/${id}`, { rateLimit: { count: null } })
    await until(() => arrivedAt('slow').length === 4, 'the others')
    await remove(id)
  })
})

test('the events of an order arrive one after the other, whatever the receiver says in between', async () => {
  const id = await subscribe('ordered', {
    ...{ events: ['order.*'], keepOrder: true, retryDelaysSeconds: [0, 0, 0, 0, 0, 0] },
  })
  let answered = 0
  receiver.answerWith(() => {
    answered += 1
    return answered % 2 === 0 ? 200 : 503
  })
  const order = await flow.payload.create({
    collection: 'orders',
    data: { customerName: 'Anna', currency: 'RUB', items: [] },
  })
  for (const status of ['paid', 'completed', 'refunded'] as const) {
    await flow.payload.update({ collection: 'orders', id: order.id, data: { status } })
  }
  await until(async () => {
    const { rows } = await flow.sql.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM event_deliveries WHERE subscription = $1 AND status <> 'delivered'`,
      [id],
    )
    return rows[0]?.left === 0 && arrivedAt('ordered').length > 0
  }, 'all of them')
  receiver.answerWith(200)
  const came = arrivedAt('ordered').map(({ json }) => Number(json?.meta['sequence']))
  expect(came).toEqual([...came].sort((a, b) => a - b))
  expect(new Set(came).size).toBeGreaterThan(3)
  await remove(id)
})

test('a receiver in trouble is given a rest, and everybody can see it', async () => {
  const id = await subscribe('ill', { retryDelaysSeconds: [3_600] })
  receiver.answerWith(({ path }) => (path.endsWith('ill') ? 503 : 200))
  await publish(12)
  await until(() => changes.some(({ change }) => change === 'opened'), 'an open circuit')
  expect(changes[0]).toMatchObject({ subscriptionId: id, channel: 'webhook', trips: 1 })
  const { circuits } = await listed(id)
  expect(circuits).toEqual([
    { entryId: expect.any(String), channel: 'webhook', openUntil: changes[0]?.openUntil, trips: 1 },
  ])
  // The other worker hears of it a moment later.
  await until(async () => {
    await publish(1)
    return Number((await listed(id))['waiting']) >= 3
  }, 'those that wait')

  receiver.answerWith(200)
  shiftMs += 31_000
  await until(() => changes.some(({ change }) => change === 'closed'), 'a closed circuit')
  await until(async () => (await listed(id))['waiting'] === 0, 'nobody waits')
  await flow.settle()
  expect(await listed(id)).toMatchObject({ circuits: [], waiting: 0 })
  const delivered = (await listed(id))['deliveries'] as Record<string, number>
  expect(delivered['delivered']).toBeGreaterThanOrEqual(3)
  await remove(id)
})
