import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { type BootedFlow, bootFlow } from '../support/flow/bootFlow.ts'
import { clearTables } from '../support/flow/clearTables.ts'
import { until } from '../support/flow/until.ts'
import { type FlowReceiver, startReceiver } from '../support/receiver/startReceiver.ts'

let flow: BootedFlow
let receiver: FlowReceiver

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  await flow.startWorker({ random: () => 0.5 })
}, 300_000)
afterAll(async () => flow.destroy())
beforeEach(async () => {
  await receiver?.close()
  receiver = await startReceiver()
  await flow.payload.delete({ collection: 'event-subscriptions', where: { id: { exists: true } } })
  await clearTables(flow.sql, 'event_logs', 'event_deliveries', 'event_attempts')
})
afterAll(async () => receiver.close())

type Row = {
  status: string
  finished: number
  last_code: string
  last_error: string | null
  wait: number | null
}

async function subscribe(data: Record<string, unknown> = {}): Promise<number> {
  const { id } = await flow.payload.create({
    collection: 'event-subscriptions',
    data: {
      name: 'Receiver',
      events: ['order.created'],
      channels: [{ blockType: 'webhook', url: receiver.url }],
      ...data,
    },
  })
  return Number(id)
}

async function order(): Promise<void> {
  await flow.payload.create({
    collection: 'orders',
    locale: 'ru',
    data: { total: { amount: 1, currency: 'RUB' } },
  })
}

async function delivery(): Promise<Row> {
  const { rows } = await flow.sql.query<Row>(
    `SELECT status, attempts_finished::int AS finished, last_code, last_error,
       extract(epoch FROM next_attempt_at - now())::float8 AS wait FROM event_deliveries`,
  )
  const [row] = rows
  if (!row) throw new Error('there is no delivery')
  return row
}

const statusIs = (status: string): Promise<void> =>
  until(async () => {
    const { rows } = await flow.sql.query('SELECT 1 FROM event_deliveries WHERE status = $1', [
      status,
    ])
    return rows.length > 0
  }, `a delivery that is ${status}`)

const dueNow = (): Promise<unknown> =>
  flow.sql.query("UPDATE event_deliveries SET next_attempt_at = now() WHERE status = 'retrying'")

describe('EV-52: a receiver in trouble', () => {
  test('503, then well again: retried after 5 s by the schedule, delivered, same id on every try', async () => {
    receiver.answerWith(503)
    await subscribe()
    await order()
    await statusIs('retrying')
    const waiting = await delivery()
    expect(waiting).toMatchObject({ finished: 1, last_code: 'http_503' })
    expect(waiting.wait).toBeGreaterThan(3)
    expect(waiting.wait).toBeLessThanOrEqual(5)
    receiver.answerWith(200)
    await dueNow()
    await statusIs('delivered')
    const ids = receiver.requests.map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(new Set(receiver.requests.map(({ json }) => json?.id)).size).toBe(1)
    const attempts = await flow.payload.find({ collection: 'event-attempts', sort: 'number' })
    expect(attempts.docs.map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, 'unavailable'],
      [2, 'delivered'],
    ])
  })

  test('Retry-After is honoured when it is longer than the schedule', async () => {
    receiver.answerWith({ status: 429, headers: { 'retry-after': '120' } })
    await subscribe()
    await order()
    await statusIs('retrying')
    const { wait } = await delivery()
    expect(wait).toBeGreaterThan(110)
    expect(wait).toBeLessThanOrEqual(120)
  })

  test('a redirect is not followed and counts as a failure', async () => {
    receiver.answerWith({ status: 302, headers: { location: `${receiver.url}/elsewhere` } })
    await subscribe()
    await order()
    await statusIs('retrying')
    expect(receiver.requests).toHaveLength(1)
    expect((await delivery()).last_error).toContain('redirect')
  })

  test('410 switches the channel off and says why; the subscription itself stays on', async () => {
    receiver.answerWith(410)
    const id = await subscribe()
    await order()
    await statusIs('dead')
    const subscription = await flow.payload.findByID({ collection: 'event-subscriptions', id })
    expect(subscription['enabled']).toBe(true)
    expect(subscription['channels']).toEqual([
      expect.objectContaining({ isDisabled: true, disabledReason: expect.stringContaining('410') }),
    ])
    await order()
    await flow.settle()
    expect(receiver.requests).toHaveLength(1)
    const { rows } = await flow.sql.query<{ decisions: { skipped: unknown } }>(
      'SELECT decisions FROM event_logs ORDER BY created_at DESC LIMIT 1',
    )
    expect(JSON.stringify(rows[0]?.decisions.skipped)).toContain('channel_disabled')
  })

  test('the schedule of the subscription is used up: dead, kept, with every attempt', async () => {
    receiver.answerWith(500)
    await subscribe({ retryDelaysSeconds: [0, 0] })
    await order()
    await statusIs('dead')
    expect(await delivery()).toMatchObject({ finished: 3, last_code: 'http_500' })
    const { totalDocs } = await flow.payload.find({ collection: 'event-attempts' })
    expect(totalDocs).toBe(3)
  })

  test('one receiver that hangs does not hold up another', async () => {
    const healthy = await startReceiver()
    let release: () => void = () => undefined
    receiver.answerWith(
      () =>
        new Promise((resolve) => {
          release = () => resolve(200)
        }),
    )
    await subscribe()
    await subscribe({ channels: [{ blockType: 'webhook', url: healthy.url }] })
    await order()
    await receiver.waitFor(1)
    await healthy.waitFor(1)
    await statusIs('delivered')
    release()
    await flow.settle()
    await healthy.close()
  })
})

describe('the life of a subscription', () => {
  test('EV-23: wildcards', async () => {
    await subscribe({ events: ['order.*'] })
    await order()
    await receiver.waitFor(1)
    const [{ id } = { id: 0 }] = (await flow.payload.find({ collection: 'orders', limit: 1 })).docs
    await flow.payload.update({ collection: 'orders', id, data: { status: 'paid' } })
    await receiver.waitFor(3)
    expect(receiver.requests.map(({ json }) => json?.type).sort()).toEqual([
      'order.created',
      'order.paid',
      'order.status_changed',
    ])
  })

  test('EV-24: it receives only what happens after it was created or switched on again', async () => {
    await order()
    const id = await subscribe()
    await order()
    await receiver.waitFor(1)
    await flow.payload.update({ collection: 'event-subscriptions', id, data: { enabled: false } })
    await order()
    await flow.payload.update({ collection: 'event-subscriptions', id, data: { enabled: true } })
    await order()
    await receiver.waitFor(2)
    await flow.settle()
    expect(receiver.requests).toHaveLength(2)
  })

  test('a corrected address heals what waits for a retry', async () => {
    receiver.answerWith(500)
    const id = await subscribe()
    await order()
    await statusIs('retrying')
    const right = await startReceiver()
    const { channels } = await flow.payload.findByID({ collection: 'event-subscriptions', id })
    await flow.payload.update({
      collection: 'event-subscriptions',
      id,
      data: { channels: channels.map((entry: object) => ({ ...entry, url: right.url })) },
    })
    await dueNow()
    await right.waitFor(1)
    await statusIs('delivered')
    await right.close()
  })

  test('deleted: what waits is cancelled, with the reason', async () => {
    receiver.answerWith(500)
    const id = await subscribe()
    await order()
    await statusIs('retrying')
    await flow.payload.delete({ collection: 'event-subscriptions', id })
    await dueNow()
    await statusIs('cancelled')
    expect((await delivery()).last_error).toContain('deleted')
  })

  test('a subscription saved in another process is used for the very next event', async () => {
    const other = await bootFlow({ databaseUrl: flow.databaseUrl, worker: false })
    try {
      for (let round = 1; round <= 5; round += 1) {
        await other.payload.create({
          collection: 'event-subscriptions',
          data: {
            name: `Round ${round}`,
            events: ['order.created'],
            channels: [{ blockType: 'webhook', url: receiver.url }],
          },
        })
        const before = receiver.requests.length
        await order()
        await receiver.waitFor(before + round)
        await flow.settle()
        expect(receiver.requests).toHaveLength(before + round)
      }
    } finally {
      await other.destroy()
    }
  })
})
