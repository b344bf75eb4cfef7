import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { channelsFrom } from '../../config/channelsFrom.ts'
import { slackReply } from '../support/fakes/slack/startSlackFake.ts'
import { telegramReply } from '../support/fakes/telegram/startTelegramFake.ts'
import { bitrixReply } from '../support/fakes/bitrix24/startBitrixFake.ts'
import { type BootedFlow, bootFlow } from '../support/flow/bootFlow.ts'
import { dumpTables } from '../support/flow/dumpTables.ts'
import { until } from '../support/flow/until.ts'
import { type Actor, createActor } from '../support/payload/createActor.ts'
import {
  type EveryService,
  startEveryService,
  type Troubles,
} from '../support/story/startEveryService.ts'

const now = Date.parse('2026-11-21T10:00:00.000Z')
/** Three services fail, each in its own way: too busy, gone for good, broken. */
const troubles: Troubles = {
  telegram: () => telegramReply(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
  slack: () => slackReply(404, 'no_service'),
  bitrix24: () => bitrixReply(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'),
}

let flow: BootedFlow
let mailOutboxDir: string
let services: EveryService
let manager: Actor
let customer: Actor

beforeAll(async () => {
  services = await startEveryService(troubles, () => now)
  mailOutboxDir = await mkdtemp(join(tmpdir(), 'flowmasters-every-channel-'))
  flow = await bootFlow({ channels: services.channels, clock: { now: () => now }, mailOutboxDir })
  manager = await createActor(flow.payload, 'manager')
  customer = await createActor(flow.payload, 'customer')
  for (const device of services.devices) {
    const { status } = await flow.rest('POST', '/push/devices', device, { user: customer })
    expect(status).toBe(201)
  }
}, 300_000)
afterAll(async () => {
  await flow?.destroy()
  await services?.close()
  await rm(mailOutboxDir, { recursive: true, force: true })
})

type Row = { channel: string; status: string; code: string; tries: number }

async function deliveries(): Promise<Row[]> {
  const { rows } = await flow.sql.query<Row>(
    `SELECT channel, status::text, last_code AS code, attempts_finished::int AS tries FROM event_deliveries
     WHERE event_type = 'order.created' ORDER BY channel`,
  )
  return rows
}

const again = async (): Promise<Row[]> =>
  (await deliveries()).filter(({ status, tries }) => tries === 2 && status !== 'delivering')

/** What differs from run to run, by its kind. */
function steady(text: string): string {
  return text
    .replaceAll(/\b(evt|dlv)(?:_[\w-]{36}|[\da-f]{32})/g, '$1_…')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<time>')
    .replaceAll(/formdata-undici-\d+/g, 'formdata-undici-…')
}

test('EV-30: one order, every channel at once; three services fail and nobody else notices', async () => {
  expect(services.entries.map(({ blockType }) => blockType).sort()).toEqual(
    channelsFrom({})
      .map(({ slug }) => slug)
      .sort(),
  )
  const body = { name: 'Все каналы', events: ['order.created'], channels: services.entries }
  const made = await flow.rest('POST', '/event-subscriptions', body, { user: manager })
  expect([made.status, made.body.errors]).toEqual([201, undefined])

  const order = {
    total: { amount: 18_970, currency: 'RUB' },
    customer: customer.id,
    customerName: 'Анна <b>Смирнова</b>',
    customerEmail: 'anna.every@example.com',
    customerPhone: '+79161234567',
  }
  const saved = await flow.rest('POST', '/orders?locale=ru', order, { user: manager })
  expect([saved.status, saved.body.errors]).toEqual([201, undefined])
  await flow.settle()

  const first = await deliveries()
  expect(first.filter(({ status }) => status !== 'delivered')).toEqual([
    { channel: 'bitrix24', status: 'retrying', code: 'BITRIX24_QUERY_LIMIT_EXCEEDED', tries: 1 },
    { channel: 'slack', status: 'dead', code: 'SLACK_NO_SERVICE', tries: 1 },
    { channel: 'telegram', status: 'retrying', code: 'TELEGRAM_429', tries: 1 },
  ])
  expect(new Set(first.map(({ tries }) => tries))).toEqual(new Set([1]))
  expect(first).toHaveLength(services.entries.length)
})

test('EV-30: two of them heal, the third is switched off and told of', async () => {
  Object.assign(troubles, { telegram: undefined, bitrix24: undefined })
  await flow.sql.query(
    "UPDATE event_deliveries SET next_attempt_at = now() WHERE status = 'retrying'",
  )
  await until(async () => (await again()).length === 2, 'two second tries')
  expect(await again()).toEqual([
    { channel: 'bitrix24', status: 'delivered', code: 'BITRIX24_ADDED', tries: 2 },
    { channel: 'telegram', status: 'delivered', code: 'TELEGRAM_200', tries: 2 },
  ])
  const { rows } = await flow.sql.query<{ type: string; data: { channel?: string } }>(
    "SELECT type, body::jsonb->'data' AS data FROM event_logs WHERE type LIKE 'delivery.%' ORDER BY type",
  )
  expect(rows).toMatchObject([
    { type: 'delivery.channel_disabled', data: { channel: 'slack' } },
    { type: 'delivery.exhausted', data: { current: { channel: 'slack' } } },
  ])
})

test('EV-30: what each service got', async () => {
  for (const [channel, requests] of Object.entries(services.heard())) {
    const shown = requests.map(
      ({ body, method, path, query }) => `${method} ${path} ${query ?? ''}\n${body}`,
    )
    expect(steady(shown.join('\n\n'))).toMatchSnapshot(channel)
  }
  expect(await flow.runtime.localOutbox.list(10)).toMatchObject([
    {
      to: ['anna.every@example.com'],
      subject: 'Заказ FM-000001: Анна <b>Смирнова</b>',
      text: 'Заказ FM-000001: Анна <b>Смирнова</b>',
      html: '<p>Анна &lt;b&gt;Смирнова&lt;/b&gt;</p>',
    },
  ])
})

test('EV-30: what the customer finds under the bell', async () => {
  const { body } = await flow.rest('GET', '/notifications/mine', undefined, { user: customer })
  expect(body['notifications']).toMatchObject([
    {
      title: 'Заказ FM-000001: Анна <b>Смирнова</b>',
      link: expect.stringMatching(/^\/account\/orders\/\d+$/),
      level: 'info',
    },
  ])
})

test('EV-30: the log tells the story and no secret', async () => {
  const { body } = await flow.rest('GET', '/event-attempts?limit=100&sort=createdAt', undefined, {
    user: manager,
  })
  expect(body.docs).toHaveLength(services.entries.length + 2)
  const shown = {
    attempts: JSON.stringify(body),
    subscriptions: JSON.stringify(
      await flow.rest('GET', '/event-subscriptions?depth=2', undefined, { user: manager }),
    ),
    graphql: JSON.stringify(
      await flow.graphql('{ EventAttempts(limit: 100) { docs { request response reason } } }', {
        user: manager,
      }),
    ),
    engine: JSON.stringify(
      await flow.rest('GET', '/events/logs?limit=100', undefined, { user: manager }),
    ),
    database: await dumpTables(flow.sql),
  }
  expect(shown.graphql).toContain('api/v4/leads')
  for (const [place, text] of Object.entries(shown)) {
    for (const secret of services.secrets) {
      expect([place, secret, text.includes(secret)]).toEqual([place, secret, false])
    }
  }
})
