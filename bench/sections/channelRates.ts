import type { Payload } from 'payload'

import type { AnyChannel } from '../../src/channels/channel.ts'
import type { FlowEvent } from '../../src/event-catalogue/flowEvent.ts'
import { startWorker } from '../../src/plugin/startWorker.ts'
import { getRuntime } from '../../src/runtime/getRuntime.ts'
import { silentLogger } from '../../test/support/engine/silentLogger.ts'
import { startSmtpServer } from '../../test/contracts/email/smtpStub.ts'
import { createActor } from '../../test/support/payload/createActor.ts'
import { createRestClient } from '../../test/support/payload/restClient.ts'
import { type EveryService, startEveryService } from '../../test/support/story/startEveryService.ts'
import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { shown } from '../support/statistics.ts'
import { waitFor } from '../support/waitFor.ts'

/** How much of it. */
export type ChannelSize = { events: number; previews: number; longestMs: number }

/** Some services refuse what happened long ago or later than now; their fakes live on this day. */
const now = Date.parse('2026-11-21T10:00:00.000Z')

type Entry = EveryService['entries'][number]

/**
 * (k) Every channel against its fake on this machine: deliveries per second from the outbox to the last log row, and how long
 * rendering and mapping alone take. The fakes share the two cores, and this process.
 */
export async function channelRates(cluster: BenchCluster, size: ChannelSize): Promise<object[]> {
  const services = await startEveryService({}, () => now, { isUnlimited: true })
  const mail = await startSmtpServer()
  const databaseUrl = await cluster.newDatabase('channels')
  // What this machine bears is measured, not what the services allow.
  const channels = services.channels.map((channel) => ({ ...channel, limits: {} }))
  const payload = await bootBenchPayload({
    databaseUrl,
    channels,
    smtpUrl: mail.url,
    clock: { now: () => now },
  })
  const customer = await createActor(payload, 'customer')
  const rest = createRestClient(payload.config, databaseUrl)
  for (const device of services.devices) {
    await rest('POST', '/push/devices', device, { user: customer })
  }
  const rows: object[] = []
  try {
    for (const entry of services.entries) {
      const channel = channels.find(({ slug }) => slug === entry.blockType)
      if (!channel) throw new Error(`no channel ${entry.blockType}`)
      rows.push(await measure({ payload, channel, entry, customer: customer.id, ...size }))
    }
  } finally {
    await Promise.all([services.close(), mail.close()])
  }
  return rows
}

type Measure = ChannelSize & {
  payload: Payload
  channel: AnyChannel
  entry: Entry
  customer: number | string
}

async function measure({
  channel,
  customer,
  entry,
  events,
  longestMs,
  payload,
  previews,
}: Measure) {
  const { pool } = payload.db
  await pool.query('TRUNCATE event_logs, event_deliveries, event_attempts')
  const { id } = await payload.create({
    collection: 'event-subscriptions',
    data: { name: channel.slug, events: ['order.created'], channels: [entry] } as never,
  })
  await publish(payload, events, customer)
  const startedAt = performance.now()
  const worker = await startWorker(payload, { logger: silentLogger })
  await waitFor(async () => {
    const { rows } = await pool.query(
      `SELECT 1 FROM event_logs WHERE status = 'pending'
       UNION ALL SELECT 1 FROM event_deliveries WHERE attempts_finished = 0 LIMIT 1`,
    )
    // Whatever hangs is not waited for.
    return rows.length === 0 || performance.now() - startedAt > longestMs
  })
  const tookMs = performance.now() - startedAt
  await worker.stop()
  const { rows } = await pool.query(
    "SELECT count(*) FILTER (WHERE status = 'delivered')::int AS delivered FROM event_deliveries",
  )
  const { delivered } = rows[0]
  const perSecond = (delivered / tookMs) * 1_000
  await payload.delete({ collection: 'event-subscriptions', id })
  const renderMs = await previewMs(payload, { channel, entry, previews })
  return {
    section: 'k channels',
    channel: channel.slug,
    'per s': shown(perSecond),
    delivered: `${delivered} of ${events}`,
    'render and map, ms': renderMs === undefined ? '–' : shown(renderMs),
    'share of the time': renderMs === undefined ? '–' : shown((renderMs * perSecond) / 1_000),
  }
}

/** Orders of a customer whom every channel can reach. */
async function publish(payload: Payload, count: number, customer: number | string): Promise<void> {
  const { catalogue, events } = getRuntime(payload)
  const definition = catalogue.get('order.created')
  const input = (n: number) => ({
    definition,
    data: {
      current: {
        id: n,
        number: `FM-${n}`,
        status: 'pending',
        total: { ru: { amount: 20_000, currency: 'RUB' } },
        items: [],
        customer,
        customerName: 'Анна',
        customerEmail: `anna${n}@example.test`,
        customerPhone: `+7916${String(1_000_000 + n)}`,
      },
    },
    meta: { source: 'code' as const, documentId: n, userId: customer, locale: 'ru' },
  })
  await events.capture(
    Array.from({ length: count }, (_, index) => input(index + 1)),
    {},
  )
}

/** Milliseconds of making one message out of an event, nothing sent. */
async function previewMs(
  payload: Payload,
  { channel, entry, previews }: { channel: AnyChannel; entry: Entry; previews: number },
): Promise<number | undefined> {
  if (!channel.preview) return undefined
  const { rows } = await payload.db.pool.query('SELECT body FROM event_logs LIMIT 1')
  const body = String(rows[0].body)
  const event: FlowEvent = JSON.parse(body)
  const { templates } = getRuntime(payload)
  const target = channel.target.parse(entry)
  const input = { body, event, target, templates, now: () => now, idempotencyKey: 'dlv_bench' }
  await channel.preview(input)
  const startedAt = performance.now()
  for (let n = 0; n < previews; n += 1) await channel.preview(input)
  return (performance.now() - startedAt) / previews
}
