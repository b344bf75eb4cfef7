import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { createLocalReq } from 'payload'

import type { MailMessage } from '../../../src/channels/channel.ts'
import type { Logger } from '../../../src/kernel/logger.ts'
import type { AlertWatch } from '../../../src/monitoring/alerts/createAlertWatch.ts'
import { startWatch } from '../../../src/plugin/startWatch.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { movableClock } from '../../support/events/movableClock.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { clearTables } from '../../support/flow/clearTables.ts'
import { until } from '../../support/flow/until.ts'
import { createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

const clock = movableClock('2026-11-21T10:00:00.000Z')

const TOKEN = 'a-token-for-prometheus'

let flow: BootedFlow

beforeAll(async () => {
  flow = await bootFlow({
    worker: false,
    clock,
    migrations: ['20261121_061024_initial'],
    metricsToken: TOKEN,
    alertEmails: ['ops@example.com'],
  })
}, 300_000)
afterAll(async () => flow?.destroy())

/** A worker that had a heartbeat so long ago, and none besides. */
async function heartbeat(secondsAgo: number | null): Promise<void> {
  await flow.sql.query('DELETE FROM event_workers')
  if (secondsAgo === null) return
  await flow.sql.query(
    `INSERT INTO event_workers (id, role, heartbeat_at, created_at)
     VALUES ('wrk_test', 'worker', now() - $1 * interval '1 second', now())`,
    [secondsAgo],
  )
}

describe('GET /api/health/live and /ready', () => {
  test('live: this process answers, whatever else is away', async () => {
    await heartbeat(null)
    const { body, status } = await flow.rest('GET', '/health/live')
    expect([status, body]).toEqual([200, { ok: true, version: '0.1.0' }])
  })

  test('ready: database, migrations, queue and a heartbeat within a minute', async () => {
    await heartbeat(50)
    const { body, status } = await flow.rest('GET', '/health/ready')
    expect(body).toMatchObject({
      ok: true,
      database: { ok: true },
      migrations: { ok: true, missing: [] },
      queue: { ok: true, feed: 'table' },
      worker: { ok: true },
    })
    expect(status).toBe(200)
  })

  test('not ready without a worker, unless the asker leaves it out', async () => {
    await heartbeat(70)
    const strict = await flow.rest('GET', '/health/ready')
    expect([strict.status, strict.body['ok']]).toEqual([503, false])
    const { body, status } = await flow.rest('GET', '/health/ready?parts=database,migrations,queue')
    expect([status, body['ok'], body['worker']]).toEqual([
      200,
      true,
      expect.objectContaining({ ok: false }),
    ])
    const wrong = await flow.rest('GET', '/health/ready?parts=moon')
    expect(wrong.status).toBe(400)
  })

  test('not ready while a migration has not run, and which one it is', async () => {
    await heartbeat(0)
    await flow.sql.query(
      "UPDATE payload_migrations SET name = 'gone' WHERE name = '20261121_061024_initial'",
    )
    const { body, status } = await flow.rest('GET', '/health/ready')
    await flow.sql.query(
      "UPDATE payload_migrations SET name = '20261121_061024_initial' WHERE name = 'gone'",
    )
    expect([status, body['migrations']]).toEqual([
      503,
      { ok: false, missing: ['20261121_061024_initial'] },
    ])
  })
})

const deliveriesAre = (status: string, count: number): Promise<void> =>
  until(async () => {
    const { rows } = await flow.sql.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM event_deliveries WHERE status::text = $1',
      [status],
    )
    return rows[0]?.n === count
  }, `${count} deliveries that are ${status}`)

const subscribe = (receiver: FlowReceiver, data: Record<string, unknown> = {}): Promise<unknown> =>
  flow.payload.create({
    collection: 'event-subscriptions',
    data: {
      name: 'Watched',
      events: ['order.created'],
      channels: [{ blockType: 'webhook', url: receiver.url }],
      ...data,
    },
  })

const order = (): Promise<unknown> =>
  flow.payload.create({
    collection: 'orders',
    locale: 'ru',
    data: { total: { amount: 1, currency: 'RUB' } },
  })

describe('GET /api/metrics', () => {
  const scrape = async (token?: string): Promise<{ status: number; text: string }> => {
    const endpoint = flow.payload.config.endpoints.find(({ path }) => path === '/metrics')
    if (!endpoint) throw new Error('there is no /metrics')
    const req = await createLocalReq({}, flow.payload)
    if (token) req.headers.set('authorization', `Bearer ${token}`)
    const answer = await endpoint.handler(req)
    return { status: answer.status, text: await answer.text() }
  }
  const sampleOf = (text: string, series: string): number => {
    const line = text.split('\n').find((row) => row.startsWith(`${series} `))
    return line === undefined ? Number.NaN : Number(line.slice(series.length))
  }

  test('for the token and for staff; not for a wrong token, a visitor or a customer', async () => {
    expect((await scrape(TOKEN)).status).toBe(200)
    expect((await scrape(`${TOKEN}!`)).status).toBe(401)
    expect((await scrape()).status).toBe(401)
    const [customer, viewer] = await Promise.all([
      createActor(flow.payload, 'customer'),
      createActor(flow.payload, 'viewer'),
    ])
    expect((await flow.rest('GET', '/metrics', undefined, { user: customer })).status).toBe(403)
    expect((await flow.rest('GET', '/metrics', undefined, { user: viewer })).status).toBe(200)
  })

  test('without a token it is not there for visitors', async () => {
    const { metricsToken } = flow.runtime
    flow.runtime.metricsToken = undefined
    const { status, text } = await scrape(TOKEN)
    flow.runtime.metricsToken = metricsToken
    expect([status, JSON.parse(text).errors[0].code]).toEqual([404, 'FLOW_METRICS_OFF'])
  })

  test('counts tries by channel and outcome, what waits, and what is dead; no id among the labels', async () => {
    await heartbeat(1)
    const receiver = await startReceiver()
    await subscribe(receiver, { retryDelaysSeconds: [0] })
    const before = (await scrape(TOKEN)).text
    expect(sampleOf(before, 'flowmasters_dead_letters')).toBe(0)
    const worker = await flow.startWorker()
    await order()
    await deliveriesAre('delivered', 1)
    receiver.answerWith(500)
    await order()
    await deliveriesAre('dead', 1)
    // The event that tells of it is routed too.
    await flow.settle()
    await worker.stop()
    await heartbeat(1)
    await order()

    clock.forward(4_000)
    expect(sampleOf((await scrape(TOKEN)).text, 'flowmasters_dead_letters')).toBe(0)
    clock.forward(2_000)
    const { text } = await scrape(TOKEN)
    expect(sampleOf(text, 'flowmasters_dead_letters')).toBe(1)
    expect(sampleOf(text, 'flowmasters_outbox_pending')).toBe(1)
    expect(sampleOf(text, 'flowmasters_outbox_oldest_age_seconds')).toBeGreaterThan(0)
    expect(sampleOf(text, 'flowmasters_workers_alive')).toBe(1)
    expect(sampleOf(text, 'flowmasters_receivers_failing')).toBe(1)
    expect(sampleOf(text, 'flowmasters_scrape_ok')).toBe(1)
    const count = 'flowmasters_attempt_duration_seconds_count'
    expect(sampleOf(text, `${count}{channel="webhook",outcome="delivered"}`)).toBe(1)
    expect(sampleOf(text, `${count}{channel="webhook",outcome="unavailable"}`)).toBe(2)
    const results = 'flowmasters_delivery_results_total'
    expect(sampleOf(text, `${results}{channel="webhook",status="dead"}`)).toBe(1)
    expect(text).toContain('process_cpu_seconds_total')
    const own = text.split('\n').filter((line) => line.startsWith('flowmasters_'))
    expect(own.filter((line) => /evt_|dlv_|wrk_|127\.0\.0\.1|order\.|Watched/.test(line))).toEqual(
      [],
    )
    await receiver.close()
  })
})

describe('one line per try', () => {
  test('wide, with a level by outcome, and no secret anywhere', async () => {
    const canary = 'canary-5f3a9c1e7b'
    const receiver = await startReceiver()
    // A receiver that repeats what it was sent, secret header and all.
    receiver.answerWith(({ headers }) => ({ status: 500, body: JSON.stringify(headers) }))
    await flow.payload.delete({
      collection: 'event-subscriptions',
      where: { id: { exists: true } },
    })
    await clearTables(
      flow.sql,
      'event_logs',
      'event_deliveries',
      'event_attempts',
      'event_receivers',
    )
    await subscribe(receiver, {
      retryDelaysSeconds: [0],
      channels: [
        {
          blockType: 'webhook',
          url: `${receiver.url}?token=${canary}`,
          secret: `whsec_${Buffer.from(canary.repeat(2)).toString('base64')}`,
          headers: { Authorization: `Bearer ${canary}` },
        },
      ],
    })
    const lines: (Record<string, unknown> & { level: string })[] = []
    const keep = (level: string) => (line: Record<string, unknown>) =>
      void lines.push({ level, ...line })
    const logger: Logger = {
      debug: keep('debug'),
      info: keep('info'),
      warn: keep('warn'),
      error: keep('error'),
    }
    const worker = await flow.startWorker({ logger })
    await order()
    await deliveriesAre('dead', 1)
    receiver.answerWith(200)
    await order()
    await deliveriesAre('delivered', 1)
    await worker.stop()
    const tries = lines.filter(
      ({ deliveryId, eventType }) => deliveryId && eventType === 'order.created',
    )
    expect(tries.map(({ attempt, level, status }) => [level, status, attempt])).toEqual([
      ['warn', 'retrying', 1],
      ['error', 'dead', 2],
      ['debug', 'delivered', 1],
    ])
    expect(tries[0]).toEqual({
      level: 'warn',
      msg: 'flowmasters: delivery retrying',
      eventId: expect.stringMatching(/^evt_/),
      eventType: 'order.created',
      deliveryId: expect.stringMatching(/^dlv_/),
      subscriptionId: expect.any(String),
      channel: 'webhook',
      attempt: 1,
      outcome: 'unavailable',
      status: 'retrying',
      code: 'http_500',
      reason: expect.stringContaining('500'),
      durationMs: expect.any(Number),
      dueLagMs: expect.any(Number),
      retryInMs: expect.any(Number),
      isAccepted: true,
    })
    const text = lines.map((line) => JSON.stringify(line)).join('\n')
    expect(text).not.toContain(canary)
    expect(text).not.toContain(Buffer.from(canary.repeat(2)).toString('base64'))
    await receiver.close()
  })
})

describe('alerts', () => {
  const letters: MailMessage[] = []
  /** A mail server that takes letters, unless it is told not to. */
  const mail = { isDown: false }
  const watches: AlertWatch[] = []
  const watch = (): AlertWatch => {
    const started = startWatch(flow.payload, {
      logger: silentLogger,
      everyMs: 3_600_000,
      mailer: {
        send: async (message) => {
          if (mail.isDown) throw new Error('the mail server is away')
          letters.push(message)
          const accepted = message.to
          return { accepted, rejected: [], response: '250', messageId: '1', transport: 'smtp' }
        },
      },
    })
    watches.push(started)
    return started
  }
  const alerts = async (): Promise<Record<string, unknown>[]> =>
    (await flow.payload.find({ collection: 'system-alerts', sort: 'openedAt' })).docs
  const subjects = (): string[] => letters.map(({ subject }) => subject)

  beforeEach(async () => {
    letters.length = 0
    mail.isDown = false
    await clearTables(flow.sql, 'system_alerts', 'event_logs', 'event_deliveries', 'event_attempts')
    await heartbeat(0)
  })
  afterEach(async () => {
    await Promise.all(watches.splice(0).map((one) => one.stop()))
  })

  test('a worker that was killed is told within two minutes by processes that only watch, once', async () => {
    // Two web servers, up for long.
    const both = [watch(), watch()]
    clock.forward(60_000)
    const lookEveryMs = 15_000
    let seconds = 0
    for (; letters.length === 0 && seconds < 300; seconds += lookEveryMs / 1_000) {
      await heartbeat(seconds)
      await Promise.all(both.map((one) => one.tick()))
    }
    expect(seconds).toBeLessThanOrEqual(120)
    expect(letters).toEqual([
      expect.objectContaining({
        to: ['ops@example.com'],
        subject:
          '[FlowMasters] Тревога: Не работает ни один обработчик / Alert: No worker is running',
        text: expect.stringMatching(
          /Последний признак жизни[\s\S]*The last sign of life was \d+ s ago/,
        ),
      }),
    ])
    await Promise.all(both.map((one) => one.tick()))
    expect(letters).toHaveLength(1)
    expect(await alerts()).toEqual([
      expect.objectContaining({
        rule: 'workers_silent',
        closedAt: null,
        notifiedAt: expect.any(String),
      }),
    ])

    await heartbeat(0)
    await Promise.all(both.map((one) => one.tick()))
    await Promise.all(both.map((one) => one.tick()))
    expect(subjects().slice(1)).toEqual([
      '[FlowMasters] Прошло: Не работает ни один обработчик / Over: No worker is running',
    ])
    const [closed] = await alerts()
    expect(closed).toMatchObject({
      closedAt: expect.any(String),
      endNotifiedAt: expect.any(String),
    })
  })

  test('workers that are starting with the watch are given a minute', async () => {
    await heartbeat(3_600)
    const fresh = watch()
    await fresh.tick()
    clock.forward(59_000)
    await fresh.tick()
    expect(await alerts()).toEqual([])
    clock.forward(1_000)
    await heartbeat(null)
    await fresh.tick()
    expect((await alerts()).map(({ rule }) => rule)).toEqual(['workers_silent'])
  })

  test('overdue deliveries, waiting events and dead letters, by the thresholds of the settings', async () => {
    const one = watch()
    clock.forward(60_000)
    await flow.sql.query(
      `INSERT INTO event_logs (id, type, version, status, timestamp, source, body, created_at)
       SELECT 'evt_o' || n, 'delivery.exhausted', 1, 'routed', now(), 'code', '{}', now()
       FROM generate_series(1, 10) n`,
    )
    await flow.sql.query(
      `INSERT INTO event_logs (id, type, version, status, timestamp, source, body, created_at)
       VALUES ('evt_w', 'order.created', 1, 'pending', now(), 'code', '{}', now() - interval '50 seconds')`,
    )
    await flow.sql.query(
      `INSERT INTO event_deliveries (id, status, event, event_type, subscription, channel, channel_entry, step,
         attempts_started, attempts_finished, next_attempt_at, created_at)
       SELECT 'dlv_p' || n, 'retrying', 'evt_p' || n, 'order.created', '1', 'webhook', 'c', 0, 1, 1,
         now() - interval '11 minutes', now() FROM generate_series(1, 100) n`,
    )
    await one.tick()
    expect(await alerts()).toEqual([])

    const user = await createActor(flow.payload, 'manager')
    const settings = {
      deadLettersCount: 9,
      outboxLagSeconds: 40,
      pastDueCount: 99,
      emails: ['night@example.com'],
    }
    const viewer = await createActor(flow.payload, 'viewer')
    const refused = await flow.rest('POST', '/globals/alert-settings', settings, { user: viewer })
    expect(refused.status).toBe(403)
    const { status } = await flow.rest('POST', '/globals/alert-settings', settings, { user })
    expect(status).toBe(200)
    await one.tick()
    expect((await alerts()).map(({ rule }) => rule).sort()).toEqual([
      'dead_letters',
      'deliveries_overdue',
      'outbox_lag',
    ])
    expect(letters.map(({ to }) => to)).toEqual(Array(3).fill(['night@example.com']))
    expect(letters.map(({ text }) => text).join()).toContain('100 deliveries are overdue')
    await flow.payload.updateGlobal({
      slug: 'alert-settings',
      data: { deadLettersCount: 10, outboxLagSeconds: 60, pastDueCount: 100, emails: [] },
    })
    await one.tick()
    expect((await alerts()).every(({ closedAt }) => closedAt !== null)).toBe(true)
  })

  test('a letter the mail server did not take is written later, by whoever looks then', async () => {
    const one = watch()
    clock.forward(60_000)
    await heartbeat(61)
    mail.isDown = true
    await one.tick()
    expect((await alerts())[0]).toMatchObject({
      notifiedAt: null,
      notifyError: 'the mail server is away',
    })
    mail.isDown = false
    await one.tick()
    expect(letters).toEqual([])
    await flow.sql.query("UPDATE system_alerts SET claimed_at = claimed_at - interval '3 minutes'")
    await watch().tick()
    expect(letters).toHaveLength(1)
  })

  test('no data is an alert: a silent database is told once, and when it is back', async () => {
    const one = watch()
    clock.forward(60_000)
    await one.tick()
    await flow.sql.query('ALTER TABLE event_workers RENAME TO event_workers_away')
    await one.tick()
    expect(letters).toEqual([])
    await one.tick()
    await one.tick()
    expect(subjects()).toEqual([
      '[FlowMasters] Тревога: Состояние не удаётся узнать / Alert: The state cannot be read',
    ])
    await flow.sql.query('ALTER TABLE event_workers_away RENAME TO event_workers')
    await one.tick()
    await one.tick()
    expect(subjects().slice(1)).toEqual([
      '[FlowMasters] Прошло: Состояние не удаётся узнать / Over: The state cannot be read',
    ])
  })
})
