import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq, initTransaction, type PayloadRequest } from 'payload'

import { orderPaid } from '../../../src/index.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { createApiKey } from '../../support/flow/createApiKey.ts'
import { startTcpProxy, type TcpProxy, type Verdict } from '../../support/flow/startTcpProxy.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

const NOT_COMMITTED = { code: 'FLOW_DATABASE_NOT_COMMITTED', status: 503 }
const UNKNOWN = { code: 'FLOW_DATABASE_COMMIT_UNKNOWN', status: 503 }
const good = { total: { amount: 100, currency: 'RUB' } }
/** The trigger of this test refuses it, but only when the transaction commits. */
const bad = { total: { amount: 666, currency: 'RUB' } }

/** The application on a wire that can be cut. */
let flow: BootedFlow
/** The same database without the wire. */
let direct: BootedFlow
let proxy: TcpProxy
let admin: Actor
let key: { authorization: string }

beforeAll(async () => {
  direct = await bootFlow({ worker: false })
  await direct.sql.query(`
    CREATE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'refused at COMMIT' USING ERRCODE = '23514'; END $$;
    CREATE CONSTRAINT TRIGGER refuse_late AFTER INSERT OR UPDATE ON orders_locales
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.total_amount = 666) EXECUTE FUNCTION refuse_late();
    CREATE CONSTRAINT TRIGGER refuse_late AFTER INSERT OR UPDATE ON event_subscriptions
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.name = 'bad') EXECUTE FUNCTION refuse_late();
    CREATE CONSTRAINT TRIGGER refuse_late AFTER INSERT ON event_logs
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.document_id = 'bad') EXECUTE FUNCTION refuse_late()`)
  const url = new URL(direct.databaseUrl)
  proxy = await startTcpProxy({ host: url.hostname, port: Number(url.port) })
  url.port = String(proxy.port)
  url.hostname = '127.0.0.1'
  flow = await bootFlow({ worker: false, databaseUrl: url.href })
  admin = await createActor(flow.payload, 'admin')
  key = await createApiKey(direct.payload, admin)
}, 300_000)
afterEach(() => proxy.judge(() => 'pass'))
afterAll(async () => {
  await flow?.destroy()
  await proxy?.close()
  await direct?.destroy()
})

type Counts = { orders: number; events: number; subscriptions: number }
const counts = async (): Promise<Counts> => {
  const { rows } = await direct.sql.query<Counts>(
    `SELECT (SELECT count(*)::int FROM orders) AS orders, (SELECT count(*)::int FROM event_logs) AS events,
       (SELECT count(*)::int FROM event_subscriptions) AS subscriptions`,
  )
  return rows[0] ?? { orders: -1, events: -1, subscriptions: -1 }
}
/** Nothing of it may stay, and nobody may be told that it did. */
const leavesNothing = async (work: () => Promise<void>): Promise<void> => {
  const before = await counts()
  await work()
  expect(await counts()).toEqual(before)
}
const create = (data: Record<string, unknown>): Promise<{ id: number | string }> =>
  flow.payload.create({ collection: 'orders', locale: 'ru', data })
/** Cuts the connection at the next COMMIT, once. */
const atNextCommit = (verdict: Verdict): void => {
  let isDone = false
  proxy.judge((message) => {
    if (isDone || !/commit/.test(message)) return 'pass'
    isDone = true
    return verdict
  })
}

describe('a COMMIT that Postgres refuses is told to', () => {
  test('a caller of the Local API', () =>
    leavesNothing(async () => {
      await expect(create(bad)).rejects.toMatchObject(NOT_COMMITTED)
    }))

  test('REST: 503, create and update', async () => {
    await leavesNothing(async () => {
      const answer = await flow.rest('POST', '/orders?locale=ru', bad, { user: admin })
      expect(answer.status).toBe(503)
      expect(answer.body.errors[0]?.message).toContain(NOT_COMMITTED.code)
      expect(JSON.stringify(answer.body)).not.toContain('refused at COMMIT')
    })
    const { id } = await create(good)
    await leavesNothing(async () => {
      const data = { ...bad, status: 'paid' }
      const answer = await flow.rest('PATCH', `/orders/${id}?locale=ru`, data, { user: admin })
      expect(answer.status).toBe(503)
    })
    const stored = await flow.payload.findByID({ collection: 'orders', id, locale: 'ru' })
    expect(stored).toMatchObject({ status: 'pending', total: good.total })
  })

  test('GraphQL', () =>
    leavesNothing(async () => {
      const { data, errors } = await flow.graphql(
        'mutation { createOrder(data: { status: pending, total: { amount: 666 } }, locale: ru) { id } }',
        { user: admin },
      )
      expect(errors.join()).toContain(NOT_COMMITTED.code)
      expect(data?.['createOrder'] ?? null).toBeNull()
    }))

  test('a bulk update, which would list its documents as done', async () => {
    const { id } = await create(good)
    await leavesNothing(async () => {
      const update = flow.payload.update({
        collection: 'orders',
        where: { id: { equals: id } },
        locale: 'ru',
        data: { ...bad, status: 'paid' },
      })
      await expect(update).rejects.toMatchObject(NOT_COMMITTED)
    })
  })

  test('a save that means no event', () =>
    leavesNothing(async () => {
      const subscription = { name: 'bad', events: ['order.paid'], channels: [] }
      const answer = await flow.rest('POST', '/event-subscriptions', subscription, { user: admin })
      expect(answer.status).not.toBe(201)
      const channels = [{ blockType: 'webhook', url: 'https://example.com/' }]
      await expect(
        flow.payload.create({
          collection: 'event-subscriptions',
          data: { ...subscription, channels },
        }),
      ).rejects.toMatchObject(NOT_COMMITTED)
    }))

  test('the publish endpoint', () =>
    leavesNothing(async () => {
      const event = {
        type: 'order.paid',
        data: { current: { id: 1 } },
        meta: { collection: 'parcels', documentId: 'bad' },
      }
      const body = { events: [{ type: 'order.paid', data: { current: { id: 1 } } }, event] }
      const answer = await flow.rest('POST', '/events/publish', body, { headers: key })
      expect([answer.status, answer.body.errors[0]]).toEqual([
        503,
        expect.objectContaining({ code: NOT_COMMITTED.code }),
      ])
    }))

  test('the next save is not affected', async () => {
    const before = await counts()
    await create(good)
    expect(await counts()).toEqual({
      ...before,
      orders: before.orders + 1,
      events: before.events + 1,
    })
  })
})

describe('a transaction that is gone when it should be committed', () => {
  test('a nested operation failed, its error was swallowed: the events went with it, and so the save fails', () =>
    leavesNothing(async () => {
      const req = await createLocalReq({}, flow.payload)
      await initTransaction(req)
      const { transactionID } = req
      await flow.payload.create({ collection: 'orders', locale: 'ru', data: good, req })
      // What Payload does to the transaction of everybody, also when the caller has caught the error.
      await flow.payload
        .findByID({ collection: 'orders', id: 2_000_000_000, req })
        .catch(() => undefined)
      await expect(
        flow.payload.db.commitTransaction((await transactionID) ?? ''),
      ).rejects.toMatchObject(NOT_COMMITTED)
    }))

  test('without events Payload’s silence stays as it is', async () => {
    const id = await flow.payload.db.beginTransaction()
    await flow.payload.db.rollbackTransaction(id ?? '')
    await expect(flow.payload.db.commitTransaction(id ?? '')).resolves.toBeUndefined()
  })
})

describe('the connection breaks at the COMMIT', () => {
  test('before Postgres has seen it: the save fails, nothing stays', () =>
    leavesNothing(async () => {
      atNextCommit('cutBefore')
      await expect(create(good)).rejects.toMatchObject(NOT_COMMITTED)
    }))

  test('after Postgres has done it: Postgres is asked, the save has worked, with its event', async () => {
    const before = await counts()
    atNextCommit('cutAfter')
    const { id } = await create(good)
    expect(await counts()).toEqual({
      ...before,
      orders: before.orders + 1,
      events: before.events + 1,
    })
    expect(await flow.payload.findByID({ collection: 'orders', id })).toMatchObject({ id })
  })

  test('a save without events, of which nobody knows the number: told as unknown', async () => {
    for (const verdict of ['cutBefore', 'cutAfter'] as const) {
      atNextCommit(verdict)
      const save = flow.payload.db.beginTransaction().then(async (transactionID) => {
        const req: Partial<PayloadRequest> = transactionID === null ? {} : { transactionID }
        await flow.payload.find({ collection: 'orders', req })
        await flow.payload.db.commitTransaction(transactionID ?? '')
      })
      await expect(save).rejects.toMatchObject(UNKNOWN)
    }
  })

  test('events published by code: the same', () =>
    leavesNothing(async () => {
      atNextCommit('cutBefore')
      const event = {
        definition: orderPaid,
        data: { current: { id: 1 }, previous: null, changed: [] },
        meta: { collection: 'parcels', documentId: 'good' },
      }
      await expect(flow.runtime.events.capture([event, event], {})).rejects.toMatchObject(
        NOT_COMMITTED,
      )
    }))

  test('a hundred broken commits cost no connection of the pool', async () => {
    let commits = 0
    proxy.judge((message) => {
      if (!/commit/.test(message)) return 'pass'
      commits += 1
      return commits % 2 ? 'cutBefore' : 'cutAfter'
    })
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => create(good)))
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true)
    proxy.judge(() => 'pass')
    const { pool } = flow.payload.db
    const clients = await Promise.all(Array.from({ length: 10 }, () => pool.connect()))
    for (const client of clients) client.release()
    expect(pool.totalCount).toBe(10)
  })
})
