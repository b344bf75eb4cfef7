import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { orderPaid } from '../../../src/index.ts'
import { createPool, type Database } from '../../../src/database/createPool.ts'
import type { JobReport } from '../../../src/schedule/scheduledJob.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { clearTables } from '../../support/flow/clearTables.ts'
import { until } from '../../support/flow/until.ts'
import { createActors } from '../../support/payload/createActors.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

let flow: BootedFlow
let other: Database
let receiver: FlowReceiver
let as: Record<'admin' | 'manager' | 'viewer' | 'customer', Actor>
let subscription: string

beforeAll(async () => {
  flow = await bootFlow({ worker: true })
  other = createPool({
    url: flow.databaseUrl,
    applicationName: 'test 2',
    logger: silentLogger,
    max: 2,
  })
  as = await createActors(flow.payload)
  receiver = await startReceiver()
}, 300_000)
afterAll(async () => {
  await other?.stop()
  await flow?.destroy()
  await receiver?.close()
})
beforeEach(async () => {
  await flow.settle()
  await flow.payload.delete({ collection: 'event-subscriptions', where: { id: { exists: true } } })
  await clearTables(flow.sql, 'event_logs', 'event_deliveries', 'event_attempts', 'event_replays')
  receiver.answerWith(200)
  receiver.requests.length = 0
  subscription = await subscribe()
})

const subscribe = async (events = ['order.*'], filters?: object[]): Promise<string> => {
  const { id } = await flow.payload.create({
    collection: 'event-subscriptions',
    data: {
      name: 'Orders',
      events,
      ...(filters ? { filters } : {}),
      channels: [{ blockType: 'webhook', url: receiver.url }],
    },
  })
  return String(id)
}
const publish = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const { id } = await flow.runtime.events.publish(orderPaid, { current: { id: n } })
    ids.push(id)
  }
  await flow.settle()
  return ids
}
const replay = (body: object, user: Actor = as.manager) =>
  flow.rest('POST', '/events/replay', body, { user })
/** As the schedule does, in this process. */
const runJob = async (signal = new AbortController().signal): Promise<JobReport> => {
  const job = flow.runtime.jobs.find(({ name }) => name === 'run-replays')
  const run = { trigger: 'manual', state: {}, resumedAt: null, signal, now: Date.now } as const
  return (await job?.run(run)) ?? {}
}
const row = async (id: unknown): Promise<Record<string, unknown>> => {
  const { body } = await flow.rest('GET', `/event-replays/${String(id)}`, undefined, {
    user: as.viewer,
  })
  return body
}
const webhookIds = (): string[] =>
  receiver.requests.map(({ headers }) => String(headers['webhook-id']))
const deliveryIds = async (where = 'true'): Promise<string[]> => {
  const { rows } = await flow.sql.query<{ id: string }>(
    `SELECT id FROM event_deliveries WHERE ${where} ORDER BY created_at, id`,
  )
  return rows.map(({ id }) => id)
}

describe('POST /api/events/replay', () => {
  test('dry run says how many and does nothing', async () => {
    await publish(4)
    const { body, status } = await replay({ select: { type: ['order.*'] }, dryRun: true })
    expect([status, body]).toEqual([200, { dryRun: true, count: 4 }])
    expect((await replay({ select: { type: ['user.*'] }, dryRun: true })).body['count']).toBe(0)
    expect(await runJob()).toMatchObject({ found: 0 })
    expect(receiver.requests).toHaveLength(4)
  })

  test('same ids: the deliveries themselves go out again, under the ids receivers know', async () => {
    await publish(5)
    const first = webhookIds()
    const { body, status } = await replay({ select: { subscription: [subscription] } })
    expect([status, body]).toMatchObject([202, { count: 5, ids: 'same', status: 'pending' }])
    expect(await runJob()).toMatchObject({ found: 5, emitted: 5 })
    await flow.settle()
    expect(webhookIds().slice(5).sort()).toEqual(first.sort())
    expect(await deliveryIds()).toHaveLength(5)
    expect(await row(body['id'])).toMatchObject({
      status: 'done',
      planned: 5,
      looked: 5,
      replayed: 5,
      ids: 'same',
      requestedBy: as.manager.email,
      selection: { kind: 'deliveries', where: { subscription: [subscription] } },
    })
  })

  test('new ids: receivers take them for new messages, and each row says which replay made it', async () => {
    const [event] = await publish(3)
    const before = await deliveryIds()
    const { body } = await replay({ select: { events: [event] }, ids: 'new' })
    await runJob()
    await flow.settle()
    const made = await deliveryIds(`replay = '${String(body['id'])}'`)
    expect(made).toHaveLength(1)
    expect(before).not.toContain(made[0])
    expect(webhookIds().slice(3)).toEqual(made)
    const sent = receiver.requests.at(-1)
    expect(sent?.json?.id).toBe(event)
  })

  test('dead letters: only what failed for good', async () => {
    await publish(2)
    receiver.answerWith(500)
    await publish(2)
    await flow.sql.query("UPDATE event_deliveries SET status = 'dead' WHERE status = 'retrying'")
    receiver.answerWith(200)
    expect((await replay({ deadLetters: true })).body['count']).toBe(2)
    await runJob()
    await flow.settle()
    expect(await deliveryIds("status = 'delivered'")).toHaveLength(4)
    expect(receiver.requests).toHaveLength(6)
  })

  test('back-fill: a new subscription gets the past events that its filter takes, and none twice', async () => {
    await publish(6)
    const since = new Date(Date.now() - 3_600_000).toISOString()
    const fresh = await subscribe(
      ['order.paid'],
      [{ field: 'data.current.id', operator: 'gt', value: 2 }],
    )
    const backfill = { subscription: fresh, since }
    expect((await replay({ backfill })).body).toMatchObject({ count: 6, ids: 'new' })
    expect(await runJob()).toMatchObject({ found: 6, emitted: 4 })
    await replay({ backfill })
    expect(await runJob()).toMatchObject({ found: 6, emitted: 0 })
    await flow.settle()
    expect(await deliveryIds(`subscription = '${fresh}' AND status = 'delivered'`)).toHaveLength(4)
    expect(receiver.requests).toHaveLength(6 + 4)
  })

  test('a replay ends, also when it makes new rows: what came after it was asked for is not meant', async () => {
    await publish(3)
    await replay({ select: { type: ['*'] }, ids: 'new' })
    await replay({ select: { type: ['*'] }, ids: 'new' })
    expect(await runJob()).toMatchObject({ found: 6, emitted: 6 })
    await flow.settle()
    expect(await deliveryIds()).toHaveLength(9)
  })

  test('cancelled: goes no further', async () => {
    await publish(3)
    const { body } = await replay({ select: { type: ['order.*'] } })
    const cancel = () =>
      flow.rest('POST', `/events/replays/${String(body['id'])}/cancel`, undefined, {
        user: as.manager,
      })
    expect((await cancel()).status).toBe(200)
    expect((await cancel()).status).toBe(404)
    expect(await runJob()).toMatchObject({ found: 0 })
    expect(await row(body['id'])).toMatchObject({ status: 'cancelled', replayed: 0 })
    expect(receiver.requests).toHaveLength(3)
  })

  test.each([
    ['nothing chosen', {}],
    ['an empty choice', { select: {} }],
    ['two ways at once', { deadLetters: true, select: { type: ['*'] } }],
    ['what is under way', { select: { status: ['pending'] } }],
    ['ids for a back-fill', { backfill: { subscription: '1', since: '2026-01-01' }, ids: 'same' }],
  ])('%s is refused', async (_what, body) => {
    expect((await replay(body)).status).toBe(400)
  })

  test('an unknown subscription is not found; only managers and admins may', async () => {
    const backfill = { subscription: '999999', since: '2026-01-01' }
    expect((await replay({ backfill })).status).toBe(404)
    expect((await replay({ deadLetters: true, dryRun: true }, as.viewer)).status).toBe(403)
    expect((await replay({ deadLetters: true, dryRun: true }, as.customer)).status).toBe(403)
    const stranger = await flow.rest('POST', '/events/replay', { deadLetters: true })
    expect(stranger.status).toBe(401)
  })
})

describe('a replay that is killed', () => {
  test.each([['same'], ['new']] as const)(
    '%s ids: goes on behind its last page, and every chosen delivery is replayed once',
    async (ids) => {
      await publish(7)
      const all = await deliveryIds()
      // Pages of two; the runner waits in its third one for a row that somebody holds, and loses its connection there.
      const { body } = await replay({ select: { type: ['order.*'] }, ids, perSecond: 2 })
      const killed = await other.transact(async (sql) => {
        await sql.query('SELECT 1 FROM event_deliveries WHERE id = $1 FOR UPDATE', [all[4]])
        const running = runJob().catch((error: unknown) => error)
        await until(async () => {
          const { rows } = await flow.sql.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%event_deliveries d%'`,
          )
          return rows.length > 0
        }, 'a runner in its third page')
        return running
      })
      expect(killed).toBeInstanceOf(Error)
      expect(await row(body['id'])).toMatchObject({ status: 'running', looked: 4, replayed: 4 })
      expect(await runJob()).toMatchObject({ found: 3, emitted: 3 })
      expect(await row(body['id'])).toMatchObject({ status: 'done', looked: 7, replayed: 7 })
      await flow.settle()
      expect(receiver.requests).toHaveLength(14)
      const times = new Map<string, number>()
      for (const id of webhookIds()) times.set(id, (times.get(id) ?? 0) + 1)
      expect([...times.values()]).toEqual(ids === 'same' ? all.map(() => 2) : Array(14).fill(1))
    },
  )

  test('a process that stops leaves the rest to the next one', async () => {
    await publish(3)
    const { body } = await replay({ select: { type: ['order.*'] }, perSecond: 1 })
    const stopping = new AbortController()
    const running = runJob(stopping.signal)
    await until(async () => (await row(body['id']))['looked'] === 1, 'the first page')
    stopping.abort()
    expect(await running).toMatchObject({ found: 1 })
    await runJob()
    expect(await row(body['id'])).toMatchObject({ status: 'done', looked: 3, replayed: 3 })
    await flow.settle()
    expect(receiver.requests).toHaveLength(6)
  })
})
