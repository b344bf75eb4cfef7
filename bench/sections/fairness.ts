import type { Payload } from 'payload'

import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { publishAtRate } from '../support/publishAtRate.ts'
import type { Sink } from '../support/sink.ts'
import { median, percentile, shown } from '../support/statistics.ts'
import { waitFor } from '../support/waitFor.ts'
import { startWorkerProcesses } from '../support/workerProcesses.ts'
import { subscribeWebhook } from '../support/subscribeWebhook.ts'
import { waitsOf } from '../support/waitsOf.ts'

const RECEIVERS = 100
const BACKLOG = 10_000

/** How much of it. */
export type FairnessSize = { rounds: number; seconds: number; perSecond: number }

type Trouble = { what: string; bad: number; urlOf: (sink: Sink) => string; backlog: number }

const troubles: readonly Trouble[] = [
  {
    what: 'one receiver hangs to its time-out, 10,000 wait for it',
    bad: 1,
    urlOf: ({ hangUrl }) => hangUrl,
    backlog: BACKLOG,
  },
  {
    what: 'ten of a hundred receivers answer 503',
    bad: 10,
    urlOf: ({ deadUrl }) => deadUrl,
    backlog: 0,
  },
]

/** (h) What healthy receivers notice of unhealthy ones: commit → arrival with and without them, in one run. */
export async function fairness(
  cluster: BenchCluster,
  sink: Sink,
  size: FairnessSize,
): Promise<object[]> {
  const rows: object[] = []
  for (const [index, trouble] of troubles.entries()) {
    const well: number[] = []
    const beside: number[] = []
    for (let round = 0; round < size.rounds; round += 1) {
      const name = `fair_${index}_${round}`
      well.push(await healthyP99(cluster, sink, { ...size, name: `${name}_well` }))
      beside.push(await healthyP99(cluster, sink, { ...size, name: `${name}_bad`, trouble }))
    }
    rows.push({
      section: 'h fairness',
      what: trouble.what,
      'p99 of the healthy alone, ms': shown(median(well)),
      'p99 beside it, ms': shown(median(beside)),
      ratio: shown(median(beside) / median(well)),
      aim: '< 2',
    })
  }
  return rows
}

async function healthyP99(
  cluster: BenchCluster,
  sink: Sink,
  { name, perSecond, seconds, trouble }: FairnessSize & { name: string; trouble?: Trouble },
): Promise<number> {
  const databaseUrl = await cluster.newDatabase(name)
  const payload = await bootBenchPayload({ databaseUrl })
  const bad = trouble?.bad ?? 0
  for (let n = 0; n < RECEIVERS; n += 1) {
    await subscribe(payload, n, trouble && n < bad ? trouble.urlOf(sink) : sink.url)
  }
  await sink.reset()
  const workers = await startWorkerProcesses(1, { databaseUrl })
  if (trouble && trouble.backlog > 0) {
    await publishAtRate(payload, {
      perSecond: 2_000,
      seconds: trouble.backlog / 2_000,
      first: 1_000_000,
      emailOf: () => emailOf(0),
    })
    // The backlog is of deliveries, as a receiver that has been down for a while has it.
    await waitFor(async () => {
      const { rows } = await payload.db.pool.query(
        "SELECT 1 FROM event_logs WHERE status = 'pending' LIMIT 1",
      )
      return rows.length === 0
    })
  }
  const committed = await publishAtRate(payload, {
    perSecond,
    seconds,
    emailOf: (n) => emailOf(n % RECEIVERS),
  })
  const healthy = [...committed].filter(([id]) => Number(id) % RECEIVERS >= bad)
  await waitFor(async () => (await sink.counts()).unique >= healthy.length)
  const arrivals = await sink.arrivals()
  await workers.stop()
  // The first second warms up.
  return percentile(waitsOf(healthy.slice(perSecond), arrivals), 0.99)
}

const emailOf = (receiver: number): string => `receiver${receiver}@example.test`

async function subscribe(payload: Payload, receiver: number, url: string): Promise<void> {
  await subscribeWebhook(payload, {
    name: `receiver ${receiver}`,
    filters: [{ field: 'data.current.customerEmail', operator: 'eq', value: emailOf(receiver) }],
    url,
  })
}
