import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { startTcpProxy, type TcpProxy } from '../../support/flow/startTcpProxy.ts'
import { until } from '../../support/flow/until.ts'
import type { RestAnswer } from '../../support/payload/restClient.ts'
import { describeWithRedis } from '../../support/redis/describeWithRedis.ts'
import { startTestRedis, type TestRedis } from '../../support/redis/startTestRedis.ts'
import { seedLog } from './seedLog.ts'

const health = (flow: BootedFlow) => flow.rest('GET', '/health')

/** The same, once a busy machine has let the database answer within the endpoint's own short time-outs. */
async function healthWithDatabase(flow: BootedFlow): Promise<RestAnswer> {
  let answer = await health(flow)
  await until(async () => {
    if (answer.body['database'] === 'up') return true
    answer = await health(flow)
    return false
  }, 'a health with a database')
  return answer
}

/** The promise is two seconds; a busy machine may add some, a wait without end may not pass. */
async function inTime<Value>(work: Promise<Value>): Promise<Value | 'too late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), 8_000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

describe('GET /api/health', () => {
  let flow: BootedFlow
  beforeAll(async () => {
    flow = await bootFlow({ worker: false })
  })
  afterAll(async () => {
    await flow?.destroy()
  })

  test('without a worker: 503, and which part it is', async () => {
    const { body, headers, status } = await healthWithDatabase(flow)
    expect(status).toBe(503)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      ok: false,
      database: 'up',
      queue: { feed: 'table', ok: true },
      worker: { ok: false, count: 0, lastHeartbeatAgeMs: null },
      outbox: { pending: 0, oldestAgeMs: null },
      version: '0.1.0',
    })
  })

  test('says how many events wait and for how long', async () => {
    const twoMinutesAgo = new Date(Date.now() - 120_000).toISOString()
    await seedLog(flow.sql, {
      events: [
        { id: 'evt_1', status: 'pending', createdAt: twoMinutesAgo },
        { id: 'evt_2', status: 'pending' },
      ],
    })
    const { body } = await healthWithDatabase(flow)
    await flow.sql.query('DELETE FROM event_logs')
    expect(body['outbox']).toMatchObject({ pending: 2 })
    const { oldestAgeMs } = body['outbox'] as { oldestAgeMs: number }
    expect(oldestAgeMs).toBeGreaterThanOrEqual(119_000)
  })

  test('a worker that fell silent and a process that does not deliver do not count', async () => {
    await flow.sql.query(
      `INSERT INTO event_workers (id, role, heartbeat_at, created_at)
       VALUES ('wrk_silent', 'worker', now() - interval '16 seconds', now()), ('wrk_web', 'web', now(), now())`,
    )
    const { body, status } = await healthWithDatabase(flow)
    await flow.sql.query('DELETE FROM event_workers')
    expect(status).toBe(503)
    expect(body['worker']).toMatchObject({ ok: false, count: 0 })
    const { lastHeartbeatAgeMs } = body['worker'] as { lastHeartbeatAgeMs: number }
    expect(lastHeartbeatAgeMs).toBeGreaterThanOrEqual(16_000)
  })

  test('with workers: 200', async () => {
    const workers = [await flow.startWorker({ role: 'all' }), await flow.startWorker()]
    const { body, status } = await healthWithDatabase(flow)
    expect(status).toBe(200)
    expect(body).toMatchObject({ ok: true, worker: { ok: true, count: 2 } })
    for (const worker of workers) await worker.stop()
  })

  test('a hundred who ask at once are answered by one look', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => health(flow)))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })
})

describe('GET /api/health when Postgres', () => {
  let whole: BootedFlow
  let wire: TcpProxy
  let flow: BootedFlow
  const throughTheWire = async () => {
    const url = new URL(whole.databaseUrl)
    wire = await startTcpProxy({ host: url.hostname, port: Number(url.port) })
    url.host = `127.0.0.1:${wire.port}`
    flow = await bootFlow({ databaseUrl: url.href, worker: false })
    expect((await healthWithDatabase(flow)).body).toMatchObject({ database: 'up' })
  }
  beforeAll(async () => {
    whole = await bootFlow({ worker: false })
  })
  afterAll(async () => {
    await whole?.destroy()
  })

  test.each(['is gone', 'hangs'])('%s: 503, and not a wait without end', async (what) => {
    await throughTheWire()
    if (what === 'is gone') await wire.cut()
    else wire.freeze()
    const answer = await inTime(health(flow))
    await wire.close()
    await flow.destroy()
    expect(answer).toMatchObject({
      status: 503,
      body: {
        ok: false,
        database: 'down',
        queue: { feed: 'table', ok: false },
        worker: { ok: false, count: 0, lastHeartbeatAgeMs: null },
        outbox: { pending: null, oldestAgeMs: null },
      },
    })
  })
})

describeWithRedis('GET /api/health with Redis', () => {
  let flow: BootedFlow
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startTestRedis()
    flow = await bootFlow({ redisUrl: redis.url })
  })
  afterAll(async () => {
    await flow?.destroy()
  })

  test('is up, then dies', async () => {
    expect(await healthWithDatabase(flow)).toMatchObject({
      status: 200,
      body: { ok: true, queue: { feed: 'redis', ok: true } },
    })
    await redis.kill()
    expect(await inTime(health(flow))).toMatchObject({
      status: 503,
      body: {
        ok: false,
        database: 'up',
        queue: { feed: 'redis', ok: false },
        worker: { ok: true },
      },
    })
  })
})
