import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { createPool, type Database } from '../../../src/database/createPool.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { createRateLimiter } from '../../../src/rate-limit/createRateLimiter.ts'
import type { RateLimit } from '../../../src/rate-limit/rateLimiter.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { startTcpProxy, type TcpProxy } from '../../support/flow/startTcpProxy.ts'
import { createActor } from '../../support/payload/createActor.ts'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/createTestDatabase.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const LIMITED = { code: 'FLOW_RATE_LIMITED', status: 429 }
/** How many of so many uses at once are let through. */
const allowed = async (uses: Promise<unknown>[]): Promise<number> => {
  const outcomes = await Promise.allSettled(uses)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(LIMITED)
  }
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

describe('the rate limiter', () => {
  let database: TestDatabase
  let counter = 0
  const pools: Database[] = []
  const wires: TcpProxy[] = []
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.stop()))
    await Promise.all(wires.splice(0).map((wire) => wire.close()))
  })
  afterAll(() => database.drop())

  const limitOf = (points: number): RateLimit => {
    counter += 1
    return { name: `test-${counter}`, points, perSeconds: 3_600 }
  }
  const open = (url = database.url): Database => {
    const pool = createPool({ url, applicationName: 'limiter', logger: silentLogger, max: 3 })
    pools.push(pool)
    return pool
  }
  const limiter = (url?: string) => {
    const { sql } = open(url)
    return createRateLimiter(async () => sql)
  }

  test('ten processes that start at once make one table, and share one count', async () => {
    const limit = limitOf(25)
    const limiters = upTo(10).map(() => limiter())
    expect(
      await allowed(limiters.flatMap((each) => upTo(5).map(() => each.consume(limit, 'a')))),
    ).toBe(25)
    const { rows } = await open().sql.query(
      "SELECT relpersistence FROM pg_class WHERE oid = 'flowmasters.rate_limits'::regclass",
    )
    expect(rows).toEqual([{ relpersistence: 'u' }])
  })

  test('callers, names and limits count apart', async () => {
    const [one, two] = [limitOf(2), limitOf(2)]
    const { consume } = limiter()
    for (const limit of [one, two]) {
      for (const key of ['a', 'b']) {
        await consume(limit, key)
        await consume(limit, key)
        await expect(consume(limit, key)).rejects.toMatchObject(LIMITED)
      }
    }
  })

  test('says when to come back: within the window, never 0', async () => {
    const limit = { ...limitOf(1), perSeconds: 60 }
    const { consume } = limiter()
    await consume(limit, 'a')
    const error: unknown = await consume(limit, 'a').catch((reason: unknown) => reason)
    const { details } = error as { details: { limit: string; retryAfterSeconds: number } }
    expect(details.limit).toBe(limit.name)
    expect(details.retryAfterSeconds).toBeGreaterThan(50)
    expect(details.retryAfterSeconds).toBeLessThanOrEqual(60)
  })

  test('a window that is over begins anew', async () => {
    const limit = limitOf(1)
    const { consume } = limiter()
    await consume(limit, 'a')
    // Another process: the first one knows the answer by heart.
    const elsewhere = limiter()
    await expect(elsewhere.consume(limit, 'a')).rejects.toMatchObject(LIMITED)
    await open().sql.query('UPDATE flowmasters.rate_limits SET expire = 1 WHERE key LIKE $1', [
      `${limit.name}:%`,
    ])
    await limiter().consume(limit, 'a')
  })

  test('the table knows no addresses and no e-mails', async () => {
    const limit = limitOf(5)
    await limiter().consume(limit, 'address:203.0.113.7 ivan@example.test')
    const { rows } = await open().sql.query(
      'SELECT key FROM flowmasters.rate_limits WHERE key LIKE $1',
      [`${limit.name}:%`],
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/203|ivan|example/)
  })

  const wired = async (): Promise<{ url: string; wire: TcpProxy }> => {
    const url = new URL(database.url)
    const wire = await startTcpProxy({ host: url.hostname, port: Number(url.port) })
    wires.push(wire)
    url.hostname = '127.0.0.1'
    url.port = String(wire.port)
    return { url: url.href, wire }
  }

  test('a database that goes away: each process counts for itself, nobody gets an error', async () => {
    const limit = limitOf(3)
    const { url, wire } = await wired()
    const [one, two] = [limiter(url), limiter(url)]
    await one.consume(limit, 'a')
    await two.consume(limit, 'a')
    await wire.cut()
    expect(await allowed(upTo(10).map(() => one.consume(limit, 'b')))).toBe(3)
    expect(await allowed(upTo(10).map(() => two.consume(limit, 'b')))).toBe(3)
  })

  test('a database that was never there: the same, and shared once it comes', async () => {
    const limit = limitOf(3)
    let isThere = false
    const { sql } = open()
    const { consume } = createRateLimiter(async () => {
      if (!isThere) throw new Error('no database')
      return sql
    })
    expect(await allowed(upTo(10).map(() => consume(limit, 'a')))).toBe(3)
    isThere = true
    await consume(limit, 'b')
    expect(await allowed(upTo(10).map(() => limiter().consume(limit, 'b')))).toBe(2)
  })
})

describe('an endpoint with a limit', () => {
  let booted: BootedPayload
  beforeAll(async () => {
    const limit = { name: 'knock', points: 2, perSeconds: 60 }
    booted = await bootPayload({
      configure: (config) => ({
        ...config,
        endpoints: [
          ...(config.endpoints ?? []),
          defineEndpoint({
            method: 'post',
            path: '/knock',
            access: 'public',
            limit,
            handle: async () => Response.json({ ok: true }),
          }),
        ],
      }),
      plugins: (databaseUrl) => [
        flowMasters({
          channels: [],
          tracking: [],
          encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
          databaseUrl,
          isSmtpConfigured: false,
          mailOutboxDir: '/nonexistent',
        }),
      ],
    })
  }, 300_000)
  afterAll(() => booted?.destroy())

  const knock = (address: string, user?: { token: string }) =>
    booted.rest('POST', '/knock', {}, { headers: { 'x-forwarded-for': address }, user })

  test('answers 429 with retry-after, per address; an account counts for itself, wherever it is', async () => {
    for (const address of ['203.0.113.1', '203.0.113.2']) {
      expect((await knock(address)).status).toBe(200)
      expect((await knock(address)).status).toBe(200)
      const refused = await knock(address)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(refused.body.errors[0]).toMatchObject({ code: LIMITED.code })
      expect(JSON.stringify(refused.body)).not.toContain(address)
    }
    const user = await createActor(booted.payload, 'customer')
    expect((await knock('203.0.113.1', user)).status).toBe(200)
    expect((await knock('203.0.113.9', user)).status).toBe(200)
    expect((await knock('203.0.113.8', user)).status).toBe(429)
  })
})
