import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { publishAtRate } from '../support/publishAtRate.ts'
import type { Sink } from '../support/sink.ts'
import { median, percentile, shown } from '../support/statistics.ts'
import { waitFor } from '../support/waitFor.ts'
import { startWorkerProcesses } from '../support/workerProcesses.ts'
import { subscribeWebhook } from '../support/subscribeWebhook.ts'
import { waitsOf } from '../support/waitsOf.ts'

/** How long, and how much. */
export type SoakSize = { perSecond: number; seconds: number; everySeconds: number }

/** (j) One worker at a steady rate for long: its memory in the second quarter against the last, and every id at the sink. */
export async function soak(
  cluster: BenchCluster,
  sink: Sink,
  { everySeconds, perSecond, seconds }: SoakSize,
): Promise<object[]> {
  const databaseUrl = await cluster.newDatabase('soak')
  const payload = await bootBenchPayload({ databaseUrl })
  await subscribeWebhook(payload, { url: sink.url })
  await sink.reset()
  const crew = await startWorkerProcesses(1, { databaseUrl })
  const megabytes: number[] = []
  const look = async (): Promise<void> => {
    megabytes.push((await crew.memory()) / 2 ** 20)
  }
  const timer = setInterval(() => void look(), everySeconds * 1_000)
  const committed = await publishAtRate(payload, { perSecond, seconds })
  clearInterval(timer)
  await waitFor(async () => (await sink.counts()).unique >= committed.size)
  const arrivals = await sink.arrivals()
  await crew.stop()
  const waits = waitsOf(committed, arrivals)
  const quarter = Math.floor(megabytes.length / 4)
  // The first quarter warms up.
  const early = median(megabytes.slice(quarter, 2 * quarter))
  const late = median(megabytes.slice(-quarter))
  return [
    {
      section: 'j soak',
      what: `${perSecond} events/s for ${seconds} s, one worker`,
      events: committed.size,
      p50: shown(percentile(waits, 0.5)),
      p99: shown(percentile(waits, 0.99)),
      'second quarter, MB': shown(early),
      'last quarter, MB': shown(late),
      ratio: shown(late / early),
      aim: '0.9 to 1.1',
    },
  ]
}
