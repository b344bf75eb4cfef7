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
})

afterAll(async () => {
  await flow?.destroy()
})

const stats = (query = '') =>
  flow.rest('GET', `/events/stats?${query}`, undefined, { user: viewer })

describe('EV-51 GET /api/events/stats', () => {
  test('with nothing there are zeros and no rate', async () => {
    const { body, status } = await stats()
    expect(status).toBe(200)
    expect(body['totals']).toEqual({
      events: 0,
      unmatched: 0,
      deliveries: 0,
      delivered: 0,
      dead: 0,
      retrying: 0,
      pending: 0,
      poisoned: 0,
      cancelled: 0,
      attempts: 0,
      successRate: null,
      attemptDurationMs: { p50: null, p95: null, p99: null },
      latencyMs: { p50: null, p95: null, p99: null },
    })
    expect(body).toMatchObject({
      groupBy: 'day',
      byDay: [],
      byType: [],
      byChannel: [],
      bySubscription: [],
    })
  })

  test('counts what is in the period, by everything, and leaves tests out', async () => {
    const day = '2026-11-10T09:30:00Z'
    const next = '2026-11-11T23:30:00Z'
    await seedLog(flow.sql, {
      events: [
        { id: 'evt_1', type: 'order.paid', createdAt: day },
        { id: 'evt_2', type: 'order.paid', createdAt: next },
        { id: 'evt_3', type: 'user.login', createdAt: next, status: 'unmatched' },
        { id: 'evt_test', type: 'order.paid', createdAt: next, source: 'test' },
        { id: 'evt_old', type: 'order.paid', createdAt: '2026-10-01T00:00:00Z' },
      ],
      deliveries: [
        { id: 'd1', event: 'evt_1', status: 'delivered', createdAt: day, attemptsFinished: 3 },
        {
          id: 'd2',
          event: 'evt_1',
          status: 'delivered',
          createdAt: day,
          channel: 'email',
          subscription: '2',
        },
        { id: 'd3', event: 'evt_2', status: 'dead', createdAt: next, attemptsFinished: 10 },
        { id: 'd4', event: 'evt_2', status: 'poisoned', createdAt: next, attemptsFinished: 0 },
        { id: 'd5', event: 'evt_2', status: 'pending', createdAt: next, attemptsFinished: 0 },
        { id: 'd6', event: 'evt_2', status: 'delivering', createdAt: next, attemptsFinished: 0 },
        { id: 'd7', event: 'evt_2', status: 'retrying', createdAt: next },
        { id: 'd8', event: 'evt_2', status: 'cancelled', createdAt: next, attemptsFinished: 0 },
        { id: 'd9', event: 'evt_test', status: 'dead', createdAt: next, step: -1 },
        { id: 'd0', event: 'evt_old', status: 'dead', createdAt: '2026-10-01T00:00:00Z' },
      ],
    })
    await flow.sql.query(
      `INSERT INTO event_attempts (id, delivery, event, subscription, channel, number, outcome, code, duration_ms,
         created_at)
       SELECT 'att_' || n, 'd1', 'evt_1', '1', 'webhook', 1, 'delivered', 'http_200', n, $1
       FROM generate_series(1, 100) n`,
      [day],
    )
    const { body } = await stats('from=2026-11-01&to=2026-11-20')
    expect(body['totals']).toEqual({
      events: 3,
      unmatched: 1,
      deliveries: 8,
      delivered: 2,
      dead: 1,
      retrying: 1,
      pending: 2,
      poisoned: 1,
      cancelled: 1,
      attempts: 15,
      successRate: 0.5,
      attemptDurationMs: { p50: 50, p95: 95, p99: 99 },
      latencyMs: { p50: 0, p95: 0, p99: 0 },
    })
    expect(body['byType']).toMatchObject([
      { type: 'order.paid', events: 2, deliveries: 8, successRate: 0.5 },
      { type: 'user.login', events: 1, unmatched: 1, deliveries: 0, successRate: null },
    ])
    expect(body['byChannel']).toMatchObject([
      { channel: 'webhook', deliveries: 7, successRate: 1 / 3 },
      { channel: 'email', deliveries: 1, successRate: 1 },
    ])
    expect(body['bySubscription']).toMatchObject([
      { subscription: '1', name: 'seeded', deliveries: 7, attempts: 14 },
      { subscription: '2', name: 'seeded', deliveries: 1 },
    ])
    expect(body['byDay']).toMatchObject([
      { from: '2026-11-10T00:00:00.000Z', events: 1, delivered: 2 },
      { from: '2026-11-11T00:00:00.000Z', events: 2, delivered: 0, dead: 1 },
    ])
    expect(body).not.toHaveProperty('byHour')
  })

  test('by hour', async () => {
    const { body } = await stats('from=2026-11-01&to=2026-11-20&groupBy=hour')
    expect(body['byHour']).toMatchObject([
      { from: '2026-11-10T09:00:00.000Z', events: 1 },
      { from: '2026-11-11T23:00:00.000Z', events: 2 },
    ])
    expect(body).not.toHaveProperty('byDay')
  })

  test('the period is from inclusive to exclusive', async () => {
    const { body } = await stats('from=2026-11-10T09:30:00Z&to=2026-11-11T23:30:00Z')
    expect(body['totals']).toMatchObject({ events: 1, deliveries: 2 })
  })

  test('without a period: the last 30 days', async () => {
    const { body } = await stats()
    expect(body['totals']).toMatchObject({ events: 3 })
  })

  test.each([
    ['from=2026-11-20&to=2026-11-01', 'from'],
    ['from=2020-01-01', 'from'],
    ['from=2026-01-01&to=2026-11-01&groupBy=hour', 'from'],
    ['groupBy=week', 'groupBy'],
    ['to=never', 'to'],
  ])('%s is refused and %s is named', async (query, field) => {
    const { body, status } = await stats(query)
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ details: { issues: [{ field }] } }])
  })
})

describe('EV-51 GET /api/events/subscriptions', () => {
  test('each with its masked channels and what it delivered lately', async () => {
    const made = await flow.payload.create({
      collection: 'event-subscriptions',
      data: {
        name: 'Big orders',
        events: ['order.paid'],
        filters: [{ field: 'data.current.total.ru.amount', operator: 'gt', value: 10_000 }],
        channels: [{ blockType: 'webhook', url: 'http://127.0.0.1:9999/hook' }],
      },
    })
    const subscription = String(made.id)
    await flow.sql.query('DELETE FROM event_deliveries')
    const seeded = { event: 'evt_1', subscription }
    await seedLog(flow.sql, {
      deliveries: [
        { ...seeded, id: 's1', status: 'delivered', createdAt: '2026-11-12T00:00:00Z' },
        { ...seeded, id: 's2', status: 'delivered', createdAt: '2026-11-13T00:00:00Z' },
        { ...seeded, id: 's3', status: 'dead', createdAt: '2026-11-14T00:00:00Z' },
        { ...seeded, id: 's4', status: 'dead', createdAt: '2026-11-15T00:00:00Z', step: -1 },
        { ...seeded, id: 's5', status: 'dead', createdAt: '2026-09-01T00:00:00Z' },
      ],
    })
    const { body } = await flow.rest('GET', '/events/subscriptions', undefined, { user: viewer })
    expect(body).toMatchObject({ totalDocs: 1, page: 1 })
    expect(body.docs).toMatchObject([
      {
        id: made.id,
        name: 'Big orders',
        enabled: true,
        events: ['order.paid'],
        filters: [{ field: 'data.current.total.ru.amount', operator: 'gt', value: 10_000 }],
        channels: [{ blockType: 'webhook', secret: '••••••••' }],
        lastDeliveryAt: '2026-11-14T00:00:00.000Z',
        lastDeliveredAt: '2026-11-13T00:00:00.000Z',
      },
    ])
    expect(body.docs[0]?.['deliveries']).toEqual({ delivered: 2, dead: 1 })
    expect(JSON.stringify(body)).not.toContain('retiredSecrets')
  })
})

describe('GET /api/events/catalogue', () => {
  const catalogue = (query = '') =>
    flow.rest('GET', `/events/catalogue?${query}`, undefined, { user: viewer })

  test('EV-51 every type with texts, schema and a whole sample', async () => {
    const { body } = await catalogue()
    const areas = body['areas'] as { slug: string; types: Record<string, unknown>[] }[]
    const types = areas.flatMap((area) => area.types)
    expect(body['totals']).toEqual({ areas: areas.length, types: types.length })
    expect(types.map(({ type }) => type)).toEqual([...flow.runtime.catalogue.types])
    const paid = types.find(({ type }) => type === 'order.paid')
    expect(paid).toMatchObject({
      version: 1,
      summary: { en: expect.any(String), ru: expect.any(String) },
      firesWhen: { en: expect.any(String), ru: expect.any(String) },
      schema: { type: 'object', title: 'order.paid' },
    })
    // What is shown as a sample is what the catalogue itself takes for an event.
    for (const { sample } of types)
      expect(() => flow.runtime.catalogue.decode(sample)).not.toThrow()
  })

  test('in one language', async () => {
    const { body } = await catalogue('locale=ru')
    expect(JSON.stringify(body)).toContain('"label":"Заказы"')
    expect((await catalogue('locale=de')).status).toBe(400)
  })
})
