import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'

import { startTestRedis } from '../test/support/redis/startTestRedis.ts'
import { channelRates, type ChannelSize } from './sections/channelRates.ts'
import { createOverhead } from './sections/createOverhead.ts'
import { deliveryRate } from './sections/deliveryRate.ts'
import { fairness, type FairnessSize } from './sections/fairness.ts'
import { idle } from './sections/idle.ts'
import { latency } from './sections/latency.ts'
import { load, type LoadSize } from './sections/load.ts'
import { logAtSize } from './sections/logAtSize.ts'
import { routing } from './sections/routing.ts'
import { scans } from './sections/scans.ts'
import { soak, type SoakSize } from './sections/soak.ts'
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
  fairness: FairnessSize
  load: LoadSize
  soak: SoakSize
  channels: ChannelSize
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
  fairness: { rounds: 3, seconds: 20, perSecond: 200 },
  load: { perSecond: 1_000, seconds: 300, backlog: 40_000 },
  soak: { perSecond: 50, seconds: 1_200, everySeconds: 10 },
  channels: { events: 2_000, previews: 2_000, longestMs: 60_000 },
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
  fairness: { rounds: 1, seconds: 5, perSecond: 200 },
  load: { perSecond: 500, seconds: 5, backlog: 4_000 },
  soak: { perSecond: 50, seconds: 20, everySeconds: 1 },
  channels: { events: 200, previews: 200, longestMs: 15_000 },
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
    b: () =>
      withRedis((redisUrl) =>
        deliveryRate(cluster, sink, { redisUrl, rounds: rateRounds, events }),
      ),
    c: () => latency(cluster, sink, { perSecond: 100, seconds, rounds: rateRounds }),
    d: async () => routing({ rounds }),
    e: () => idle(cluster, { seconds: idleSeconds }),
    f: () => scans(cluster, { sizes: size.users, told: size.told }),
    g: () => logAtSize(cluster, sink, size.log),
    h: () => fairness(cluster, sink, size.fairness),
    i: () => withRedis((redisUrl) => load(cluster, sink, { ...size.load, redisUrl })),
    j: () => soak(cluster, sink, size.soak),
    k: () => channelRates(cluster, size.channels),
  }
}

async function withRedis(measure: (url: string) => Promise<object[]>): Promise<object[]> {
  const redis = await startTestRedis()
  try {
    return await measure(redis.url)
  } finally {
    await redis.stop()
  }
}

/** `npm run bench [-- a b c d e f g h i j k] [--quick]`: prints tables and writes bench/results.json. */
async function run(args: readonly string[]): Promise<void> {
  const wanted = args.filter((arg) => /^[a-k]$/.test(arg))
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
