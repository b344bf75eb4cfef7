import { startWorker } from '../../src/plugin/startWorker.ts'
import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import type { Sink } from '../support/sink.ts'
import { median, percentile, shown } from '../support/statistics.ts'
import { waitFor } from '../support/waitFor.ts'
import { subscribeWebhook } from '../support/subscribeWebhook.ts'
import { waitsOf } from '../support/waitsOf.ts'

/** (c) From the moment `payload.create` has returned to the arrival at the sink, at a steady rate. */
export async function latency(
  cluster: BenchCluster,
  sink: Sink,
  { perSecond, seconds, rounds }: { perSecond: number; seconds: number; rounds: number },
): Promise<object[]> {
  const payload = await bootBenchPayload({ databaseUrl: await cluster.newDatabase('latency') })
  await subscribeWebhook(payload, { url: sink.url })
  const worker = await startWorker(payload)
  const results = { p50: [] as number[], p95: [] as number[], p99: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    await sink.reset()
    const committed = new Map<string, number>()
    const create = async (): Promise<void> => {
      const { id } = await payload.create({
        collection: 'orders',
        locale: 'ru',
        depth: 0,
        data: { total: { amount: 1, currency: 'RUB' } },
      })
      committed.set(String(id), performance.timeOrigin + performance.now())
    }
    const running: Promise<void>[] = []
    const startedAt = performance.now()
    for (let n = 0; n < perSecond * seconds; n += 1) {
      const wait = startedAt + (n * 1_000) / perSecond - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      running.push(create())
    }
    await Promise.all(running)
    await waitFor(async () => (await sink.counts()).unique >= committed.size)
    const arrivals = await sink.arrivals()
    const waits = waitsOf(committed, arrivals)
    // The first round warms up.
    if (round === 0) continue
    results.p50.push(percentile(waits, 0.5))
    results.p95.push(percentile(waits, 0.95))
    results.p99.push(percentile(waits, 0.99))
  }
  await worker.stop()
  return [
    {
      section: 'c latency',
      what: `commit → arrival at ${perSecond} events/s, ms`,
      p50: shown(median(results.p50)),
      p95: shown(median(results.p95)),
      p99: shown(median(results.p99)),
      aim: 'p50 ≤ 10, p99 ≤ 60',
    },
  ]
}
