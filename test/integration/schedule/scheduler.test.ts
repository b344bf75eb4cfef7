import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { createScheduleStore } from '../../../src/schedule/scheduleStore.ts'
import type { JobReport, JobRun, Repeat, ScheduledJob } from '../../../src/schedule/scheduledJob.ts'
import { requestSql } from '../../../src/schedule/scheduleSql.ts'
import { openScheduleWorld, type ScheduleWorld } from '../../support/time/scheduleWorld.ts'
import { testClock } from '../../support/time/testClock.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

let world: ScheduleWorld
beforeAll(async () => {
  world = await openScheduleWorld()
}, 300_000)
afterAll(async () => world?.destroy())
beforeEach(() => world.clock.set('2026-03-01T12:00:00.000Z'))
afterEach(() => world.clear())

type Work = (run: JobRun) => JobReport | undefined | Promise<JobReport | undefined>
const jobOf = (name: string, repeat: Repeat, work: Work = () => undefined): ScheduledJob => ({
  name,
  label: { en: name, ru: name },
  repeat,
  run: async (run) => work(run),
})
/** A job that notes when it ran. */
const noting = (name: string, repeat: Repeat) => {
  const ranAt: string[] = []
  const job = jobOf(name, repeat, ({ now }) => {
    ranAt.push(new Date(now()).toISOString())
    return undefined
  })
  return { job, ranAt }
}
const hourly: Repeat = { everyMs: HOUR_MS }
const request = (name: string) =>
  world.sql.query(requestSql, [name, 'olga@example.test', new Date(world.clock.now())])

describe('due times', () => {
  test('two schedulers run a job once per due time', async () => {
    const { job, ranAt } = noting('tick', hourly)
    const [one, two] = [await world.open([job]), await world.open([job])]
    for (let minute = 0; minute < 24 * 60; minute += 20) {
      await Promise.all([one.tick(), two.tick(), one.tick()])
      world.clock.pass(20 * MINUTE_MS)
    }
    expect(ranAt).toHaveLength(24)
    expect(new Set(ranAt.map((at) => at.slice(0, 13))).size).toBe(24)
    const runs = await world.runs('tick')
    expect(new Set(runs.map((run) => String(run['due_at']))).size).toBe(24)
    expect(runs.every((run) => run['outcome'] === 'done' && run['trigger'] === 'schedule')).toBe(
      true,
    )
  })

  test('three days of nobody there are made up for by one run', async () => {
    const { job, ranAt } = noting('tick', hourly)
    const scheduler = await world.open([job])
    world.clock.pass(HOUR_MS)
    await scheduler.tick()
    expect(ranAt).toHaveLength(1)
    world.clock.pass(3 * DAY_MS)
    const reborn = await world.open([job])
    await reborn.tick()
    expect(ranAt).toHaveLength(2)
    world.clock.pass(HOUR_MS)
    await reborn.tick()
    expect(ranAt).toHaveLength(3)
  })

  test('a cron at 02:30 in Berlin runs once a day, also when the clocks change', async () => {
    const ranOver = async (from: string, days: number): Promise<string[]> => {
      await world.clear()
      world.clock.set(from)
      const { job, ranAt } = noting('night', { cron: '30 2 * * *', timeZone: 'Europe/Berlin' })
      const scheduler = await world.open([job])
      for (let minute = 0; minute < days * 24 * 60; minute += 30) {
        await scheduler.tick()
        world.clock.pass(30 * MINUTE_MS)
      }
      return ranAt
    }
    // 29 March has no 02:30: an hour on, at 03:30 summer time.
    expect(await ranOver('2026-03-27T12:00:00Z', 4)).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
      '2026-03-31T00:30:00.000Z',
    ])
    // 25 October has two of them: the first.
    expect(await ranOver('2026-10-23T12:00:00Z', 4)).toEqual([
      '2026-10-24T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
      '2026-10-27T01:30:00.000Z',
    ])
  })

  test('a clock that is late, or set back, repeats nothing; one that was years ahead heals', async () => {
    const { job, ranAt } = noting('tick', hourly)
    const scheduler = await world.open([job])
    world.clock.pass(HOUR_MS)
    await scheduler.tick()
    expect(ranAt).toHaveLength(1)
    const due = new Date(String((await world.job('tick'))['last_due_at'])).getTime()
    const late = await world.open([job], {
      clock: testClock(new Date(due - 5 * MINUTE_MS).toISOString()),
    })
    await late.tick()
    world.clock.set(due - 5 * MINUTE_MS)
    await scheduler.tick()
    world.clock.pass(6 * MINUTE_MS)
    await scheduler.tick()
    expect(ranAt).toHaveLength(1)
    world.clock.set('2040-01-01T00:00:00Z')
    await scheduler.tick()
    world.clock.pass(HOUR_MS)
    await scheduler.tick()
    expect(ranAt).toHaveLength(3)
    world.clock.set('2026-03-02T12:00:00Z')
    await scheduler.tick()
    world.clock.pass(HOUR_MS)
    await scheduler.tick()
    expect(ranAt).toHaveLength(4)
  })

  test('another schedule for a known job counts from now; one unchanged keeps its due time', async () => {
    const slow = noting('tick', { everyMs: 30 * DAY_MS })
    await world.open([slow.job])
    const before = (await world.job('tick'))['next_run_at']
    world.clock.pass(HOUR_MS)
    await world.open([slow.job])
    expect((await world.job('tick'))['next_run_at']).toEqual(before)
    const quick = noting('tick', hourly)
    const scheduler = await world.open([quick.job])
    await scheduler.start()
    await scheduler.stop()
    world.clock.pass(HOUR_MS)
    await (await world.open([quick.job])).tick()
    expect(quick.ranAt).toHaveLength(1)
  })
})

describe('runs', () => {
  test('what a run found is noted, and its state handed to the next one', async () => {
    const seen: unknown[] = []
    const job = jobOf('count', hourly, ({ state, trigger }) => {
      seen.push({ state, trigger })
      return { found: 7, emitted: 3, state: { count: Number(state['count'] ?? 0) + 1 } }
    })
    const scheduler = await world.open([job])
    for (let hour = 0; hour < 2; hour += 1) {
      world.clock.pass(HOUR_MS)
      await scheduler.tick()
    }
    expect(seen).toEqual([
      { state: {}, trigger: 'schedule' },
      { state: { count: 1 }, trigger: 'schedule' },
    ])
    expect(await world.job('count')).toMatchObject({
      last_outcome: 'done',
      last_found: '7',
      last_emitted: '3',
      last_error: null,
      failures: '0',
      lease_token: null,
      state: { count: 2 },
    })
    expect(await world.runs('count')).toMatchObject([
      { outcome: 'done', found: '7', emitted: '3', host: 'test' },
      { outcome: 'done', found: '7', emitted: '3', host: 'test' },
    ])
  })

  test('a failure is tried again after 1, 2, 4 minutes; a job beside it is not held up', async () => {
    const ranAt: number[] = []
    let isSound = false
    const start = world.clock.now()
    const broken = jobOf('broken', { everyMs: DAY_MS }, ({ now }) => {
      ranAt.push(now())
      if (!isSound) throw new Error('as always')
      return undefined
    })
    const sound = noting('sound', { everyMs: MINUTE_MS })
    const scheduler = await world.open([broken, sound.job])
    await request('broken')
    for (let minute = 0; minute <= 12; minute += 1) {
      isSound = minute > 6
      await scheduler.tick()
      world.clock.pass(MINUTE_MS)
    }
    expect(ranAt.map((at) => (at - start) / MINUTE_MS)).toEqual([0, 1, 3, 7])
    expect(
      (await world.runs('broken')).map(
        (run) => `${run['trigger']} ${run['outcome']} ${run['error']}`,
      ),
    ).toEqual([
      'manual failed as always',
      'retry failed as always',
      'retry failed as always',
      'retry done null',
    ])
    expect(await world.job('broken')).toMatchObject({ failures: '0', last_outcome: 'done' })
    expect(sound.ranAt.length).toBeGreaterThanOrEqual(12)
  })

  test('a problem a job reports is a failure with its counts', async () => {
    const job = jobOf('half', hourly, () => ({ found: 3, emitted: 2, problem: 'one was refused' }))
    const scheduler = await world.open([job])
    await request('half')
    await scheduler.tick()
    expect(await world.job('half')).toMatchObject({
      last_outcome: 'failed',
      last_error: 'one was refused',
      last_found: '3',
      last_emitted: '2',
    })
  })

  test('the last hundred runs of a job are kept', async () => {
    const scheduler = await world.open([noting('often', { everyMs: MINUTE_MS }).job])
    for (let minute = 0; minute < 105; minute += 1) {
      world.clock.pass(MINUTE_MS)
      await scheduler.tick()
    }
    expect(await world.runs('often')).toHaveLength(100)
  })
})

describe('one at a time', () => {
  test('a job never overlaps itself; what fell due meanwhile is one run', async () => {
    let ends: (() => void) | undefined
    let count = 0
    const job = jobOf('long', hourly, async () => {
      count += 1
      if (count === 1) await new Promise<void>((resolve) => (ends = resolve))
      return undefined
    })
    const [one, two] = [await world.open([job]), await world.open([job])]
    world.clock.pass(HOUR_MS)
    const first = one.tick()
    while (!ends) await new Promise((resolve) => setImmediate(resolve))
    for (let hour = 0; hour < 3; hour += 1) {
      world.clock.pass(HOUR_MS)
      await two.tick()
    }
    expect(count).toBe(1)
    ends()
    await first
    await two.tick()
    expect(count).toBe(1)
    world.clock.pass(HOUR_MS)
    await Promise.all([one.tick(), two.tick()])
    expect(count).toBe(2)
  })

  test('the due time of a process that died is made up for; its late end writes nothing', async () => {
    const { job, ranAt } = noting('tick', hourly)
    const scheduler = await world.open([job])
    const store = createScheduleStore(async () => world.sql)
    world.clock.pass(HOUR_MS)
    const claim = { now: world.clock.now(), host: 'dead', leaseMs: -1_000 }
    const dead = await store.claim('tick', { ...claim, runId: 'run_0' })
    if (!dead) throw new Error('not claimed')
    await scheduler.tick()
    expect(ranAt).toHaveLength(1)
    expect(await store.prolong('tick', 'run_0', 60_000)).toBe(false)
    const before = await world.job('tick')
    const end = {
      name: 'tick',
      run: dead,
      outcome: 'done',
      error: null,
      nextRunAt: 0,
      finishedAt: 0,
      durationMs: 1,
    } as const
    expect(await store.finish(end)).toBe(false)
    expect(await world.job('tick')).toEqual(before)
    expect((await world.runs('tick')).map(({ host, outcome }) => ({ host, outcome }))).toEqual([
      { host: 'dead', outcome: 'lost' },
      { host: 'test', outcome: 'done' },
    ])
  })

  test('a run that hangs is told to stop, is given up then, and the job goes on', async () => {
    let isTold = false
    let count = 0
    const hanging = jobOf('hangs', hourly, async ({ signal }) => {
      count += 1
      if (count > 1) return { found: 1 }
      signal.addEventListener('abort', () => (isTold = true))
      return new Promise(() => {})
    })
    const scheduler = await world.open([{ ...hanging, longestMs: 20 }], { leaseMs: 60 })
    await request('hangs')
    await scheduler.tick()
    expect(isTold).toBe(true)
    expect(await world.job('hangs')).toMatchObject({
      last_outcome: 'failed',
      last_error: expect.stringContaining('did not stop'),
    })
    await request('hangs')
    await scheduler.tick()
    expect(await world.job('hangs')).toMatchObject({ last_outcome: 'done', last_found: '1' })
  })

  test('a run that lost its lease is told to stop', async () => {
    let signal: AbortSignal | undefined
    const job = jobOf('long', hourly, async (run) => {
      signal = run.signal
      await new Promise((resolve) => run.signal.addEventListener('abort', resolve))
      return undefined
    })
    const scheduler = await world.open([job], { leaseMs: 60 })
    await request('long')
    const ticking = scheduler.tick()
    while (!signal) await new Promise((resolve) => setImmediate(resolve))
    await world.sql.query("UPDATE scheduled_jobs SET lease_token = 'another'")
    await ticking
    expect(signal.aborted).toBe(true)
    expect(await world.job('long')).toMatchObject({ lease_token: 'another', last_outcome: null })
  })

  test('a process that stops lets its run end, and the next one does it over', async () => {
    const outcomes: boolean[] = []
    let isUnderWay = false
    const job = jobOf('long', hourly, async ({ signal }) => {
      isUnderWay = true
      if (outcomes.length === 0)
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      outcomes.push(signal.aborted)
      return undefined
    })
    const leaving = await world.open([job])
    world.clock.pass(HOUR_MS)
    const ticking = leaving.tick()
    while (!isUnderWay) await new Promise((resolve) => setImmediate(resolve))
    await leaving.stop()
    await ticking
    await (await world.open([job])).tick()
    expect(outcomes).toEqual([true, false])
    expect((await world.runs('long')).map(({ outcome }) => outcome)).toEqual(['stopped', 'done'])
  })
})

describe('refusals', () => {
  const cases: { what: string; jobs: ScheduledJob[]; code: string }[] = [
    { what: 'a name of two words', jobs: [jobOf('two words', hourly)], code: 'JOB' },
    { what: 'one name twice', jobs: [jobOf('a', hourly), jobOf('a', hourly)], code: 'JOB' },
    { what: 'an interval of nothing', jobs: [jobOf('a', { everyMs: 0 })], code: 'REPEAT' },
    { what: 'a pattern that is none', jobs: [jobOf('a', cronOf('whenever'))], code: 'REPEAT' },
    {
      what: 'a place without time',
      jobs: [jobOf('a', cronOf('0 0 * * *', 'Mars/Base'))],
      code: 'REPEAT',
    },
    { what: '31 February', jobs: [jobOf('a', cronOf('0 0 31 2 *'))], code: 'REPEAT' },
  ]
  test.each(cases)('$what', async ({ code, jobs }) => {
    await expect(world.open(jobs)).rejects.toMatchObject({ code: `FLOW_SCHEDULE_${code}_INVALID` })
  })
})

function cronOf(cron: string, timeZone = 'UTC'): Repeat {
  return { cron, timeZone }
}
