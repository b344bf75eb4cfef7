import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { createFcmChannel } from '../../../plugins/channels/fcm/fcmChannel.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { createSendTest } from '../../../src/delivery/sendTest.ts'
import { orderCreated } from '../../../src/event-catalogue/events/orders/orderCreated.ts'
import { fakeServiceAccount } from '../../support/fakes/fcm/fakeServiceAccount.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

type TestAnswer = {
  event: { id: string; type: string }
  results: ({ entryId: string; deliveryId: string } & Record<string, unknown>)[]
}

let flow: BootedFlow
let receiver: FlowReceiver
let manager: Actor

beforeAll(async () => {
  // With a worker, to see that it keeps its hands off.
  flow = await bootFlow({ channels: [webhookChannel, createFcmChannel()] })
  receiver = await startReceiver()
  manager = await createActor(flow.payload, 'manager')
})

afterAll(async () => {
  await flow?.destroy()
  await receiver?.close()
})

beforeEach(() => {
  receiver.requests.length = 0
  receiver.answerWith(200)
})

async function subscribe(changes: Record<string, unknown> = {}) {
  const { body } = await flow.rest(
    'POST',
    '/event-subscriptions',
    {
      name: 'tested',
      events: ['order.*'],
      filters: [{ field: 'data.current.status', operator: 'eq', value: 'never' }],
      channels: [
        { blockType: 'webhook', url: `${receiver.url}/one` },
        { blockType: 'webhook', url: `${receiver.url}/two` },
      ],
      ...changes,
    },
    { user: manager },
  )
  const doc = body.doc as { id: number; channels: { id: string; secret: string }[] }
  return { id: doc.id, entries: doc.channels }
}

async function send(id: number | string, body: unknown = {}) {
  const answer = await flow.rest('POST', `/events/subscriptions/${id}/test`, body, {
    user: manager,
  })
  return {
    status: answer.status,
    errors: answer.body.errors,
    ...(answer.body as unknown as TestAnswer),
  }
}

describe('POST /api/events/subscriptions/:id/test', () => {
  test('sends a sample to every channel at once and says what came of it', async () => {
    const { entries, id } = await subscribe()
    const { event, results, status } = await send(id)
    expect(status).toBe(200)
    expect(event.type).toBe('order.created')
    expect(results.map(({ entryId }) => entryId)).toEqual(entries.map((entry) => entry.id))
    expect(results).toMatchObject([
      { channel: 'webhook', outcome: 'delivered', code: 'http_200', reason: null },
      { channel: 'webhook', outcome: 'delivered' },
    ])
    expect(results[0]).toMatchObject({
      durationMs: expect.any(Number),
      request: { method: 'POST' },
      response: { status: 200, body: 'ok' },
    })
    expect(receiver.requests.map(({ path }) => path).sort()).toEqual(['/hook/one', '/hook/two'])
    expect(receiver.requests[0]?.json).toMatchObject({
      id: event.id,
      type: 'order.created',
      data: orderCreated.sample,
      meta: { source: 'test', userEmail: manager.email, sequence: null },
    })
  })

  test('EV-50 is in the log: event, deliveries and tries', async () => {
    const { id } = await subscribe()
    const { event } = await send(id)
    await flow.settle()
    const { body } = await flow.rest('GET', `/events/logs/${event.id}`, undefined, {
      user: manager,
    })
    expect(body).toMatchObject({
      status: 'routed',
      source: 'test',
      decisions: { isTest: true, matched: { count: 1, list: [{ subscription: String(id) }] } },
      deliverySummary: { total: 2, delivered: 2 },
    })
    expect(body['deliveries']).toMatchObject([
      {
        attempts: 1,
        subscriptionName: 'tested',
        attemptLog: [{ number: 1, outcome: 'delivered' }],
      },
      { attempts: 1 },
    ])
    expect(receiver.requests).toHaveLength(2)
  })

  test('a test that fails is not repeated', async () => {
    receiver.answerWith({ status: 503, body: 'busy', headers: { 'retry-after': '0' } })
    const { id } = await subscribe()
    const { results } = await send(id)
    expect(results).toMatchObject([
      { outcome: 'unavailable', code: 'http_503', reason: expect.any(String) },
      { outcome: 'unavailable' },
    ])
    await flow.settle()
    const { rows } = await flow.sql.query(
      'SELECT status, attempts_finished::int AS attempts FROM event_deliveries WHERE id = $1',
      [results[0]?.deliveryId],
    )
    expect(rows).toEqual([{ status: 'dead', attempts: 1 }])
    expect(receiver.requests).toHaveLength(2)
  })

  test('EV-50: what nobody can get is skipped with the reason, and no failure', async () => {
    const { id } = await subscribe({
      channels: [
        {
          blockType: 'fcm',
          recipient: '{{ data.current.customer }}',
          title: 'Заказ',
          serviceAccount: fakeServiceAccount.json,
        },
      ],
    })
    const { results } = await send(id)
    expect(results).toMatchObject([
      {
        ...{ outcome: 'skipped', code: 'NO_DEVICE', reasons: [{ key: 'no_device' }] },
        reasonText: expect.stringMatching(/^skipped: .+ no device/),
      },
    ])
    await flow.settle()
    const { rows } = await flow.sql.query(
      'SELECT status, attempts_finished::int AS attempts, last_code AS code FROM event_deliveries WHERE id = $1',
      [results[0]?.deliveryId],
    )
    expect(rows).toEqual([{ status: 'cancelled', attempts: 0, code: 'NO_DEVICE' }])
  })

  test('a test whose process died is set aside, not sent later', async () => {
    const { id } = await subscribe()
    flow.runtime.subscriptions.invalidate()
    const { byId } = await flow.runtime.subscriptions.atLeast(0)
    const subscription = byId.get(String(id))
    if (!subscription) throw new Error('no subscription')
    const event = { id: 'evt_dead_test', type: 'order.created', body: '{}' }
    await createSendTest('test:dead').plan(flow.sql, {
      event,
      subscription,
      entries: subscription.channels,
    })
    await flow.sql.query(
      "UPDATE event_deliveries SET lease_until = now() - interval '1 second' WHERE event = $1",
      [event.id],
    )
    const stateOf = async () => {
      const { rows } = await flow.sql.query<{ status: string }>(
        'SELECT status FROM event_deliveries WHERE event = $1',
        [event.id],
      )
      return rows.map(({ status }) => status)
    }
    await until(async () => !(await stateOf()).includes('delivering'), 'a verdict on the dead test')
    expect(await stateOf()).toEqual(['poisoned', 'poisoned'])
    expect(receiver.requests).toHaveLength(0)
  })

  test('one channel, one type', async () => {
    const { entries, id } = await subscribe()
    const { event, results } = await send(id, { entryId: entries[1]?.id, type: 'user.login' })
    expect(event.type).toBe('user.login')
    expect(results).toMatchObject([{ entryId: entries[1]?.id }])
    expect(receiver.requests.map(({ path }) => path)).toEqual(['/hook/two'])
  })

  test('a subscription that is switched off can be tested before it is switched on', async () => {
    const { id } = await subscribe({ enabled: false })
    expect((await send(id)).results).toHaveLength(2)
  })

  test('goes by what was saved last', async () => {
    const { entries, id } = await subscribe()
    await send(id)
    receiver.requests.length = 0
    await flow.rest(
      'PATCH',
      `/event-subscriptions/${id}`,
      { channels: [{ blockType: 'webhook', id: entries[0]?.id, url: `${receiver.url}/new` }] },
      { user: manager },
    )
    await send(id)
    expect(receiver.requests.map(({ path }) => path)).toEqual(['/hook/new'])
  })

  test('no secret shows in the answer', async () => {
    const { entries, id } = await subscribe()
    // A receiver that echoes what it must not know.
    receiver.answerWith({ status: 200, body: `thanks for ${entries[0]?.secret}` })
    const text = JSON.stringify(await send(id, { entryId: entries[0]?.id }))
    expect(text).toContain('thanks for ••••')
    expect(text).not.toContain(entries[0]?.secret)
  })

  test('tests do not count in the statistics', async () => {
    const before = await flow.rest('GET', '/events/stats', undefined, { user: manager })
    const { id } = await subscribe()
    await send(id)
    const after = await flow.rest('GET', '/events/stats', undefined, { user: manager })
    expect(after.body['byType']).toEqual(before.body['byType'])
    expect(after.body['bySubscription']).toEqual(before.body['bySubscription'])
  })

  test.each([
    [{ type: 'order.payed' }, 400, 'FLOW_EVENT_UNKNOWN'],
    [{ entryId: 'none' }, 400, 'FLOW_SUBSCRIPTION_NO_CHANNEL'],
    [{ entry: 'x' }, 400, 'FLOW_API_INPUT_INVALID'],
  ])('refuses %j', async (body, status, code) => {
    const { id } = await subscribe()
    const answer = await send(id, body)
    expect(answer.status).toBe(status)
    expect(answer.errors).toMatchObject([{ code }])
    expect(receiver.requests).toHaveLength(0)
  })

  test.each(['0', 'x', '1%20or%201=1'])('there is no subscription %s', async (id) => {
    expect((await send(id)).status).toBe(404)
  })

  test('an event type nobody can send, and no channel that is on', async () => {
    const lost = await subscribe({ events: ['nobody.*'] })
    expect((await send(lost.id)).errors).toMatchObject([{ code: 'FLOW_SUBSCRIPTION_NO_EVENT' }])
    const off = await subscribe({
      channels: [{ blockType: 'webhook', url: receiver.url, isDisabled: true }],
    })
    expect((await send(off.id)).errors).toMatchObject([{ code: 'FLOW_SUBSCRIPTION_NO_CHANNEL' }])
    // Named, it can be tried: is the receiver back?
    expect((await send(off.id, { entryId: off.entries[0]?.id })).results).toHaveLength(1)
  })
})
