import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { PayloadRequest } from 'payload'

import { captureActivity } from '../../../hooks/capture/captureActivity.ts'
import { track } from '../../../hooks/rules/track.ts'
import { bundledScans } from '../../../hooks/scans/bundledScans.ts'
import type { Scan } from '../../../hooks/scans/scan.ts'
import { createPool } from '../../../src/database/createPool.ts'
import { createApiKey } from '../../support/flow/createApiKey.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { until } from '../../support/flow/until.ts'
import { quietLogger } from '../../support/postgres/quietLogger.ts'
import { scanToolsOf } from '../../support/time/scanTools.ts'
import { openTimeWorld, type TimeWorld } from '../../support/time/timeWorld.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const password = 'correct horse battery staple'

let world: TimeWorld
let inactive7d: Scan
let inactive30d: Scan
beforeAll(async () => {
  world = await openTimeWorld(new Date().toISOString())
  const scans = bundledScans()
  const named = (name: string): Scan => {
    const found = scans.find((scan) => scan.name === name)
    if (!found) throw new Error(`no scan ${name}`)
    return found
  }
  inactive7d = named('user.inactive_7d')
  inactive30d = named('user.inactive_30d')
}, 300_000)
afterAll(async () => world?.close())
beforeEach(async () => {
  world.clock.set(Date.now())
  await world.sql.query('DELETE FROM event_spells')
})

const lastSeen = async (id: number | string): Promise<unknown> => {
  const { rows } = await world.sql.query<{ seen: Date | null }>(
    'SELECT last_active_at AS seen FROM users WHERE id = $1',
    [id],
  )
  return rows[0]?.seen?.getTime() ?? null
}

const see = async (id: number | string, daysAgo: number | null): Promise<void> => {
  const at = daysAgo === null ? null : new Date(world.clock.now() - daysAgo * DAY_MS)
  await world.sql.query('UPDATE users SET last_active_at = $2 WHERE id = $1', [id, at])
}

const me = (user: Actor) => world.rest('GET', '/users/me', undefined, { user })

describe('the last activity of a user', () => {
  test('EV-10 is noted on login without touching the profile', async () => {
    const data = { email: 'first@example.test', password }
    const { id, updatedAt } = await world.payload.create({ collection: 'users', data })
    expect(await lastSeen(id)).toBeNull()
    await world.rest('POST', '/users/login', data)
    expect(await lastSeen(id)).toBe(world.clock.now())
    const user = await world.payload.findByID({ collection: 'users', id })
    expect(user['updatedAt']).toBe(updatedAt)
  })

  test('is noted by any signed-in request, once per quarter of an hour, and means nothing', async () => {
    const user = await createActor(world.payload, 'customer')
    const start = world.clock.now()
    const events = await world.eventsOf(async () => {
      world.clock.pass(14 * MINUTE_MS)
      await me(user)
      expect(await lastSeen(user.id)).toBe(start)
      world.clock.pass(MINUTE_MS)
      await world.rest('GET', '/orders', undefined, { user })
      expect(await lastSeen(user.id)).toBe(start + 15 * MINUTE_MS)
      world.clock.pass(20 * MINUTE_MS)
      await world.graphql('{ meUser { user { id } } }', { user })
      expect(await lastSeen(user.id)).toBe(start + 35 * MINUTE_MS)
    })
    expect(events).toEqual([])
  })

  test('is noted by an API key and by the beacon, and by no visitor', async () => {
    const user = await createActor(world.payload, 'manager')
    const headers = await createApiKey(world.payload, user)
    world.clock.pass(20 * MINUTE_MS)
    await world.rest('GET', '/orders', undefined, { headers })
    expect(await lastSeen(user.id)).toBe(world.clock.now())
    world.clock.pass(20 * MINUTE_MS)
    const beacon = await world.rest('POST', '/users/activity', undefined, { user })
    expect(beacon.status).toBe(200)
    expect(await lastSeen(user.id)).toBe(world.clock.now())
    const stranger = await world.rest('POST', '/users/activity')
    expect(stranger).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'FLOW_API_UNAUTHENTICATED' }] },
    })
  })

  test('within the interval nothing is written', async () => {
    const user = await createActor(world.payload, 'customer')
    await me(user)
    const version = async (): Promise<unknown> =>
      (await world.sql.query('SELECT xmin::text, ctid::text FROM users WHERE id = $1', [user.id]))
        .rows
    const before = await version()
    world.clock.pass(10 * MINUTE_MS)
    for (let index = 0; index < 5; index += 1) await me(user)
    expect(await version()).toEqual(before)
    world.clock.pass(5 * MINUTE_MS)
    await me(user)
    expect(await version()).not.toEqual(before)
  })

  test('a process that has read the user earlier does not write again', async () => {
    const user = await createActor(world.payload, 'customer')
    const { emit, transact } = scanToolsOf(world.payload)
    const tracked = track('users', {}, { activity: { field: 'lastActiveAt', everyMinutes: 15 } })
    const note = captureActivity(tracked, emit)
    const config = world.payload.collections['users']?.config
    if (!note || !config) throw new Error('nothing to note')
    const noteAfter = async (minutes: number): Promise<unknown> => {
      const now = world.clock.now() + minutes * MINUTE_MS
      await transact(({ req, sql }) => {
        const request = { ...req, payload: world.payload, context: {} } as unknown as PayloadRequest
        return note({ config, id: user.id, now }, { req: request, sql })
      })
      return lastSeen(user.id)
    }
    expect(await noteAfter(14)).toBe(world.clock.now())
    expect(await noteAfter(15)).toBe(world.clock.now() + 15 * MINUTE_MS)
    expect(await noteAfter(16)).toBe(world.clock.now() + 15 * MINUTE_MS)
  })

  test('an edit of the profile that began before does not undo the note', async () => {
    const user = await createActor(world.payload, 'customer')
    const pool = createPool({
      url: world.databaseUrl,
      applicationName: 'note',
      logger: quietLogger,
    })
    const seen = new Date(world.clock.now() + 5_000)
    let editing: Promise<unknown> | undefined
    await pool.transact(async (sql) => {
      await sql.query('UPDATE users SET last_active_at = $2 WHERE id = $1', [user.id, seen])
      editing = world.payload.update({ collection: 'users', id: user.id, data: { name: 'Анна' } })
      await until(async () => {
        const { rows } = await sql.query(
          "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
        )
        return rows.length > 0
      }, 'the edit to wait for the note')
    })
    await editing
    await pool.stop()
    expect(await lastSeen(user.id)).toBe(seen.getTime())
  })

  test('a note that fails harms no request', async () => {
    const user = await createActor(world.payload, 'customer')
    world.clock.pass(20 * MINUTE_MS)
    await world.sql.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
       CREATE TRIGGER refuse BEFORE UPDATE OF last_active_at ON users FOR EACH ROW EXECUTE FUNCTION refuse()`,
    )
    const answer = await me(user)
    await world.sql.query('DROP TRIGGER refuse ON users; DROP FUNCTION refuse')
    expect(answer.body['user']).toMatchObject({ id: user.id })
    await me(user)
    expect(await lastSeen(user.id)).toBe(world.clock.now())
  })
})

describe('EV-03 user.returned', () => {
  test('EV-03 user.returned: any request after seven quiet days, once, with the days', async () => {
    const user = await createActor(world.payload, 'customer')
    await see(user.id, 10.5)
    const events = await world.eventsOf(() => me(user))
    expect(events.map(({ type }) => type)).toEqual(['user.returned'])
    expect(events[0]?.data).toMatchObject({
      inactiveDays: 10,
      changed: ['lastActiveAt'],
      previous: { lastActiveAt: new Date(world.clock.now() - 10.5 * DAY_MS).toISOString() },
      current: { id: user.id, lastActiveAt: new Date(world.clock.now()).toISOString() },
    })
    expect(events[0]?.meta).toMatchObject({
      source: 'auth',
      collection: 'users',
      documentId: String(user.id),
      userId: String(user.id),
    })
    world.clock.pass(20 * MINUTE_MS)
    expect(await world.eventsOf(() => me(user))).toEqual([])
  })

  test('EV-03 user.returned: a login tells it after user.login', async () => {
    const data = { email: 'back@example.test', password }
    const { id } = await world.payload.create({ collection: 'users', data })
    await see(id, 7)
    const events = await world.eventsOf(() => world.rest('POST', '/users/login', data))
    expect(events.map(({ type }) => type)).toEqual(['user.login', 'user.returned'])
  })

  test('six days are no absence; who was never seen is counted from the registration', async () => {
    const user = await createActor(world.payload, 'customer')
    await see(user.id, 6.9)
    expect(await world.eventsOf(() => me(user))).toEqual([])
    await see(user.id, null)
    const created = new Date(world.clock.now() - 12 * DAY_MS)
    await world.sql.query('UPDATE users SET created_at = $2 WHERE id = $1', [user.id, created])
    const events = await world.eventsOf(() => me(user))
    expect(events.map(({ data }) => data['inactiveDays'])).toEqual([12])
  })

  test('twenty requests at once tell it once', async () => {
    const user = await createActor(world.payload, 'customer')
    const headers = await createApiKey(world.payload, user)
    await see(user.id, 20)
    const events = await world.eventsOf(() =>
      Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          index % 2 === 0 ? me(user) : world.rest('GET', '/users/me', undefined, { headers }),
        ),
      ),
    )
    expect(events.map(({ type }) => type)).toEqual(['user.returned'])
  })
})

describe('EV-03 user.inactive', () => {
  test('EV-03 user.inactive_7d, user.inactive_30d: once per quiet spell, through a month', async () => {
    const user = await createActor(world.payload, 'customer')
    await world.sql.query('UPDATE users SET last_active_at = $2 WHERE id <> $1', [
      user.id,
      new Date(world.clock.now() + 300 * DAY_MS),
    ])
    const start = world.clock.now()
    const told: string[] = []
    const days = async (from: number, to: number): Promise<void> => {
      for (let day = from; day <= to; day += 1) {
        world.clock.set(start + day * DAY_MS)
        for (const scan of [inactive7d, inactive30d]) {
          const events = await world.eventsOf(() => world.run(scan))
          told.push(...events.map(({ data, type }) => `day ${day} ${type} ${data['inactiveDays']}`))
        }
      }
    }
    await days(1, 33)
    expect(told.splice(0)).toEqual(['day 7 user.inactive_7d 7', 'day 30 user.inactive_30d 30'])
    const back = await world.eventsOf(() => see(user.id, 0).then(() => undefined))
    expect(back).toEqual([])
    await days(34, 50)
    expect(told).toEqual(['day 40 user.inactive_7d 7'])
  })

  test('EV-03 user.inactive_7d: who never came counts from the registration; the team never', async () => {
    const customer = await createActor(world.payload, 'customer')
    const manager = await createActor(world.payload, 'manager')
    await see(customer.id, null)
    await see(manager.id, 9)
    await world.sql.query(
      "UPDATE users SET created_at = $2, last_active_at = CASE WHEN id = $1 THEN NULL ELSE now() + interval '1 year' END WHERE role = 'customer'",
      [customer.id, new Date(world.clock.now() - 8 * DAY_MS)],
    )
    const events = await world.eventsOf(() => world.run(inactive7d))
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      type: 'user.inactive_7d',
      data: {
        current: { id: customer.id, lastActiveAt: null },
        previous: null,
        changed: [],
        inactiveDays: 8,
      },
      meta: {
        source: 'schedule',
        collection: 'users',
        operation: null,
        documentId: String(customer.id),
      },
    })
    expect(await world.eventsOf(() => world.run(inactive7d))).toEqual([])
  })
})
