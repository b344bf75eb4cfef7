import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'
import { describeWithRedis } from '../../support/redis/describeWithRedis.ts'
import { startTestRedis, type TestRedis } from '../../support/redis/startTestRedis.ts'
import { seedLog } from './seedLog.ts'

let flow: BootedFlow
let receiver: FlowReceiver
let manager: Actor
let subscription: { id: string; entryId: string }

/** Looks at the tables every ten minutes: what happens sooner, a notification did. */
const lazy = { pollMs: 600_000 }

async function start(redisUrl?: string): Promise<void> {
  flow = await bootFlow({ worker: false, ...(redisUrl === undefined ? {} : { redisUrl }) })
  receiver = await startReceiver()
  manager = await createActor(flow.payload, 'manager')
  const made = await flow.payload.create({
    collection: 'event-subscriptions',
    data: {
      name: 'payments',
      events: ['order.completed'],
      retryDelaysSeconds: [3_600],
      channels: [{ blockType: 'webhook', url: receiver.url }],
    },
  })
  const [entry] = (made as unknown as { channels: { id: string }[] }).channels
  subscription = { id: String(made.id), entryId: entry?.id ?? '' }
  await flow.startWorker(lazy)
}

async function stop(): Promise<void> {
  await flow?.destroy()
  await receiver?.close()
}

let counter = 0
async function seed(status: string, attempts: { started?: number; finished: number }) {
  counter += 1
  const id = `dlv_${counter}`
  const event = `evt_${counter}`
  await seedLog(flow.sql, {
    events: [{ id: event, type: 'order.completed' }],
    deliveries: [
      {
        ...{ id, event, status, eventType: 'order.completed', channelEntry: subscription.entryId },
        subscription: subscription.id,
        attemptsStarted: attempts.started ?? attempts.finished,
        attemptsFinished: attempts.finished,
      },
    ],
  })
  return id
}

const retry = (id: string, body: unknown = {}) =>
  flow.rest('POST', `/events/deliveries/${id}/retry`, body, { user: manager })
const rowOf = async (id: string) => {
  const { rows } = await flow.sql.query<{ status: string; attempts_finished: string }>(
    'SELECT * FROM event_deliveries WHERE id = $1',
    [id],
  )
  return rows[0]
}
const reaches = (id: string, status: string) =>
  until(async () => (await rowOf(id))?.status === status, `${id} ${status}`)

describe('EV-52 POST /api/events/deliveries/:id/retry', () => {
  beforeAll(() => start())
  afterAll(stop)
  beforeEach(() => receiver.answerWith(200))

  test.each(['dead', 'poisoned', 'cancelled', 'retrying', 'pending'])(
    'a delivery that is %s is sent at once',
    async (state) => {
      const id = await seed(state, { finished: 1 })
      const { body, status } = await retry(id)
      expect(status).toBe(200)
      expect(body).toMatchObject({ id, status: 'pending' })
      await reaches(id, 'delivered')
      const sent = receiver.requests.filter(({ headers }) => headers['webhook-id'] === id)
      expect(sent).toHaveLength(1)
    },
  )

  test('one that arrived is sent again only by force', async () => {
    const id = await seed('delivered', { finished: 1 })
    const refused = await retry(id)
    expect(refused.status).toBe(409)
    expect(refused.body.errors).toMatchObject([{ code: 'FLOW_DELIVERY_DELIVERED' }])
    expect((await retry(id, { force: true })).status).toBe(200)
    await until(async () => Number((await rowOf(id))?.attempts_finished) === 2, 'a second try')
    expect(await rowOf(id)).toMatchObject({ status: 'delivered' })
  })

  test('one that is being sent is left alone, by force too', async () => {
    const id = await seed('delivering', { started: 2, finished: 1 })
    const answers = [await retry(id), await retry(id, { force: true })]
    for (const { body, status } of answers) {
      expect(status).toBe(409)
      expect(body.errors).toMatchObject([{ code: 'FLOW_DELIVERY_IN_PROGRESS' }])
    }
    expect(await rowOf(id)).toMatchObject({ status: 'delivering', attempts_started: '2' })
    await flow.sql.query('DELETE FROM event_deliveries WHERE id = $1', [id])
  })

  test('with the schedule used up there is exactly one more try', async () => {
    receiver.answerWith(500)
    const id = await seed('dead', { finished: 2 })
    await retry(id)
    await until(async () => Number((await rowOf(id))?.attempts_finished) === 3, 'a third try')
    expect(await rowOf(id)).toMatchObject({ status: 'dead' })
  })

  test('with steps left the schedule goes on', async () => {
    receiver.answerWith(500)
    const id = await seed('cancelled', { finished: 0 })
    await retry(id)
    await reaches(id, 'retrying')
    expect(await rowOf(id)).toMatchObject({ attempts_finished: '1' })
  })

  test('the tries of a delivery whose worker once died keep ids of their own', async () => {
    // Begun three times, ended twice: a try with number 3 is in the log already.
    const id = await seed('dead', { started: 3, finished: 2 })
    await flow.sql.query(
      `INSERT INTO event_attempts (id, delivery, event, subscription, channel, number, outcome, code, created_at)
       VALUES ('att_' || $1 || '_3', 'dlv_' || $1, 'evt_' || $1, '1', 'webhook', 2, 'unavailable', 'x', now())`,
      [id.replace('dlv_', '')],
    )
    await retry(id)
    await reaches(id, 'delivered')
    const { rows } = await flow.sql.query('SELECT id FROM event_attempts WHERE delivery = $1', [id])
    expect(rows).toHaveLength(2)
  })

  test('there is no such delivery; a member nobody knows', async () => {
    expect((await retry('dlv_none')).status).toBe(404)
    expect((await retry('dlv_none', { forse: true })).status).toBe(400)
  })
})

describeWithRedis('EV-52 with Redis as the feed', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startTestRedis()
    await start(redis.url)
  })
  afterAll(async () => {
    await stop()
    await redis?.stop()
  })

  test('a retry is announced, not left to the sweeper', async () => {
    const id = await seed('dead', { finished: 1 })
    await retry(id)
    await reaches(id, 'delivered')
  })
})
