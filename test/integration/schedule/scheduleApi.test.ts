import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { bundledScans } from '../../../hooks/scans/bundledScans.ts'
import { type RunningEngine, startEngine } from '../../../src/plugin/startEngine.ts'
import type { SiteJob } from '../../../src/plugin/siteJob.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { describeWithRedis } from '../../support/redis/describeWithRedis.ts'
import { startTestRedis } from '../../support/redis/startTestRedis.ts'

type Job = Record<string, unknown> & { name: string }

/** A site's job that notes what it was given. */
const siteJob = (): SiteJob & { runs: { users: number; resumedAt: number | null }[] } => {
  const runs: { users: number; resumedAt: number | null }[] = []
  return {
    name: 'site.count-users',
    label: { en: 'Count users', ru: 'Сосчитать пользователей' },
    repeat: { cron: '0 3 1 1 *', timeZone: 'Europe/Moscow' },
    run: async ({ payload, resumedAt }) => {
      const { totalDocs } = await payload.count({ collection: 'users' })
      runs.push({ users: totalDocs, resumedAt })
      return { found: totalDocs, emitted: 0 }
    },
    runs,
  }
}

describe('the schedule of a running engine', () => {
  const job = siteJob()
  const path = `/events/schedule/${job.name}`
  let flow: BootedFlow
  let engine: RunningEngine
  let as: Record<'admin' | 'manager' | 'viewer' | 'customer', Actor>
  beforeAll(async () => {
    flow = await bootFlow({ worker: false, jobs: [job] })
    as = await createActors(flow.payload)
    engine = await startEngine(flow.payload, { logger: silentLogger })
  }, 300_000)
  afterAll(async () => {
    await engine?.stop()
    await flow?.destroy()
  })
  const schedule = async (): Promise<Job[]> => {
    const answer = await flow.rest('GET', '/events/schedule', undefined, { user: as.viewer })
    expect(answer.status).toBe(200)
    return answer.body['jobs'] as Job[]
  }
  const find = async (): Promise<Job | undefined> =>
    (await schedule()).find(({ name }) => name === job.name)

  test('lists every job: chores, scans and the site’s own, with words and due times', async () => {
    const jobs = await schedule()
    expect(jobs.map(({ name }) => name)).toEqual(
      [
        'delete-expired-secrets',
        'forget-old-spells',
        'match-delivery-reports',
        'roll-up-statistics',
        'run-replays',
        'run-reconciliations',
        'find-untold-changes',
        'sweep-log',
        'watch-credentials',
        job.name,
        ...bundledScans().map(({ name }) => name),
      ].sort(),
    )
    const own = jobs.find(({ name }) => name === job.name)
    expect(own).toMatchObject({
      label: job.label,
      schedule: { en: '0 3 1 1 * (Europe/Moscow)', ru: '0 3 1 1 * (Europe/Moscow)' },
      enabled: true,
      isRunning: false,
      isRequested: false,
      failures: 0,
      lastRun: null,
    })
    expect(String(own?.['nextRunAt'])).toMatch(/-01-01T00:00:00\.000Z$/)
  })

  test('Run now: taken up at once, noted with who asked, the due time stays', async () => {
    const before = await find()
    const asked = await flow.rest('POST', `${path}/run`, {}, { user: as.manager })
    expect(asked).toMatchObject({ status: 202, body: { name: job.name, status: 'requested' } })
    await until(
      async () => (await find())?.['lastRun'] !== null && (await find())?.['isRunning'] === false,
      'the run',
    )
    expect(job.runs).toEqual([{ users: 4, resumedAt: null }])
    expect(await find()).toMatchObject({
      nextRunAt: before?.['nextRunAt'],
      lastRun: {
        outcome: 'done',
        found: 4,
        emitted: 0,
        error: null,
        finishedAt: expect.any(String),
      },
    })
    const runs = await flow.rest(
      'GET',
      `/scheduled-runs?where[job][equals]=${job.name}`,
      undefined,
      {
        user: as.viewer,
      },
    )
    expect(runs.body.docs).toMatchObject([
      { trigger: 'manual', requestedBy: as.manager.email, outcome: 'done', dueAt: null },
    ])
  })

  test('a job that is switched off runs only when asked, and learns when it came back', async () => {
    const switchTo = (enabled: boolean) => flow.rest('PATCH', path, { enabled }, { user: as.admin })
    expect(await switchTo(false)).toMatchObject({ status: 200, body: { enabled: false } })
    expect(await find()).toMatchObject({ enabled: false, nextRunAt: null })
    // It is overdue, and the schedule has looked at it: a job that is due beside it has run.
    await flow.sql.query("UPDATE scheduled_jobs SET next_run_at = now() - interval '1 day'")
    engine.schedule.wake()
    await until(async () => {
      const { rows } = await flow.sql.query(
        "SELECT 1 FROM scheduled_jobs WHERE id = 'delete-expired-secrets' AND last_outcome = 'done'",
      )
      return rows.length > 0
    }, 'another job')
    expect(job.runs).toHaveLength(1)
    await flow.rest('POST', `${path}/run`, {}, { user: as.admin })
    await until(() => job.runs.length === 2, 'the run that was asked for')
    await switchTo(true)
    await flow.rest('POST', `${path}/run`, {}, { user: as.admin })
    await until(() => job.runs.length === 3, 'the run after it was switched on')
    expect(job.runs[2]?.resumedAt).toEqual(expect.any(Number))
  })

  test('refuses whom it must, and names what is wrong', async () => {
    const call = (method: 'GET' | 'POST' | 'PATCH', to: string, body: unknown, user?: Actor) =>
      flow.rest(method, to, body, user ? { user } : {})
    expect((await call('GET', '/events/schedule', undefined)).status).toBe(401)
    expect((await call('GET', '/events/schedule', undefined, as.customer)).status).toBe(403)
    expect((await call('POST', `${path}/run`, {}, as.viewer)).status).toBe(403)
    expect((await call('PATCH', path, { enabled: false }, as.manager)).status).toBe(403)
    expect((await call('PATCH', path, { enabled: false })).status).toBe(401)
    expect((await call('PATCH', path, { enabled: 'no' }, as.admin)).body).toMatchObject({
      errors: [{ code: 'FLOW_API_INPUT_INVALID' }],
    })
    for (const [method, to] of [
      ['POST', '/run'],
      ['PATCH', ''],
    ] as const) {
      const answer = await call(
        method,
        `/events/schedule/nothing${to}`,
        { enabled: true },
        as.admin,
      )
      expect(answer).toMatchObject({
        status: 404,
        body: { errors: [{ code: 'FLOW_SCHEDULE_JOB_UNKNOWN' }] },
      })
    }
    expect(job.runs).toHaveLength(3)
  })

  test('its rows are for the team to read and for nobody to write', async () => {
    for (const slug of ['scheduled-jobs', 'scheduled-runs']) {
      expect((await flow.rest('GET', `/${slug}`, undefined, { user: as.viewer })).status).toBe(200)
      expect((await flow.rest('GET', `/${slug}`, undefined, { user: as.customer })).status).toBe(
        403,
      )
      const [id] = (
        (await flow.rest('GET', `/${slug}`, undefined, { user: as.admin })).body.docs ?? []
      ).map((doc) => doc['id'])
      expect(
        (await flow.rest('PATCH', `/${slug}/${id}`, { id: 'x' }, { user: as.admin })).status,
      ).toBe(403)
      expect(
        (await flow.rest('DELETE', `/${slug}/${id}`, undefined, { user: as.admin })).status,
      ).toBe(403)
    }
    expect((await flow.rest('GET', '/event-spells', undefined, { user: as.admin })).status).toBe(
      403,
    )
    const { data } = await flow.graphql('{ ScheduledJobs(limit: 1) { docs { id } } }', {
      user: as.admin,
    })
    expect(data?.['ScheduledJobs']).toMatchObject({ docs: [{ id: expect.any(String) }] })
    const stolen = await flow.graphql('{ ScheduledJobs { docs { id } } }', { user: as.customer })
    expect(stolen.errors).not.toEqual([])
  })
})

describeWithRedis('the schedule of an engine on Redis', () => {
  test('does not need it: due times are rows, and jobs run while Redis is dead', async () => {
    const redis = await startTestRedis()
    const job = siteJob()
    const flow = await bootFlow({ worker: false, jobs: [job], redisUrl: redis.url })
    const { manager } = await createActors(flow.payload)
    const engine = await startEngine(flow.payload, { logger: silentLogger })
    const run = () => flow.rest('POST', `/events/schedule/${job.name}/run`, {}, { user: manager })
    await run()
    await until(() => job.runs.length === 1, 'a run with Redis')
    await redis.kill()
    await run()
    await until(() => job.runs.length === 2, 'a run without Redis')
    await engine.stop()
    await flow.destroy()
    await redis.stop()
  })
})
