import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'

import { startTestRedis } from '../test/support/redis/startTestRedis.ts'
import { createOverhead } from './sections/createOverhead.ts'
import { deliveryRate } from './sections/deliveryRate.ts'
import { idle } from './sections/idle.ts'
import { latency } from './sections/latency.ts'
import { logAtSize } from './sections/logAtSize.ts'
import { routing } from './sections/routing.ts'
import { scans } from './sections/scans.ts'
import { type BenchCluster, startBenchCluster } from './support/benchDatabase.ts'
import { type Sink, startSink } from './support/sink.ts'

type Size = {
  rounds: number
  creates: number
  events: number
  rateRounds: number
  seconds: number
  idleSeconds: number
  users: readonly number[]
  told: number
  log: Parameters<typeof logAtSize>[2]
}

const full: Size = {
  rounds: 5,
  creates: 1_000,
  events: 20_000,
  rateRounds: 3,
  seconds: 10,
  idleSeconds: 240,
  users: [10_000, 100_000, 1_000_000],
  told: 10_000,
  log: {
    events: 1_000_000,
    attempts: 1_500_000,
    days: 30,
    asked: 20,
    swept: 300_000,
    seconds: 30,
  },
}
const quick: Size = {
  rounds: 1,
  creates: 200,
  events: 5_000,
  rateRounds: 1,
  seconds: 3,
  idleSeconds: 30,
  users: [10_000, 100_000],
  told: 2_000,
  log: { events: 100_000, attempts: 150_000, days: 30, asked: 5, swept: 30_000, seconds: 10 },
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
    f: () => scans(cluster, { sizes: size.users, told: size.told }),
    g: () => logAtSize(cluster, sink, size.log),
  }
}

/** `npm run bench [-- a b c d e f g] [--quick]`: prints tables and writes bench/results.json. */
async function run(args: readonly string[]): Promise<void> {
  const wanted = args.filter((arg) => /^[a-g]$/.test(arg))
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
