import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'

import { startTestRedis } from '../test/support/redis/startTestRedis.ts'
import { createOverhead } from './sections/createOverhead.ts'
import { deliveryRate } from './sections/deliveryRate.ts'
import { idle } from './sections/idle.ts'
import { latency } from './sections/latency.ts'
import { routing } from './sections/routing.ts'
import { type BenchCluster, startBenchCluster } from './support/benchDatabase.ts'
import { type Sink, startSink } from './support/sink.ts'

type Size = {
  rounds: number
  creates: number
  events: number
  rateRounds: number
  seconds: number
  idleSeconds: number
}

const full: Size = {
  rounds: 5,
  creates: 1_000,
  events: 20_000,
  rateRounds: 3,
  seconds: 10,
  idleSeconds: 20,
}
const quick: Size = {
  rounds: 1,
  creates: 200,
  events: 5_000,
  rateRounds: 1,
  seconds: 3,
  idleSeconds: 5,
}

/** Sections by their letter, in the order they are run. */
function sections(
  cluster: BenchCluster,
  sink: Sink,
  size: Size,
): Record<string, () => Promise<object[]>> {
  const { creates, events, idleSeconds, rateRounds, rounds, seconds } = size
  return {
    a: () => createOverhead(cluster, { rounds, perRound: creates }),
    b: async () => {
      const redis = await startTestRedis()
      try {
        return await deliveryRate(cluster, sink, {
          redisUrl: redis.url,
          rounds: rateRounds,
          events,
        })
      } finally {
        await redis.stop()
      }
    },
    c: () => latency(cluster, sink, { perSecond: 100, seconds, rounds: rateRounds }),
    d: async () => routing({ rounds }),
    e: () => idle(cluster, { seconds: idleSeconds }),
  }
}

/** `npm run bench [-- a b c d e] [--quick]`: prints tables and writes bench/results.json. */
async function run(args: readonly string[]): Promise<void> {
  const wanted = args.filter((arg) => /^[a-e]$/.test(arg))
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: new Date().toISOString(),
  }
  console.log(machine)
  const cluster = await startBenchCluster()
  const sink = await startSink()
  const rows: object[] = []
  try {
    const all = sections(cluster, sink, args.includes('--quick') ? quick : full)
    for (const [letter, measure] of Object.entries(all)) {
      if (wanted.length > 0 && !wanted.includes(letter)) continue
      const section = await measure()
      rows.push(...section)
      console.table(section)
    }
  } finally {
    sink.stop()
    await cluster.stop()
  }
  await writeFile('bench/results.json', `${JSON.stringify({ machine, rows }, null, 2)}\n`)
}

await run(process.argv.slice(2))
process.exit(0)
