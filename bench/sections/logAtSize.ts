import { writeFile } from 'node:fs/promises'
import type { Payload } from 'payload'

import { integrationsNumbers } from '../../src/admin/dashboard/integrationsStore.ts'
import { sqlOfRequest } from '../../src/database/requestSqlStore.ts'
import { startWorker } from '../../src/plugin/startWorker.ts'
import { getRuntime } from '../../src/runtime/getRuntime.ts'
import { createActor } from '../../test/support/payload/createActor.ts'
import { createRestClient } from '../../test/support/payload/restClient.ts'
import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { fillLog, type LogSize } from '../support/fillLog.ts'
import { recordStatements } from '../support/recordStatements.ts'
import type { Sink } from '../support/sink.ts'
import { percentile, shown } from '../support/statistics.ts'
import { waitFor } from '../support/waitFor.ts'
import { subscribeWebhook } from '../support/subscribeWebhook.ts'

const DAY_MS = 86_400_000
const SECTION = 'g log at size'
const SWEEPS = 4

type Size = LogSize & {
  /** Times each question is asked. */
  asked: number
  /** Of retention: rows that are swept, and how long the rate without a sweep is measured. */
  swept: number
  seconds: number
}

/**
 * (g) A log of 30 days: what the admin's lists and the API ask of it through the real endpoints, the first count of its statistics, and a
 * sweep while deliveries go on. Plans of what takes longer than 50 ms go into bench/plans.txt.
 */
export async function logAtSize(cluster: BenchCluster, sink: Sink, size: Size): Promise<object[]> {
  const databaseUrl = await cluster.newDatabase('log_at_size')
  const payload = await bootBenchPayload({ databaseUrl })
  const sql = await sqlOfRequest(payload)
  const filled = await timed(() => fillLog(sql, size))
  const rows: object[] = [{ section: SECTION, what: 'fill by SQL', s: shown(filled / 1_000) }]
  rows.push(...(await rollUps(payload)))
  rows.push(...(await questions(payload, databaseUrl, size.asked)))
  rows.push(...(await sweepUnderLoad(payload, sink, size)))
  await payload.destroy()
  return rows
}

async function rollUps(payload: Payload): Promise<object[]> {
  const first = await timed(() => runJob(payload, 'roll-up-statistics'))
  const again = await timed(() => runJob(payload, 'roll-up-statistics'))
  const sql = await sqlOfRequest(payload)
  await sql.query('ANALYZE event_rollups, event_rollup_durations, event_rollup_periods')
  return [
    { section: SECTION, what: 'first rollup of everything', s: shown(first / 1_000) },
    { section: SECTION, what: 'rollup with nothing new', s: shown(again / 1_000) },
  ]
}

const like = (fields: readonly string[], text: string): string =>
  fields.map((field, n) => `where[or][${n}][${field}][like]=${encodeURIComponent(text)}`).join('&')

/** What people do, as the admin and the API ask it. */
function questionsOf(sample: Record<string, string>): [string, number, string][] {
  const { delivery = '', document = '', email = '', event = '' } = sample
  const events = '/event-logs?limit=10&depth=0&sort=-createdAt'
  const deliveries = '/event-deliveries?limit=10&depth=0&sort=-createdAt'
  const attempts = '/event-attempts?limit=10&depth=0&sort=-id'
  const eventFields = ['id', 'type', 'documentId', 'userEmail']
  const deliveryFields = ['id', 'event', 'eventType', 'target', 'subscriptionName', 'lastError']
  const lately = encodeURIComponent(new Date(Date.now() - 3 * DAY_MS).toISOString())
  return [
    ['admin: events', 200, events],
    ['admin: events, page 1000', 200, `${events}&page=1000`],
    ['admin: events of a type', 200, `${events}&where[type][equals]=order.paid`],
    ['admin: events waiting', 200, `${events}&where[status][equals]=pending`],
    ['admin: events of a document', 200, `${events}&where[documentId][equals]=${document}`],
    ['admin: events of 3 days', 200, `${events}&where[createdAt][greater_than]=${lately}`],
    ['admin: events, search an id', 200, `${events}&${like(eventFields, event)}`],
    ['admin: events, search an address', 200, `${events}&${like(eventFields, email)}`],
    ['admin: deliveries', 200, deliveries],
    [
      'admin: deliveries failed',
      200,
      `${deliveries}&where[status][in][0]=dead&where[status][in][1]=poisoned`,
    ],
    ['admin: deliveries of a channel', 200, `${deliveries}&where[channel][equals]=email`],
    ['admin: deliveries of a type', 200, `${deliveries}&where[eventType][equals]=order.paid`],
    ['admin: deliveries, search an id', 200, `${deliveries}&${like(deliveryFields, delivery)}`],
    [
      'admin: deliveries, search a receiver',
      200,
      `${deliveries}&${like(deliveryFields, 'receiver3')}`,
    ],
    [
      'admin: deliveries, search an error',
      200,
      `${deliveries}&${like(deliveryFields, 'answered 503')}`,
    ],
    ['admin: deliveries, search a person', 200, `${deliveries}&${like(deliveryFields, email)}`],
    // No aim: every row is read, for receivers that are there no longer.
    [
      'admin: deliveries, search what nobody knows',
      2_000,
      `${deliveries}&${like(deliveryFields, 'nobody')}`,
    ],
    ['admin: attempts', 200, attempts],
    ['admin: attempts of a delivery', 200, `${attempts}&where[delivery][equals]=${delivery}`],
    ['API: log', 200, '/events/logs'],
    ['API: log by cursor of a type', 200, '/events/logs?type=order.paid&limit=50'],
    ['API: log, failed deliveries', 200, '/events/logs?deliveryStatus=dead'],
    ['API: log of a subscription', 200, '/events/logs?subscription=3'],
    ['API: log, search an id', 200, `/events/logs?search=${event}`],
    ['API: log, search an address', 200, `/events/logs?search=${encodeURIComponent(email)}`],
    ['API: one event', 200, `/events/logs/${event}`],
    ['API: subscriptions', 200, '/events/subscriptions'],
    ['API: stats, 30 days', 300, '/events/stats'],
    [
      'API: stats, 7 days by hour',
      300,
      `/events/stats?groupBy=hour&from=${new Date(Date.now() - 7 * DAY_MS).toISOString()}`,
    ],
    ['API: stats, 30 days by hour', 300, '/events/stats?groupBy=hour'],
  ]
}

async function questions(payload: Payload, key: string, asked: number): Promise<object[]> {
  const rest = createRestClient(payload.config, key)
  const user = await createActor(payload, 'admin')
  const sql = await sqlOfRequest(payload)
  const found = await sql.query<Record<string, string>>(
    `SELECT e.id AS event, e.document_id AS document, e.user_email AS email, d.id AS delivery
     FROM event_logs e JOIN event_deliveries d ON d.event = e.id LIMIT 1`,
  )
  const recorder = recordStatements(payload)
  const rows: object[] = []
  const plans: string[] = []
  const ofPaths = questionsOf(found.rows[0] ?? {}).map(([what, aim, path]) => {
    const ask = async (): Promise<void> => {
      const answer = await rest('GET', path, undefined, { user })
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    }
    return [what, aim, ask] as const
  })
  const tiles = async (): Promise<void> => void (await integrationsNumbers(payload))
  for (const [what, aim, ask] of [
    ...ofPaths,
    ['admin: tiles of the dashboard', 200, tiles] as const,
  ]) {
    const statements = await recorder.during(ask)
    const times: number[] = []
    for (let n = 0; n < asked; n += 1) times.push(await timed(ask))
    const p95 = percentile(times, 0.95)
    rows.push({
      section: SECTION,
      what,
      'p50 ms': shown(percentile(times, 0.5)),
      'p95 ms': shown(p95),
      aim: `p95 < ${aim} ms`,
      met: p95 < aim,
    })
    for (const statement of statements.filter(({ text }) => /event_/.test(text))) {
      const plan = await recorder.explain(statement)
      plans.push(`## ${what}\n\n${statement.text}\n\n${plan}\n`)
    }
  }
  await writeFile('bench/plans.txt', plans.join('\n'))
  return rows
}

/** Sweeps while events come in at a steady rate, and says what that does to the time from commit to arrival. */
async function sweepUnderLoad(
  payload: Payload,
  sink: Sink,
  { seconds, swept }: Size,
): Promise<object[]> {
  const sql = await sqlOfRequest(payload)
  await subscribeWebhook(payload, { url: sink.url, events: ['*'] })
  await payload.updateGlobal({
    slug: 'event-retention',
    data: { events: 1, deliveries: 1, attempts: 1 },
  })
  const worker = await startWorker(payload)
  const steady = createLoad(payload, sink)
  await steady.during(3)
  const quiet: number[] = []
  const busy: number[] = []
  let gone = 0
  let ms = 0
  // In turns: on a shared machine a minute is not like the one before.
  for (let round = 1; round <= SWEEPS; round += 1) {
    quiet.push(...(await steady.during(seconds / SWEEPS)))
    // So many deliveries and events each lie before the cut-off that about `swept` rows go in all.
    const { rows } = await sql.query<{ at: Date }>(
      'SELECT created_at AS at FROM event_deliveries ORDER BY created_at OFFSET $1 LIMIT 1',
      [Math.floor(swept / 3.5 / SWEEPS)],
    )
    const cutoff = rows[0]?.at.getTime() ?? Date.now() - DAY_MS
    let isSwept = false
    const sweptAt = performance.now()
    const sweeping = runJob(payload, 'sweep-log', cutoff + DAY_MS).then((found) => {
      isSwept = true
      gone += found
      ms += performance.now() - sweptAt
    })
    busy.push(...(await steady.during(() => isSwept)))
    await sweeping
  }
  await worker.stop()
  const row = (what: string, times: number[]): object => ({
    section: SECTION,
    what,
    'p50 ms': shown(percentile(times, 0.5)),
    'p95 ms': shown(percentile(times, 0.95)),
    'p99 ms': shown(percentile(times, 0.99)),
  })
  return [
    row('commit → arrival at 100/s', quiet),
    {
      ...row('the same during a sweep', busy),
      aim: 'p99 ≤ 1.2 ×',
      ratio: shown(percentile(busy, 0.99) / percentile(quiet, 0.99)),
    },
    {
      section: SECTION,
      what: `sweep of ${gone} rows`,
      s: shown(ms / 1_000),
      'rows/s': shown((gone / ms) * 1_000),
    },
  ]
}

type Load = { during: (end: number | (() => boolean)) => Promise<number[]> }

/** 100 events a second, each about a document of its own, and their milliseconds to the sink. */
function createLoad(payload: Payload, sink: Sink): Load {
  const { catalogue, events } = getRuntime(payload)
  const definition = catalogue.get('order.created')
  let number = 0
  const publish = async (): Promise<[string, number]> => {
    number += 1
    const documentId = `bench-${number}`
    await events.capture(
      [
        {
          definition,
          data: { current: { id: 1 } },
          meta: { source: 'code', collection: 'parcels', documentId },
        },
      ],
      {},
    )
    return [documentId, performance.timeOrigin + performance.now()]
  }
  return {
    during: async (end) => {
      await sink.reset()
      const running: Promise<[string, number]>[] = []
      const startedAt = performance.now()
      const isOver = (): boolean =>
        typeof end === 'number' ? performance.now() - startedAt > end * 1_000 : end()
      while (!isOver()) {
        const wait = startedAt + running.length * 10 - performance.now()
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
        running.push(publish())
      }
      const committed = await Promise.all(running)
      await waitFor(async () => (await sink.counts()).unique >= committed.length)
      const arrivals = await sink.arrivals()
      return committed.map(([id, at]) => Math.max(0, (arrivals[id] ?? Number.NaN) - at))
    },
  }
}

async function runJob(payload: Payload, name: string, now = Date.now()): Promise<number> {
  const job = getRuntime(payload).jobs.find((candidate) => candidate.name === name)
  if (!job) throw new Error(`no job ${name}`)
  const report = await job.run({
    trigger: 'schedule',
    state: { everythingAt: now },
    resumedAt: null,
    signal: new AbortController().signal,
    now: () => now,
  })
  return report?.found ?? 0
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
