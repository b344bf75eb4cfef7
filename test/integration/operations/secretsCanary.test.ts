import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'

import { httpRequestChannel } from '../../../plugins/channels/http-request/httpRequestChannel.ts'
import { createTelegramChannel } from '../../../plugins/channels/telegram/telegramChannel.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { resealSecrets } from '../../../src/outbox/resealSecretsStore.ts'
import type { Logger } from '../../../src/kernel/logger.ts'
import { type CollectedSpans, collectSpans } from '../../support/collectSpans.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { dumpTables } from '../../support/flow/dumpTables.ts'
import { until } from '../../support/flow/until.ts'
import { createActors } from '../../support/payload/createActors.ts'
import { describeWithRedis } from '../../support/redis/describeWithRedis.ts'
import { startTestRedis, type TestRedis } from '../../support/redis/startTestRedis.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

const MARK = 'canary5f3a9c1e7b'
const SIGNING = `whsec_${Buffer.from(MARK.repeat(2)).toString('base64')}`
/** What must be nowhere, as typed and as a signature or a sign-in would carry it. */
const secrets = [
  MARK,
  Buffer.from(MARK.repeat(2)).toString('base64'),
  Buffer.from(`shop:${MARK}`).toString('base64'),
  `1234567:AA${MARK.repeat(2)}-token`,
]

describeWithRedis('a marked secret', () => {
  let flow: BootedFlow
  let redis: TestRedis
  let monitor: Redis
  let receiver: FlowReceiver
  let spans: CollectedSpans
  let as: Awaited<ReturnType<typeof createActors>>
  /** Answers, lines of log and commands to Redis, whatever they are. */
  const seen: Record<'answers' | 'logs' | 'redis', string[]> = { answers: [], logs: [], redis: [] }

  beforeAll(async () => {
    redis = await startTestRedis()
    monitor = await new Redis(redis.url).monitor()
    monitor.on('monitor', (_time: string, args: string[]) => seen.redis.push(args.join(' ')))
    receiver = await startReceiver()
    // Repeats what it was sent, secret headers and all.
    receiver.answerWith(({ headers }) => ({ status: 500, body: JSON.stringify(headers) }))
    flow = await bootFlow({
      worker: false,
      redisUrl: redis.url,
      channels: [
        webhookChannel,
        httpRequestChannel,
        createTelegramChannel({ apiUrl: receiver.url }),
      ],
    })
    // After the boot, which makes the people: an SDK of the site records everything from here on.
    spans = collectSpans()
    const note = (...line: unknown[]): void => void seen.logs.push(JSON.stringify(line))
    const logger: Logger = { debug: note, info: note, warn: note, error: note }
    Object.assign(flow.payload.logger, { ...logger, trace: note, fatal: note })
    as = await createActors(flow.payload)
    await flow.startWorker({ logger })
  }, 300_000)
  afterAll(async () => {
    monitor?.disconnect()
    await flow?.runtime.queueBoard?.close()
    await flow?.destroy()
    await Promise.all([receiver?.close(), redis?.stop()])
  })

  const call = async (method: string, path: string, body?: unknown, user = as.admin) => {
    const answer = await flow.rest(method, path, body, { user })
    seen.answers.push(answer.bytes.toString())
    return answer
  }

  async function subscribe(): Promise<string> {
    const stored = await call('POST', '/channel-credentials', {
      name: 'Bot',
      channel: 'telegram',
      telegram: { botToken: `1234567:AA${MARK.repeat(2)}-token` },
    })
    expect([stored.status, stored.body.errors]).toEqual([201, undefined])
    const { body, status } = await call('POST', '/event-subscriptions', {
      name: 'Everything that needs a secret',
      events: ['order.created'],
      retryDelaysSeconds: [0],
      channels: [
        { blockType: 'webhook', url: receiver.url, secret: SIGNING },
        {
          blockType: 'http-request',
          url: receiver.url,
          auth: 'basic',
          username: 'shop',
          password: MARK,
        },
        {
          blockType: 'telegram',
          credentials: stored.body.doc['id'],
          chatId: '1',
          text: 'Order {{ data.current.id }}',
        },
      ],
    })
    expect([status, body.errors]).toEqual([201, undefined])
    return String(body.doc['id'])
  }

  /** Everything a person, a program or an operator can ask for. */
  async function lookEverywhere(subscription: string): Promise<void> {
    for (const user of [as.admin, as.manager, as.viewer]) {
      for (const path of [
        '/event-subscriptions?depth=3',
        `/event-subscriptions/${subscription}`,
        '/channel-credentials?depth=3',
        '/event-deliveries?limit=100&depth=3',
        '/event-attempts?limit=100&depth=3',
        '/event-logs?limit=100&depth=3',
        '/events/logs?limit=100',
        '/events/stats',
        '/events/subscriptions',
        '/metrics',
        '/events/queues/api/queues?activeQueue=flowmasters-webhook',
        '/health',
      ]) {
        const { status } = await call('GET', path, undefined, user)
        // An answer that says nothing proves nothing.
        if (user === as.admin) expect([path, status]).toEqual([path, 200])
      }
      const graph = await flow.graphql(
        `{ EventSubscriptions { docs { name channels { ... on Webhook { secret } } } }
           ChannelCredentials { docs { name telegram { botToken } } }
           EventAttempts(limit: 100) { docs { request response code } } }`,
        { user },
      )
      seen.answers.push(JSON.stringify(graph))
    }
    await call('POST', `/event-subscriptions/${subscription}/test`, { type: 'order.created' })
    await call('POST', '/events/replay', { deliveries: { status: ['dead'] }, dryRun: true })
    // What is refused must not come back in the error either.
    await call('PATCH', `/event-subscriptions/${subscription}`, {
      channels: [{ blockType: 'webhook', url: 'not a url', secret: `${MARK} is no secret` }],
    })
  }

  test('is in no answer, log line, job, command to Redis, trace or table', async () => {
    const subscription = await subscribe()
    await flow.rest(
      'POST',
      '/orders?locale=ru',
      { total: { amount: 1, currency: 'RUB' } },
      { user: as.manager },
    )
    await until(async () => {
      const { rows } = await flow.sql.query("SELECT 1 FROM event_deliveries WHERE status = 'dead'")
      return rows.length === 3
    }, 'three deliveries to fail for good')
    await lookEverywhere(subscription)
    await resealSecrets(flow.payload, {
      keyRing: flow.runtime.keyRing,
      pause: () => Promise.resolve(),
    })
    // The secrets did reach who they are for, and every place has something in it.
    const sent = receiver.requests.map(({ headers, path }) => `${path} ${JSON.stringify(headers)}`)
    expect(sent.join('\n')).toContain(Buffer.from(`shop:${MARK}`).toString('base64'))
    expect(sent.join('\n')).toContain(`/bot1234567:AA${MARK.repeat(2)}-token/`)
    const traces = spans
      .all()
      .map(({ attributes, events, links, name, status }) =>
        JSON.stringify({ attributes, events, links, name, status }),
      )
    const places = {
      ...seen,
      traces,
      tables: (await dumpTables(flow.sql)).split('\n'),
    }
    for (const [place, lines] of Object.entries(places)) {
      expect([place, lines.length > 5]).toEqual([place, true])
      const found = secrets.flatMap((secret) => lines.filter((line) => line.includes(secret)))
      expect([place, found]).toEqual([place, []])
    }
    expect(places.redis.some((line) => /dlv_/.test(line))).toBe(true)
    expect(places.traces.some((line) => line.includes('deliver'))).toBe(true)
  })
})
