import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { orderPaid } from '../../../src/index.ts'
import { createPool, type Database } from '../../../src/database/createPool.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { type LogWorld, openLogWorld } from './logWorld.ts'

let world: LogWorld
let database: Database
beforeAll(async () => {
  world = await openLogWorld()
  await world.clear()
  database = createPool({
    url: world.databaseUrl,
    applicationName: 'test 2',
    logger: silentLogger,
    max: 2,
  })
}, 300_000)
afterAll(async () => {
  await database?.stop()
  await world?.destroy()
})
afterEach(async () => {
  await world.clear()
  await world.sql.query('DELETE FROM event_retention')
})

/** A few weeks of a small site: what has arrived, what failed, what waits, tests; two channels and subscriptions. */
async function seedWeeks(): Promise<void> {
  await world.seed({ name: 'a', count: 80, daysAgo: 40, everyHours: 11 })
  await world.seed({ name: 'b', count: 30, daysAgo: 12, channel: 'email', subscription: '2' })
  await world.seed({ name: 'dead', count: 3, daysAgo: 35, status: 'dead' })
  await world.seed({ name: 'poison', count: 1, daysAgo: 34, status: 'poisoned' })
  await world.seed({ name: 'wait', count: 3, daysAgo: 33, status: 'retrying' })
  await world.seed({ name: 'off', count: 4, daysAgo: 32, status: 'cancelled', hasAttempts: false })
  await world.seed({ name: 'test', count: 2, daysAgo: 38, step: -1 })
  await world.seed({ name: 'now', count: 5, daysAgo: 0.01, everyHours: 0 })
}

const sums = async (): Promise<unknown[]> => {
  const { rows } = await world.sql.query(
    `SELECT id, total, delivered, dead, attempts, at FROM event_rollups
     UNION ALL SELECT id, total, NULL, NULL, NULL, at FROM event_rollup_durations ORDER BY id`,
  )
  return rows
}

describe('statistics out of sums', () => {
  test('an empty log has no periods to add up', async () => {
    await world.sql.query('DELETE FROM event_rollup_periods')
    expect(await world.rollUp()).toBe(0)
    const { rows } = await world.sql.query('SELECT id FROM event_rollup_periods')
    expect(rows).toEqual([])
  })

  test('EV-51 answer the same before and after hours are added up, and after old rows are swept', async () => {
    await seedWeeks()
    const queries = ['', 'groupBy=hour&from=2026-10-22', 'groupBy=day']
    const asked = () => Promise.all(queries.map((query) => world.stats(query)))
    const before = await asked()
    expect(before[0]).toMatchObject({
      totals: {
        events: 128,
        deliveries: 126,
        dead: 3,
        retrying: 3,
        latencyMs: { p50: expect.any(Number), p95: expect.any(Number), p99: expect.any(Number) },
      },
    })
    expect(await world.rollUp()).toBeGreaterThan(1_000)
    // Hours with deliveries that wait are counted from the log.
    expect(
      await world.count('event_rollup_periods', "NOT is_closed AND size = 'hour'"),
    ).toBeGreaterThanOrEqual(3)
    expect(await world.count('event_rollups')).toBeGreaterThan(100)
    expect(await asked()).toEqual(before)

    await world.run('sweep-log')
    expect(await world.count('event_logs')).toBeLessThan(110)
    expect(await asked()).toEqual(before)
    await world.rollUp()
    expect(await asked()).toEqual(before)
  })

  test('are read from the sums: the log of closed hours is not looked at', async () => {
    await world.seed({ name: 'a', count: 30, daysAgo: 3 })
    await world.rollUp()
    const before = await world.stats()
    await world.sql.query("DELETE FROM event_logs WHERE created_at < now() - interval '1 hour'")
    expect(await world.stats()).toEqual(before)
  })

  test('running again gives the same rows', async () => {
    await seedWeeks()
    await world.rollUp()
    const first = await sums()
    expect((await world.run('roll-up-statistics')).emitted).toBe(0)
    expect(await sums()).toEqual(first)
    await world.run('roll-up-statistics', { trigger: 'manual' })
    expect(await sums()).toEqual(first)
  })

  test('rows of a transaction that commits after their hour was counted are counted', async () => {
    await world.seed({ name: 'a', count: 4, daysAgo: 1 })
    const young = "is_closed AND source = 'events' AND at > now() - interval '46 hours'"
    await database.transact(async (sql) => {
      await sql.query(
        `INSERT INTO event_logs (id, type, version, status, timestamp, source, hop, body, created_at)
         SELECT 'evt_late', type, version, status, timestamp, source, hop, body, created_at FROM event_logs LIMIT 1`,
      )
      // Its number is taken; nobody may close an hour before it is over.
      await world.run('roll-up-statistics')
      expect(await world.count('event_rollup_periods', young)).toBe(0)
    })
    expect((await world.stats())['totals']).toMatchObject({ events: 5 })
    await world.rollUp()
    expect(await world.count('event_rollup_periods', young)).not.toBe(0)
    expect((await world.stats())['totals']).toMatchObject({ events: 5 })
  })

  test('rows that came with a wrong clock are found when everything is counted', async () => {
    await world.seed({ name: 'a', count: 4, daysAgo: 2 })
    await world.rollUp()
    await world.seed({ name: 'b', count: 4, daysAgo: 2 })
    await world.run('roll-up-statistics', { trigger: 'manual' })
    expect((await world.stats())['totals']).toMatchObject({ events: 8, deliveries: 8 })
  })

  test('a retry by a person opens the hour and the day of its delivery again', async () => {
    await world.seed({ name: 'a', count: 24, daysAgo: 3 })
    await world.seed({ name: 'dead', count: 1, daysAgo: 3, status: 'dead' })
    await world.rollUp()
    const retry = await world.rest('POST', '/events/deliveries/dlv_dead0/retry', undefined, {
      user: world.manager,
    })
    expect(retry.status).toBe(200)
    expect((await world.stats())['totals']).toMatchObject({ dead: 0, pending: 1, delivered: 24 })
    await world.rollUp()
    await world.sql.query(
      "UPDATE event_deliveries SET status = 'delivered', delivered_at = now() WHERE id = 'dlv_dead0'",
    )
    await world.rollUp()
    expect((await world.stats())['totals']).toMatchObject({ dead: 0, pending: 0, delivered: 25 })
    expect(await world.count('event_rollup_periods', 'NOT is_closed')).toBe(0)
  })
})

describe('the search box of the admin', () => {
  const found = async (collection: string, fields: readonly string[], text: string) => {
    const where = fields.map((field, n) => `where[or][${n}][${field}][like]=${text}`).join('&')
    const { body } = await world.rest('GET', `/${collection}?${where}&limit=50`, undefined, {
      user: world.viewer,
    })
    return body.docs.map(({ id }) => String(id)).sort()
  }
  const inEvents = (text: string) =>
    found('event-logs', ['id', 'type', 'documentId', 'userEmail'], text)
  const inDeliveries = (text: string) =>
    found(
      'event-deliveries',
      ['id', 'event', 'eventType', 'target', 'subscriptionName', 'lastError'],
      text,
    )

  test('finds events by id, by a delivery, by a part of the type or of an address, by document', async () => {
    await world.seed({ name: 'a', count: 2, daysAgo: 3 })
    await world.seed({ name: 'b', count: 1, daysAgo: 3, documentId: 'p-77' })
    await world.sql.query(
      `UPDATE event_logs SET user_email = 'An_na@example.test' WHERE id = 'evt_a1'`,
    )
    const all = ['evt_a0', 'evt_a1', 'evt_b0']
    expect(await inEvents('evt_a1')).toEqual(['evt_a1'])
    expect(await inEvents('dlv_a0')).toEqual(['evt_a0'])
    expect(await inEvents('R.PAI')).toEqual(all)
    expect(await inEvents('n_NA@ex')).toEqual(['evt_a1'])
    expect(await inEvents('p-77')).toEqual(['evt_b0'])
    expect(await inEvents('p-7')).toEqual([])
    expect(await inEvents('evt_none')).toEqual([])
  })

  test('finds deliveries by id, by event, by type, by receiver, by person and by words of an error', async () => {
    await world.seed({ name: 'a', count: 2, daysAgo: 3 })
    await world.seed({ name: 'b', count: 2, daysAgo: 2, subscription: '2' })
    await world.sql.query(
      `INSERT INTO event_receivers (id, subscription, subscription_name, channel, channel_entry, target, failures, is_alerted)
       VALUES ('2/c-b', '2', 'Warehouse', 'webhook', 'c-b', 'POST shop.test/50%_hook', 0, false)`,
    )
    await world.sql.query(
      `UPDATE event_deliveries SET channel_entry = 'c-b' WHERE id LIKE 'dlv_b%'`,
    )
    await world.sql.query(
      `UPDATE event_deliveries SET last_error = 'The receiver is busy' WHERE id = 'dlv_a0'`,
    )
    await world.sql.query(
      `UPDATE event_logs SET user_email = 'Anna@example.test' WHERE id = 'evt_a1'`,
    )
    const all = ['dlv_a0', 'dlv_a1', 'dlv_b0', 'dlv_b1']
    expect(await inDeliveries('dlv_a0')).toEqual(['dlv_a0'])
    expect(await inDeliveries('evt_a1')).toEqual(['dlv_a1'])
    expect(await inDeliveries('r.PAI')).toEqual(all)
    expect(await inDeliveries('SHOP.test')).toEqual(['dlv_b0', 'dlv_b1'])
    expect(await inDeliveries('post hook')).toEqual(['dlv_b0', 'dlv_b1'])
    expect(await inDeliveries('50%25_hook')).toEqual(['dlv_b0', 'dlv_b1'])
    expect(await inDeliveries('wareh')).toEqual(['dlv_b0', 'dlv_b1'])
    expect(await inDeliveries('anna@EX')).toEqual(['dlv_a1'])
    expect(await inDeliveries('busy receiver')).toEqual(['dlv_a0'])
    await world.sql.query('DELETE FROM event_receivers')
  })

  test('finds deliveries of receivers that are there no longer by reading every row', async () => {
    await world.seed({ name: 'a', count: 2, daysAgo: 3 })
    await world.sql.query(
      `UPDATE event_deliveries SET target = 'https://gone.test' WHERE id = 'dlv_a1'`,
    )
    expect(await inDeliveries('gone.test')).toEqual(['dlv_a1'])
    expect(await inDeliveries('seeded')).toEqual(['dlv_a0', 'dlv_a1'])
    expect(await inDeliveries('nobody')).toEqual([])
  })

  test('of more addresses than are looked through, finds those that begin with the text', async () => {
    await world.seed({ name: 'a', count: 1, daysAgo: 3 })
    await world.sql.query(
      `INSERT INTO event_logs (id, type, version, status, timestamp, source, user_email, hop, body, created_at, matched)
       SELECT 'evt_many' || n, 'user.login', 1, 'unmatched', now(), 'rest', 'a' || lpad(n::text, 6, '0') || '@example.test', 0, '{}', now(), 0
       FROM generate_series(1, 10001) n`,
    )
    await world.sql.query(
      `UPDATE event_logs SET user_email = 'zoe@example.test' WHERE id = 'evt_a0'`,
    )
    expect(await inEvents('zoe')).toEqual(['evt_a0'])
    expect(await inEvents('ZOE@example.test')).toEqual(['evt_a0'])
    expect(await inEvents('a000777@')).toEqual(['evt_many777'])
    expect(await inEvents('00777@')).toEqual(['evt_many777'])
    expect(
      (await world.rest('GET', '/events/logs?search=zoe', undefined, { user: world.viewer })).body,
    ).toMatchObject({ totalDocs: 1, docs: [{ id: 'evt_a0' }] })
  })
})

describe('the sweep', () => {
  test('takes what is finished and old, and leaves what waits, failed, or belongs to it', async () => {
    await seedWeeks()
    await world.run('sweep-log')
    const left = async (table: string): Promise<string[]> => {
      const { rows } = await world.sql.query<{ name: string }>(
        `SELECT DISTINCT regexp_replace(id, '^(att_dlv_|evt_|dlv_)|\\d+$', '', 'g') AS name FROM ${table} ORDER BY 1`,
      )
      return rows.map(({ name }) => name)
    }
    expect(await left('event_deliveries')).toEqual(['a', 'b', 'dead', 'now', 'poison', 'wait'])
    expect(await left('event_logs')).toEqual(['a', 'b', 'dead', 'now', 'poison', 'wait'])
    expect(await left('event_attempts')).toEqual(['a', 'dead', 'now', 'poison', 'wait'])
    const old = "created_at < now() - interval '30 days' AND id ~ '_a[0-9]'"
    expect(await world.count('event_deliveries', old)).toBe(0)
    expect(await world.count('event_logs', old)).toBe(0)
    expect(
      await world.count('event_deliveries', "id LIKE 'dlv_dead%' OR id LIKE 'dlv_wait%'"),
    ).toBe(6)
    // No delivery is left without its event.
    expect(
      await world.count(
        'event_deliveries d',
        'NOT EXISTS (SELECT 1 FROM event_logs e WHERE e.id = d.event)',
      ),
    ).toBe(0)
  })

  test('a finished delivery keeps its event while deliveries are kept longer', async () => {
    await world.seed({ name: 'a', count: 3, daysAgo: 40 })
    await world.rest(
      'POST',
      '/globals/event-retention',
      { events: 1, deliveries: 0, attempts: 0 },
      {
        user: world.manager,
      },
    )
    await world.run('sweep-log')
    expect(await world.count('event_logs')).toBe(3)
    expect(await world.count('event_attempts')).toBe(3)
  })

  test('has Postgres look at the numbers it keeps, which every save reads', async () => {
    const known = async (): Promise<number> => {
      const { rows } = await world.sql.query<{ n: number }>(
        "SELECT reltuples::int AS n FROM pg_class WHERE relname = 'event_sequences'",
      )
      return Number(rows[0]?.n)
    }
    await world.seed({ name: 'a', count: 250, daysAgo: 45, everyHours: 0 })
    await world.sql.query("UPDATE event_logs SET collection = 'parcels', document_id = id")
    await world.sql.query('UPDATE event_logs SET sequence = 1')
    expect(await known()).toBeLessThan(1)
    await world.run('sweep-log')
    expect(await world.count('event_sequences')).toBe(250)
    expect(await known()).toBeGreaterThanOrEqual(200)
  })

  test('keeps for the days that the settings say, 0 for ever; a viewer cannot change them', async () => {
    await world.seed({ name: 'a', count: 3, daysAgo: 5, everyHours: 0 })
    const save = (days: object, user = world.manager) =>
      world.rest('POST', '/globals/event-retention', days, { user })
    expect((await save({ events: 1 }, world.viewer)).status).toBe(403)
    expect((await save({ events: -1, deliveries: 1, attempts: 1 })).status).toBe(400)
    expect((await save({ events: 6, deliveries: 6, attempts: 0 })).status).toBe(200)
    await world.run('sweep-log')
    expect(await world.count('event_logs')).toBe(3)
    await world.run('sweep-log', { daysAhead: 2 })
    expect(await world.count('event_logs')).toBe(0)
    expect(await world.count('event_attempts')).toBe(3)
    const read = await world.rest('GET', '/globals/event-retention', undefined, {
      user: world.viewer,
    })
    expect(read.body).toMatchObject({ events: 6, deliveries: 6, attempts: 0 })
  })

  test('EV-13 the next event of a document has the next number, and is no second creation', async () => {
    const meta = { collection: 'parcels', documentId: 'p-1' }
    await world.seed({ name: 'a', count: 7, daysAgo: 40, documentId: 'p-1' })
    await world.run('sweep-log')
    expect(await world.count('event_logs')).toBe(0)
    const publish = () => world.runtime.events.publish(orderPaid, { current: { id: 1 } }, { meta })
    await Promise.all([publish(), publish(), publish()])
    const { rows } = await world.sql.query(
      'SELECT sequence::int AS n FROM event_logs ORDER BY sequence',
    )
    expect(rows).toEqual([{ n: 8 }, { n: 9 }, { n: 10 }])
    const kept = await world.sql.query('SELECT * FROM event_sequences')
    expect(kept.rows).toEqual([{ id: 'parcels:p-1', last: '7', types: { 'order.paid': true } }])
  })

  test('a document whose creation was swept and that is published again is not created again', async () => {
    const { payload } = world
    const { id } = await payload.create({
      collection: 'products',
      data: { title: 'Чай', _status: 'published' },
    })
    await payload.update({ collection: 'products', id, data: { _status: 'draft' } })
    await payload.db.deleteVersions({ collection: 'products', where: { parent: { equals: id } } })
    await world.sql.query(
      `UPDATE event_logs SET created_at = created_at - interval '40 days', status = 'unmatched'`,
    )
    await world.run('sweep-log')
    expect(await world.count('event_logs')).toBe(0)
    await payload.update({ collection: 'products', id, data: { _status: 'published' } })
    const { rows } = await world.sql.query<{ type: string }>('SELECT type FROM event_logs')
    expect(rows.map(({ type }) => type)).not.toContain('product.created')
    expect(rows).not.toEqual([])
  })

  test('waits for nobody: rows that somebody holds are left for the next time', async () => {
    await world.seed({ name: 'a', count: 6, daysAgo: 40, everyHours: 0 })
    await database.transact(async (sql) => {
      await sql.query("SELECT 1 FROM event_deliveries WHERE id = 'dlv_a2' FOR UPDATE")
      await world.run('sweep-log')
      expect(await world.count('event_deliveries')).toBe(1)
      expect(await world.count('event_logs')).toBe(1)
    })
    await world.run('sweep-log')
    expect(await world.count('event_deliveries')).toBe(0)
    expect(await world.count('event_logs')).toBe(0)
    expect((await world.stats())['totals']).toMatchObject({ events: 6, deliveries: 6 })
  })

  test('stops when the process does, and nothing is counted twice or lost when it goes on', async () => {
    await seedWeeks()
    await world.rollUp()
    const before = await world.stats()
    const events = await world.count('event_logs')
    const stopped = new AbortController()
    stopped.abort()
    expect((await world.run('sweep-log', { signal: stopped.signal })).found).toBe(0)
    expect(await world.count('event_logs')).toBe(events)
    // A rollup, statistics and two sweeps in each other's way.
    const [, , , during] = await Promise.all([
      world.run('sweep-log'),
      world.run('sweep-log'),
      world.run('roll-up-statistics', { trigger: 'manual' }),
      world.stats(),
    ])
    expect(during).toEqual(before)
    await world.rollUp()
    expect(await world.stats()).toEqual(before)
    expect(await world.count('event_logs')).toBeLessThan(events)
  })
})
