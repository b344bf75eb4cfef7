import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { publishAtRate } from '../support/publishAtRate.ts'
import { publishMany } from '../support/publishMany.ts'
import type { Sink } from '../support/sink.ts'
import { percentile, shown } from '../support/statistics.ts'
import { waitFor } from '../support/waitFor.ts'
import { startWorkerProcesses } from '../support/workerProcesses.ts'
import { subscribeWebhook } from '../support/subscribeWebhook.ts'
import { waitsOf } from '../support/waitsOf.ts'

/** How much of it. */
export type LoadSize = {
  perSecond: number
  seconds: number
  /** Events waiting when the workers start, for the rate they can reach. */
  backlog: number
}

/**
 * (i) Two phases for 1, 2 and 4 workers on both feeds: a steady rate, then a backlog as fast as it goes. Every id is verified at the
 * sink, and every row in the tables.
 */
export async function load(
  cluster: BenchCluster,
  sink: Sink,
  { redisUrl, ...size }: LoadSize & { redisUrl: string },
): Promise<object[]> {
  const rows: object[] = []
  for (const feed of ['table', 'redis'] as const) {
    for (const workers of [1, 2, 4]) {
      const setup = feed === 'redis' ? { redisUrl } : {}
      rows.push(await measure(cluster, sink, { ...size, ...setup, feed, workers }))
      console.table(rows.slice(-1))
    }
  }
  return rows
}

async function measure(
  cluster: BenchCluster,
  sink: Sink,
  options: LoadSize & { redisUrl?: string; feed: string; workers: number },
): Promise<object> {
  const { backlog, feed, perSecond, redisUrl, seconds, workers } = options
  const databaseUrl = await cluster.newDatabase(`load_${feed}_${workers}`)
  const payload = await bootBenchPayload({ databaseUrl, ...(redisUrl ? { redisUrl } : {}) })
  await subscribeWebhook(payload, { url: sink.url })
  const isThrough = async (): Promise<boolean> => {
    const { rows } = await payload.db.pool.query(
      "SELECT 1 FROM event_deliveries WHERE status <> 'delivered' UNION ALL SELECT 1 FROM event_logs WHERE status = 'pending' LIMIT 1",
    )
    return rows.length === 0
  }
  await sink.reset()
  const crew = await startWorkerProcesses(workers, { databaseUrl, redisUrl })
  const committed = await publishAtRate(payload, { perSecond, seconds })
  const publishedAt = performance.now()
  await waitFor(isThrough)
  const behindMs = performance.now() - publishedAt
  const arrivals = await sink.arrivals()
  const waits = waitsOf(committed, arrivals)
  const missing = waits.filter(Number.isNaN).length
  const { requests, unique } = await sink.counts()
  if (missing > 0 || unique !== committed.size) {
    throw new Error(`${missing} of ${committed.size} events never arrived, ${unique} ids did`)
  }
  await crew.stop()
  const rate = await drainRate({
    crewOf: () => startWorkerProcesses(workers, { databaseUrl, redisUrl }),
    fill: () => publishMany(payload, backlog),
    sink,
    backlog,
    isThrough,
  })
  return {
    section: 'i load',
    feed,
    workers,
    'events/s': perSecond,
    seconds,
    events: committed.size,
    twice: requests - unique,
    p50: shown(percentile(waits, 0.5)),
    p99: shown(percentile(waits, 0.99)),
    'behind at the end, ms': Math.round(behindMs),
    'at most, deliveries/s': shown(rate),
  }
}

/** A backlog, from the first arrival to the last row. */
async function drainRate(options: {
  crewOf: () => ReturnType<typeof startWorkerProcesses>
  fill: () => Promise<void>
  sink: Sink
  backlog: number
  isThrough: () => Promise<boolean>
}): Promise<number> {
  const { backlog, crewOf, fill, isThrough, sink } = options
  await sink.reset()
  await fill()
  const crew = await crewOf()
  const first = await sink.counts()
  const startedAt = performance.now()
  await waitFor(async () => (await sink.counts()).unique >= backlog)
  await waitFor(isThrough)
  const rate = ((backlog - first.unique) / (performance.now() - startedAt)) * 1_000
  await crew.stop()
  return rate
}
