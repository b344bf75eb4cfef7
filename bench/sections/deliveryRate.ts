import { startWorker } from '../../src/plugin/startWorker.ts'
import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { publishMany } from '../support/publishMany.ts'
import type { Sink } from '../support/sink.ts'
import { median, shown } from '../support/statistics.ts'
import { waitFor } from '../support/waitFor.ts'
import { bullmqOnly, undiciOnly } from './rawLimits.ts'
import { subscribeWebhook } from '../support/subscribeWebhook.ts'

/** (b) Events → deliveries per second: from the outbox to the sink with every log row, each id checked there. */
export async function deliveryRate(
  cluster: BenchCluster,
  sink: Sink,
  { redisUrl, rounds, events }: { redisUrl: string | undefined; rounds: number; events: number },
): Promise<object[]> {
  const rawPost = median(await repeat(rounds, () => undiciOnly(sink, events)))
  const rows: object[] = [
    { section: 'b rate', what: 'raw undici POST × 64', 'per s': shown(rawPost) },
  ]
  const rawQueue = redisUrl
    ? median(await repeat(rounds, () => bullmqOnly(redisUrl, sink, events)))
    : undefined
  if (rawQueue) {
    rows.push({
      section: 'b rate',
      what: 'BullMQ on Redis, add + POST only',
      'per s': shown(rawQueue),
    })
  }
  for (const feed of ['table', 'redis'] as const) {
    if (feed === 'redis' && !redisUrl) continue
    const payload = await bootBenchPayload({
      databaseUrl: await cluster.newDatabase(`rate_${feed}`),
      ...(feed === 'redis' && redisUrl ? { redisUrl } : {}),
    })
    await subscribeWebhook(payload, { url: sink.url })
    const rates = await repeat(rounds, async () => {
      await sink.reset()
      await publishMany(payload, events)
      const startedAt = performance.now()
      const worker = await startWorker(payload)
      await waitFor(async () => (await sink.counts()).unique >= events)
      const rate = (events / (performance.now() - startedAt)) * 1_000
      // The rate counts only when every row is written as well.
      await waitFor(async () => {
        const { rows: left } = await payload.db.pool.query(
          "SELECT 1 FROM event_deliveries WHERE status <> 'delivered' LIMIT 1",
        )
        return left.length === 0
      })
      await worker.stop()
      return rate
    })
    const rate = median(rates)
    rows.push({
      section: 'b rate',
      what: `events → webhook, ${feed} feed, one worker`,
      'per s': shown(rate),
      'of raw POST': shown(rate / rawPost),
      ...(rawQueue ? { 'of BullMQ only': shown(rate / rawQueue) } : {}),
      aim: feed === 'table' ? 4_000 : 2_500,
    })
  }
  return rows
}

async function repeat(rounds: number, work: () => Promise<number>): Promise<number[]> {
  const results: number[] = []
  for (let round = 0; round < rounds; round += 1) results.push(await work())
  return results
}
