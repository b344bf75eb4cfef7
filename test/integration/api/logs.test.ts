import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { seedLog } from './seedLog.ts'

let flow: BootedFlow
let viewer: Actor

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  viewer = await createActor(flow.payload, 'viewer')
  await flow.sql.query('DELETE FROM event_logs')
  const at = (minute: number): string => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`
  await seedLog(flow.sql, {
    events: [
      {
        id: 'evt_1',
        type: 'order.created',
        createdAt: at(1),
        collection: 'orders',
        documentId: '7',
      },
      { id: 'evt_2', type: 'order.paid', createdAt: at(2), collection: 'orders', documentId: '7' },
      {
        id: 'evt_3',
        type: 'user.login',
        createdAt: at(3),
        status: 'unmatched',
        userEmail: 'ann_a@x.test',
      },
      { id: 'evt_4', type: 'product.created', createdAt: at(4), status: 'pending' },
      // Same millisecond: the id decides.
      { id: 'evt_5', type: 'order.paid', createdAt: at(5), userEmail: 'annxa@x.test' },
      { id: 'evt_6', type: 'order.paid', createdAt: at(5), documentId: '100%' },
    ],
    deliveries: [
      { id: 'dlv_1a', event: 'evt_1', status: 'delivered', channel: 'webhook', subscription: '1' },
      {
        id: 'dlv_1b',
        event: 'evt_1',
        status: 'dead',
        channel: 'email',
        subscription: '2',
        attemptsFinished: 10,
      },
      { id: 'dlv_2a', event: 'evt_2', status: 'retrying', channel: 'webhook', subscription: '2' },
      { id: 'dlv_5a', event: 'evt_5', status: 'poisoned', channel: 'webhook', subscription: '3' },
      { id: 'dlv_6a', event: 'evt_6', status: 'cancelled', channel: 'webhook', subscription: '3' },
    ],
  })
  await flow.sql.query(
    `INSERT INTO event_attempts (id, delivery, event, subscription, channel, number, outcome, code, reason, duration_ms,
       worker, request, response, created_at)
     SELECT 'att_' || n, 'dlv_1b', 'evt_1', '2', 'email', n, 'unavailable', 'ETIMEDOUT', 'no answer', 15000, 'wrk_1',
       '{"to":"a"}', null, now() + n * interval '1 second' FROM generate_series(1, 2) n`,
  )
})

afterAll(async () => {
  await flow?.destroy()
})

const get = (path: string) => flow.rest('GET', path, undefined, { user: viewer })
const idsOf = async (query: string) => {
  const { body, status } = await get(`/events/logs?${query}`)
  expect(status).toBe(200)
  return body.docs.map(({ id }) => String(id).replace('evt_', '')).join('')
}

describe('EV-51 GET /api/events/logs filters', () => {
  test.each([
    ['', '654321'],
    ['type=order.paid', '652'],
    ['type=order.*', '6521'],
    ['type=*.created', '41'],
    ['type=*', '654321'],
    ['type=order.paid,user.login', '6532'],
    ['type=order.paid&type=user.*', '6532'],
    ['status=unmatched', '3'],
    ['status=pending,unmatched', '43'],
    ['deliveryStatus=dead', '1'],
    ['deliveryStatus=retrying&deliveryStatus=poisoned', '52'],
    ['channel=email', '1'],
    ['subscription=3', '65'],
    ['channel=email&subscription=1', ''],
    ['collection=orders', '21'],
    ['collection=orders&documentId=7&type=order.paid', '2'],
    ['userEmail=ANN_A@x.test', '3'],
    ['from=2026-11-20T10:03:00Z', '6543'],
    ['to=2026-11-20T10:03:00Z', '21'],
    ['from=2026-11-20T12:02:00%2B02:00&to=2026-11-20T10:04:00Z', '32'],
    ['from=2026-11-20&to=2026-11-21', '654321'],
    ['search=evt_4', '4'],
    ['search=7', '21'],
    ['search=dlv_5a', '5'],
    ['search=x.test', '53'],
    // The wildcards of LIKE are letters like any other.
    ['search=n_a', '3'],
    ['search=100%25', '6'],
    ['search=%25', ''],
    ['search=', '654321'],
    ['type=order.paid&depth=0&fallback-locale=en&locale=ru', '652'],
  ])('%s gives %s', async (query, expected) => {
    expect(await idsOf(query)).toBe(expected)
  })

  test.each([
    ['type=Order', 'type.0'],
    ['status=lost', 'status.0'],
    ['deliveryStatus=lost', 'deliveryStatus.0'],
    ['from=yesterday', 'from'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['page=x', 'page'],
    ['page=1&after=x', 'page'],
    ['after=!!', 'after'],
    ['after=WyJub3QgYSB0aW1lIiwieCJd', 'after'],
    ['types=order.paid', 'types'],
    ['search=a%00b', 'search'],
    ['documentId[like]=7', 'documentId'],
  ])('%s is refused and %s is named', async (query, field) => {
    const { body, status } = await get(`/events/logs?${query}`)
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([
      { code: 'FLOW_API_INPUT_INVALID', details: { issues: [{ field }] } },
    ])
    expect(body.errors[0]?.message).toContain(field)
  })
})

describe('EV-51 GET /api/events/logs pages', () => {
  test('by number, with totals', async () => {
    const { body } = await get('/events/logs?limit=4&page=2')
    expect(body.docs.map(({ id }) => id)).toEqual(['evt_2', 'evt_1'])
    expect(body).toMatchObject({
      totalDocs: 6,
      totalPages: 2,
      page: 2,
      hasNextPage: false,
      hasPrevPage: true,
    })
    expect(body['nextCursor']).toBeNull()
  })

  test('by cursor: every event once, although new ones arrive in between', async () => {
    const seen: unknown[] = []
    let after = ''
    for (let page = 0; page < 10 && (page === 0 || after !== ''); page += 1) {
      const { body } = await get(`/events/logs?limit=1${after && `&after=${after}`}`)
      seen.push(...body.docs.map(({ id }) => id))
      after = String(body['nextCursor'] ?? '')
      await seedLog(flow.sql, { events: [{ id: `evt_new_${page}`, type: 'user.login' }] })
    }
    await flow.sql.query("DELETE FROM event_logs WHERE id LIKE 'evt_new_%'")
    expect(seen).toEqual(['evt_6', 'evt_5', 'evt_4', 'evt_3', 'evt_2', 'evt_1'])
  })
})

describe('EV-50 what the log says of an event', () => {
  test('its deliveries, with their state and counts', async () => {
    const { body } = await get('/events/logs?search=evt_1')
    expect(body.docs[0]).toMatchObject({
      id: 'evt_1',
      type: 'order.created',
      version: 1,
      status: 'routed',
      collection: 'orders',
      documentId: '7',
      createdAt: '2026-11-20T10:01:00.000Z',
      data: { current: { id: 'evt_1' }, changed: [] },
      deliverySummary: { total: 2, delivered: 1, failed: 1, waiting: 0, cancelled: 0 },
    })
    const deliveries = body.docs[0]?.['deliveries'] as { id: string }[]
    expect(deliveries.find(({ id }) => id === 'dlv_1b')).toMatchObject({
      channel: 'email',
      status: 'dead',
      attempts: 10,
      deliveredAt: null,
      subscription: '2',
      subscriptionName: 'seeded',
    })
  })

  test('one event, with every try', async () => {
    const { body, status } = await get('/events/logs/evt_1')
    expect(status).toBe(200)
    const deliveries = body['deliveries'] as { id: string; attemptLog: unknown[] }[]
    expect(deliveries.find(({ id }) => id === 'dlv_1a')?.attemptLog).toEqual([])
    expect(deliveries.find(({ id }) => id === 'dlv_1b')?.attemptLog).toMatchObject([
      {
        number: 1,
        outcome: 'unavailable',
        code: 'ETIMEDOUT',
        durationMs: 15_000,
        request: { to: 'a' },
      },
      { number: 2 },
    ])
  })

  test.each(['evt_none', 'a%00b'])('there is no event %s', async (id) => {
    const { body, status } = await get(`/events/logs/${id}`)
    expect(status).toBe(id === 'evt_none' ? 404 : 400)
    expect(body.errors).toHaveLength(1)
  })

  test('a damaged body does not take the page with it', async () => {
    await seedLog(flow.sql, { events: [{ id: 'evt_bad', body: '{"data":' }] })
    const { body, status } = await get('/events/logs?search=evt_bad')
    await flow.sql.query("DELETE FROM event_logs WHERE id = 'evt_bad'")
    expect(status).toBe(200)
    expect(body.docs[0]).toMatchObject({ id: 'evt_bad', data: null })
  })

  test('a page of a hundred takes two statements', async () => {
    const { pool } = flow.payload.db as unknown as {
      pool: { query: (...args: unknown[]) => unknown }
    }
    const statements: string[] = []
    const original = pool.query
    pool.query = function (this: unknown, ...args: unknown[]) {
      statements.push(String(typeof args[0] === 'string' ? args[0] : ''))
      return original.apply(this, args)
    }
    await get('/events/logs?limit=100')
    pool.query = original
    expect(statements.filter((text) => text.includes('event_'))).toHaveLength(2)
  })
})

test('an error nobody foresaw says nothing of itself', async () => {
  await flow.sql.query('ALTER TABLE event_attempts RENAME TO hidden_attempts')
  const { body, status } = await get('/events/stats')
  await flow.sql.query('ALTER TABLE hidden_attempts RENAME TO event_attempts')
  expect(status).toBe(500)
  expect(body.errors).toEqual([
    {
      code: 'FLOW_API_FAILED',
      message: 'something went wrong on the server',
      hint: expect.any(String),
    },
  ])
})
