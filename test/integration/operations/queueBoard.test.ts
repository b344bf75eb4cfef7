import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'
import { describeWithRedis } from '../../support/redis/describeWithRedis.ts'
import { startTestRedis, type TestRedis } from '../../support/redis/startTestRedis.ts'
import { createRedisFeed } from '../../../src/queue/redisFeed.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'

const PAGE = '/events/queues'
type Actors = Awaited<ReturnType<typeof createActors>>

const codeOf = ({ body }: { body: unknown }): unknown =>
  (body as { errors?: { code: string }[] } | undefined)?.errors?.[0]?.code

describe('without Redis', () => {
  let flow: BootedFlow
  let actors: Actors
  beforeAll(async () => {
    flow = await bootFlow({ worker: false })
    actors = await createActors(flow.payload)
  }, 300_000)
  afterAll(async () => flow?.destroy())

  test('a manager is told that there are no queues, and why', async () => {
    const answer = await flow.rest('GET', PAGE, undefined, { user: actors.manager })
    expect([answer.status, codeOf(answer)]).toEqual([404, 'FLOW_QUEUES_OFF'])
  })

  test('others are not even told that', async () => {
    const visitor = await flow.rest('GET', PAGE)
    expect([visitor.status, codeOf(visitor)]).toEqual([401, 'FLOW_API_UNAUTHENTICATED'])
    const viewer = await flow.rest('GET', PAGE, undefined, { user: actors.viewer })
    expect([viewer.status, codeOf(viewer)]).toEqual([403, 'FLOW_API_FORBIDDEN'])
  })
})

describeWithRedis('with Redis', () => {
  let flow: BootedFlow
  let redis: TestRedis
  let actors: Actors
  const get = (path: string, user: Actor | undefined = actors.manager) =>
    flow.rest('GET', `${PAGE}${path}`, undefined, { user })

  beforeAll(async () => {
    redis = await startTestRedis()
    flow = await bootFlow({ worker: false, redisUrl: redis.url })
    actors = await createActors(flow.payload)
    const feed = createRedisFeed({ url: redis.url, channels: ['webhook'], logger: silentLogger })
    await until(() => feed.isHealthy(), 'Redis')
    await feed.announce([
      { deliveryId: 'dlv_now', channel: 'webhook', delayMs: 0 },
      { deliveryId: 'dlv_later', channel: 'webhook', delayMs: 600_000 },
    ])
    await feed.stop()
  }, 300_000)
  afterAll(async () => {
    await flow?.runtime.queueBoard?.close()
    await flow?.destroy()
    await redis?.stop()
  })

  const pages = ['', '/', '/queue/deliveries-webhook', '/api/queues', '/static/favicon-32x32.png']

  test.each(pages)('"%s" is for managers and administrators only', async (path) => {
    const statuses = async (users: (Actor | undefined)[]): Promise<number[]> => {
      const answers = await Promise.all(
        users.map((user) => flow.rest('GET', `${PAGE}${path}`, undefined, { user })),
      )
      return answers.map(({ status }) => status)
    }
    const { admin, customer, manager, viewer } = actors
    expect(await statuses([undefined, customer, viewer, manager, admin])).toEqual([
      ...[401, 403, 403],
      ...[200, 200],
    ])
  })

  test('the page is HTML below its own address and takes nothing from elsewhere', async () => {
    const { bytes, headers, status } = await get('')
    const html = bytes.toString()
    expect([status, headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ])
    expect(html).toContain('<base href="/api/events/queues/"')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('cache-control')).toBe('no-store')
    const scripts = [...html.matchAll(/src="(static\/[^"]+\.js)"/g)].map(([, path]) => path)
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) {
      const file = await get(`/${script}`)
      expect([script, file.status, file.headers.get('content-type')]).toEqual([
        ...[script, 200, expect.stringContaining('javascript')],
      ])
      expect(file.headers.get('cache-control')).toBe('private, max-age=86400')
    }
  })

  test('what it asks for is JSON: counts and jobs, which carry nothing but the id of a row', async () => {
    const { body, status } = await get('/api/queues?activeQueue=deliveries-webhook&status=delayed')
    const [queue] = body['queues'] as {
      name: string
      counts: Record<string, number>
      readOnlyMode: boolean
      jobs: { data: unknown }[]
    }[]
    expect(status).toBe(200)
    expect(queue).toMatchObject({
      name: 'deliveries-webhook',
      readOnlyMode: true,
      counts: { waiting: 1, delayed: 1 },
    })
    expect(queue?.jobs.map(({ data }) => data)).toEqual([{ deliveryId: 'dlv_later' }])
  })

  test('nothing can be changed, by an administrator neither', async () => {
    const actions = [
      ['PUT', '/api/queues/deliveries-webhook/pause'],
      ['PUT', '/api/queues/deliveries-webhook/obliterate'],
      ['POST', '/api/queues/deliveries-webhook/add'],
      ['DELETE', '/api/queues/deliveries-webhook'],
      ['PATCH', '/api/queues/deliveries-webhook/1/update-data'],
    ] as const
    for (const [method, path] of actions) {
      const { status } = await flow.rest(method, `${PAGE}${path}`, {}, { user: actors.admin })
      expect([method, status]).toEqual([method, 404])
    }
    const { body } = await get('/api/queues')
    expect(body['queues']).toMatchObject([{ isPaused: false, counts: { waiting: 1, delayed: 1 } }])
  })

  test('no file outside the page is given out', async () => {
    for (const path of [
      '/static/../index.ejs',
      '/static/..%2f..%2fpackage.json',
      '/static/nothing.js',
      '/static',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404])
    }
  })

  test('when Redis goes away, that is said by name', async () => {
    await redis.kill()
    const answer = await get('/api/queues')
    expect([answer.status, codeOf(answer)]).toEqual([503, 'FLOW_QUEUES_UNAVAILABLE'])
    expect((await get('')).status).toBe(200)
  })
})
