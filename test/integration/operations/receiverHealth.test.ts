import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { FlowEvent } from '../../../src/event-catalogue/flowEvent.ts'
import { movableClock } from '../../support/events/movableClock.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { clearTables } from '../../support/flow/clearTables.ts'
import { until } from '../../support/flow/until.ts'
import { createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

const clock = movableClock('2026-11-21T10:00:00.000Z')
const DAY_MS = 86_400_000

let flow: BootedFlow
let receiver: FlowReceiver

beforeAll(async () => {
  flow = await bootFlow({ worker: false, clock })
  await flow.startWorker({ random: () => 0.5 })
}, 300_000)
afterAll(async () => flow.destroy())
beforeEach(async () => {
  await receiver?.close()
  receiver = await startReceiver()
  await flow.payload.delete({ collection: 'event-subscriptions', where: { id: { exists: true } } })
  await flow.settle()
  await clearTables(flow.sql, 'event_logs', 'event_deliveries', 'event_attempts', 'event_receivers')
})
afterAll(async () => receiver.close())

async function subscribe(data: Record<string, unknown> = {}): Promise<number> {
  const { id } = await flow.payload.create({
    collection: 'event-subscriptions',
    data: {
      name: 'Warehouse',
      events: ['order.created'],
      channels: [{ blockType: 'webhook', url: receiver.url }],
      ...data,
    },
  })
  return Number(id)
}

const order = (): Promise<unknown> =>
  flow.payload.create({
    collection: 'orders',
    locale: 'ru',
    data: { total: { amount: 1, currency: 'RUB' } },
  })

/** The operational events there are, oldest first. */
async function told(): Promise<FlowEvent[]> {
  const { rows } = await flow.sql.query<{ body: string }>(
    "SELECT body FROM event_logs WHERE type LIKE 'delivery.%' ORDER BY id",
  )
  return rows.map(({ body }) => JSON.parse(body) as FlowEvent)
}
const typesTold = async (): Promise<string[]> => (await told()).map(({ type }) => type)

const statesAre = (states: Record<string, number>): Promise<void> =>
  until(
    async () => {
      const { rows } = await flow.sql.query<{ status: string; n: number }>(
        'SELECT status::text AS status, count(*)::int AS n FROM event_deliveries GROUP BY 1',
      )
      const found = Object.fromEntries(rows.map(({ n, status }) => [status, n]))
      return (
        JSON.stringify(Object.entries(found).sort()) ===
        JSON.stringify(Object.entries(states).sort())
      )
    },
    `deliveries ${JSON.stringify(states)}`,
  )

const health = async (): Promise<Record<string, unknown> | undefined> =>
  (await flow.payload.find({ collection: 'event-receivers' })).docs[0]

const dueNow = (): Promise<unknown> =>
  flow.sql.query("UPDATE event_deliveries SET next_attempt_at = now() WHERE status = 'retrying'")

describe('health of receivers', () => {
  test('EV-03 delivery.failing, .recovered are written once, with what they are about', async () => {
    receiver.answerWith(503)
    await subscribe({ retryDelaysSeconds: [0, 0, 0, 3_600, 3_600] })
    await order()
    await statesAre({ retrying: 1 })
    await until(async () => (await health())?.['failures'] === 4, 'four failures')
    const [failing, ...more] = await told()
    expect(more).toEqual([])
    expect(failing).toMatchObject({
      type: 'delivery.failing',
      data: {
        current: {
          eventType: 'order.created',
          channel: 'webhook',
          attemptsFinished: 4,
          lastCode: 'http_503',
        },
        receiver: { consecutiveFailures: 4, failingSince: '2026-11-21T10:00:00.000Z' },
      },
      meta: { collection: 'event-deliveries', hop: 1, sequence: 1 },
    })
    const { rows } = await flow.sql.query<{ id: string; event: string; issues: unknown }>(
      `SELECT d.id, d.event, l.issues FROM event_deliveries d, event_logs l WHERE l.type = 'delivery.failing'`,
    )
    expect(failing?.meta).toMatchObject({ documentId: rows[0]?.id, causationId: rows[0]?.event })
    expect(rows[0]?.issues).toBeNull()

    receiver.answerWith(200)
    await dueNow()
    await statesAre({ delivered: 1 })
    await order()
    await statesAre({ delivered: 2 })
    expect(await typesTold()).toEqual(['delivery.failing', 'delivery.recovered'])
    expect(await health()).toMatchObject({ failures: 0, failingSince: null, lastCode: 'http_503' })
  })

  test('EV-03 delivery.exhausted: a dead letter is told, and reaches another channel', async () => {
    const alarm = await startReceiver()
    receiver.answerWith(500)
    await subscribe({ retryDelaysSeconds: [0] })
    await subscribe({
      name: 'Alarm',
      events: ['delivery.*'],
      channels: [{ blockType: 'webhook', url: alarm.url }],
    })
    await order()
    const [request] = await alarm.waitFor(1)
    expect(request?.json).toMatchObject({
      type: 'delivery.exhausted',
      data: {
        current: {
          status: 'dead',
          subscriptionName: 'Warehouse',
          lastError: expect.stringContaining('500'),
        },
      },
    })
    await flow.settle()
    expect(alarm.requests).toHaveLength(1)
    await alarm.close()
  })

  test('a dead receiver that listens to everything gets no event about the event about it', async () => {
    receiver.answerWith(500)
    await subscribe({ events: ['*'], retryDelaysSeconds: [0, 0, 0] })
    await order()
    // The order's own, and the one that tells of it; of the second nothing is told.
    await statesAre({ dead: 2 })
    expect(await typesTold()).toEqual(['delivery.exhausted'])
    expect(await health()).toMatchObject({ failures: 8 })
  })

  test('a busy healthy receiver is noted, and tests count for nothing', async () => {
    const id = await subscribe()
    await order()
    await statesAre({ delivered: 1 })
    expect(await health()).toMatchObject({ failures: 0, lastSuccessAt: '2026-11-21T10:00:00.000Z' })
    receiver.answerWith(500)
    const user = await createActor(flow.payload, 'manager')
    const { status } = await flow.rest('POST', `/events/subscriptions/${id}/test`, {}, { user })
    expect(status).toBe(200)
    expect(receiver.requests).toHaveLength(2)
    expect(await health()).toMatchObject({ failures: 0 })
    expect(await typesTold()).toEqual([])
  })

  test('EV-03 delivery.channel_disabled: five days of only failures switch it off; the form switches it on again', async () => {
    receiver.answerWith(503)
    const id = await subscribe({ retryDelaysSeconds: Array(12).fill(3_600) })
    await order()
    await statesAre({ retrying: 1 })
    for (let day = 1; day < 5; day += 1) {
      clock.forward(DAY_MS)
      await dueNow()
      await until(async () => (await health())?.['failures'] === day + 1, `failure ${day + 1}`)
    }
    expect(await typesTold()).toEqual(['delivery.failing'])
    clock.forward(DAY_MS)
    await dueNow()
    await until(async () => (await typesTold()).length === 2, 'the channel switched off')
    const [, disabled] = await told()
    expect(disabled).toMatchObject({
      type: 'delivery.channel_disabled',
      data: {
        current: { id: String(id), name: 'Warehouse' },
        cause: 'failing',
        channel: 'webhook',
      },
      meta: { collection: 'event-subscriptions', documentId: String(id) },
    })
    const subscription = await flow.payload.findByID({ collection: 'event-subscriptions', id })
    const [entry] = subscription['channels']
    expect(entry).toMatchObject({
      isDisabled: true,
      disabledReason: expect.stringContaining('nothing but failures for 5 days'),
    })

    await flow.payload.update({
      collection: 'event-subscriptions',
      id,
      data: { channels: [{ ...entry, isDisabled: false }] },
    })
    expect(await health()).toBeUndefined()
    await dueNow()
    await until(async () => (await health())?.['failures'] === 1, 'a first failure')
    const again = await flow.payload.findByID({ collection: 'event-subscriptions', id })
    expect(again['channels'][0]).toMatchObject({ isDisabled: false })
  })

  test('410 switches the channel off and tells of it, once for many deliveries', async () => {
    // All three are on their way before the first answer comes: afterwards nothing would be sent any more.
    receiver.answerWith(async () => {
      await receiver.waitFor(3)
      return 410
    })
    await subscribe()
    await Promise.all([order(), order(), order()])
    await statesAre({ dead: 3 })
    const types = await typesTold()
    expect(types.filter((type) => type === 'delivery.channel_disabled')).toHaveLength(1)
    const disabled = (await told()).find(({ type }) => type === 'delivery.channel_disabled')
    expect(disabled?.data).toMatchObject({ cause: 'gone', reason: expect.stringContaining('410') })
  })

  test('deleted with its subscription', async () => {
    receiver.answerWith(500)
    const id = await subscribe()
    await order()
    await statesAre({ retrying: 1 })
    expect(await health()).toMatchObject({ failures: 1 })
    await flow.payload.delete({ collection: 'event-subscriptions', id })
    expect(await health()).toBeUndefined()
  })
})
