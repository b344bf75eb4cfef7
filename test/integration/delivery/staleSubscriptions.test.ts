import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { orderPaid } from '../../../src/index.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

/** Two processes on one database: one saves subscriptions, the other one delivers and hears nothing of it. */
let office: BootedFlow
let deliverer: BootedFlow
let receiver: FlowReceiver

beforeAll(async () => {
  office = await bootFlow({ worker: false })
  deliverer = await bootFlow({ worker: false, databaseUrl: office.databaseUrl })
  receiver = await startReceiver()
}, 300_000)
afterEach(() => office.sql.query('DELETE FROM event_deliveries'))
afterAll(async () => {
  await deliverer?.destroy()
  await office?.destroy()
  await receiver?.close()
})

/** Puts a routed delivery of the subscription into the table, as another worker would have. */
const plan = async (subscription: number | string): Promise<string> => {
  const event = await office.runtime.events.publish(orderPaid, { current: { id: 1 } })
  const { rows } = await office.sql.query<{ id: string }>(
    `WITH routed AS (UPDATE event_logs SET status = 'routed' WHERE id = $1::varchar)
     INSERT INTO event_deliveries (id, status, event, event_type, subscription, channel, channel_entry, step,
       attempts_started, attempts_finished, next_attempt_at, created_at)
     SELECT replace($1::varchar, 'evt_', 'dlv_'), 'pending', $1::varchar, 'order.paid', $2::varchar, 'webhook', c.id, 0, 0, 0, now(), now()
     FROM event_subscriptions_blocks_webhook c WHERE c._parent_id::varchar = $2::varchar RETURNING id`,
    [event.id, String(subscription)],
  )
  return rows[0]?.id ?? ''
}
const subscribe = async (enabled = true): Promise<number | string> => {
  const { id } = await office.payload.create({
    collection: 'event-subscriptions',
    data: {
      name: 'new',
      enabled,
      events: ['product.updated'],
      channels: [{ blockType: 'webhook', url: receiver.url }],
    },
  })
  return id
}
const statusOf = async (id: string): Promise<unknown> =>
  (await office.sql.query('SELECT status, last_error FROM event_deliveries WHERE id = $1', [id]))
    .rows[0]
const deliver = async (id: string): Promise<unknown> => {
  // A worker that starts with subscriptions in memory: nothing tells it that they are old.
  const worker = await deliverer.startWorker({ pollMs: 50 })
  await until(async () => {
    const { rows } = await office.sql.query<{ status: string }>(
      'SELECT status FROM event_deliveries WHERE id = $1',
      [id],
    )
    return rows[0]?.status !== 'pending' && rows[0]?.status !== 'delivering'
  }, 'the end of the delivery')
  await worker.stop()
  return statusOf(id)
}

describe('a process that has not heard of a change of subscriptions', () => {
  test('does not take a new subscription for a deleted one', async () => {
    await deliverer.runtime.subscriptions.atLeast(0)
    const id = await plan(await subscribe())
    expect(await deliver(id)).toMatchObject({ status: 'delivered' })
  })

  test('does not take one that was switched on again for one that is off', async () => {
    const subscription = await subscribe(false)
    const { rows } = await office.sql.query<{ revision: string }>(
      "SELECT revision FROM event_engine_state WHERE id = 'subscriptions'",
    )
    await deliverer.runtime.subscriptions.atLeast(Number(rows[0]?.revision))
    await office.payload.update({
      collection: 'event-subscriptions',
      id: subscription,
      data: { enabled: true },
    })
    expect(await deliver(await plan(subscription))).toMatchObject({ status: 'delivered' })
  })

  test('cancels what belongs to a subscription that is deleted by now', async () => {
    const subscription = await subscribe()
    const id = await plan(subscription)
    await deliverer.runtime.subscriptions.atLeast(0)
    await office.payload.delete({ collection: 'event-subscriptions', id: subscription })
    expect(await deliver(id)).toEqual({
      status: 'cancelled',
      last_error: 'the subscription was deleted',
    })
  })
})

describe('subscriptions that cannot be read', () => {
  test('are no mark against the deliveries that wait for them', async () => {
    const id = await plan(await subscribe())
    // The deliverer's memory is too old for the claim, and the table it reads is gone for a while.
    await office.sql.query('ALTER TABLE event_subscriptions RENAME TO elsewhere')
    const worker = await deliverer.startWorker({ pollMs: 50, leaseMs: 100 })
    const claims = async (): Promise<number> => {
      const { rows } = await office.sql.query<{ n: number }>(
        'SELECT attempts_started::int AS n FROM event_deliveries WHERE id = $1',
        [id],
      )
      return rows[0]?.n ?? 0
    }
    await until(async () => (await claims()) >= 6, 'six claims in vain')
    expect(await statusOf(id)).not.toMatchObject({ status: 'poisoned' })
    await office.sql.query('ALTER TABLE elsewhere RENAME TO event_subscriptions')
    await until(
      async () => JSON.stringify(await statusOf(id)).includes('delivered'),
      'the delivery, once the table is back',
    )
    await worker.stop()
  })
})
