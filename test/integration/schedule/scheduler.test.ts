import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { createScheduler, type Scheduler } from '../../../src/schedule/createScheduler.ts'
import { waitFor } from '../../../src/testing/waitFor.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/createTestDatabase.ts'
import { describeWithRedis } from '../../support/redis/describeWithRedis.ts'
import { startTestRedis, type TestRedis } from '../../support/redis/startTestRedis.ts'

type Backend = { databaseUrl: string; redisUrl?: string }

const HOUR_MS = 3_600_000
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
}, 120_000)
afterAll(async () => database.drop())

let names = 0
/** What every backend promises; each test has a queue of its own. */
function promises(backend: () => Backend): void {
  const running: Scheduler[] = []
  afterEach(async () => {
    await Promise.all(running.splice(0).map((scheduler) => scheduler.stop()))
  })
  const start = async (
    queueName: string,
    jobs: { name: string; everyMs: number; run: () => Promise<void> }[],
  ): Promise<Scheduler> => {
    const scheduler = await createScheduler({
      ...backend(),
      queueName,
      logger: silentLogger,
      jobs: jobs.map(({ everyMs, name, run }) => ({ name, run, repeat: { everyMs } })),
    })
    running.push(scheduler)
    return scheduler
  }
  const newQueue = (): string => {
    names += 1
    return `schedule-${process.pid}-${names}`
  }

  test('two schedulers run a job once per due time', async () => {
    const queue = newQueue()
    const everyMs = 500
    const dueTimes: number[] = []
    const run = async (): Promise<void> => {
      dueTimes.push(Math.floor(Date.now() / everyMs))
    }
    await start(queue, [{ name: 'tick', everyMs, run }])
    await start(queue, [{ name: 'tick', everyMs, run }])
    const from = Date.now()
    await waitFor('six runs', () => dueTimes.length >= 6)
    // One run per due time: as many as intervals have gone by, and one for the interval it began in.
    const intervals = Math.floor(Date.now() / everyMs) - Math.floor(from / everyMs)
    expect(dueTimes.length).toBeLessThanOrEqual(intervals + 2)
  })

  test('runNow runs the job once, whatever its schedule', async () => {
    const queue = newQueue()
    const runs: string[] = []
    const jobs = ['first', 'second'].map((name) => ({
      name,
      everyMs: 24 * HOUR_MS,
      run: async () => void runs.push(name),
    }))
    const scheduler = await start(queue, jobs)
    const other = await start(queue, jobs)
    await waitFor('the first due time', () => runs.length >= 2)
    const before = runs.length
    await scheduler.runNow('second')
    await waitFor('the run', () => runs.length > before)
    await other.runNow('first')
    await waitFor('the second run', () => runs.length > before + 1)
    expect(runs.slice(before)).toEqual(['second', 'first'])
  })

  test('a job nobody defined is refused by name', async () => {
    const scheduler = await start(newQueue(), [
      { name: 'known', everyMs: HOUR_MS, run: async () => undefined },
    ])
    await expect(scheduler.runNow('unknown')).rejects.toMatchObject({
      code: 'FLOW_SCHEDULE_JOB_UNKNOWN',
      hint: 'Known: known.',
    })
  })

  test('a job that fails does not stop the ones after it', async () => {
    const runs: string[] = []
    const scheduler = await start(newQueue(), [
      {
        name: 'broken',
        everyMs: 24 * HOUR_MS,
        run: async () => {
          runs.push('broken')
          throw new Error('as always')
        },
      },
      { name: 'sound', everyMs: 24 * HOUR_MS, run: async () => void runs.push('sound') },
    ])
    await scheduler.runNow('broken')
    await scheduler.runNow('sound')
    await waitFor('both', () => runs.includes('broken') && runs.includes('sound'))
  })
}

describe('schedule over Postgres', () => {
  promises(() => ({ databaseUrl: database.url }))
})

describeWithRedis('schedule over Redis', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startTestRedis()
  })
  afterAll(async () => redis.stop())
  promises(() => ({ databaseUrl: database.url, redisUrl: redis.url }))
})
