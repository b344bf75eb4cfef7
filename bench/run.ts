import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'

import { startTestRedis } from '../test/support/redis/startTestRedis.ts'
import { createOverhead } from './sections/createOverhead.ts'
import { deliveryRate } from './sections/deliveryRate.ts'
import { idle } from './sections/idle.ts'
import { latency } from './sections/latency.ts'
import { routing } from './sections/routing.ts'
import { startBenchCluster } from './support/benchDatabase.ts'
import { startSink } from './support/sink.ts'

/** `npm run bench [-- a b c d e] [--quick]`: prints tables and writes bench/results.json. */
async function run(args: readonly string[]): Promise<void> {
  const isQuick = args.includes('--quick')
  const wanted = args.filter((arg) => /^[a-e]$/.test(arg))
  const has = (section: string): boolean => wanted.length === 0 || wanted.includes(section)
  const rounds = isQuick ? 1 : 5
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
  const redis = has('b') ? await startTestRedis() : undefined
  const rows: object[] = []
  const show = (section: object[]): void => {
    rows.push(...section)
    console.table(section)
  }
  try {
    if (has('a')) show(await createOverhead(cluster, { rounds, perRound: isQuick ? 200 : 1_000 }))
    if (has('b')) {
      const events = isQuick ? 5_000 : 20_000
      show(
        await deliveryRate(cluster, sink, {
          redisUrl: redis?.url,
          rounds: isQuick ? 1 : 3,
          events,
        }),
      )
    }
    if (has('c')) {
      show(
        await latency(cluster, sink, {
          perSecond: 100,
          seconds: isQuick ? 3 : 10,
          rounds: isQuick ? 1 : 3,
        }),
      )
    }
    if (has('d')) show(routing({ rounds }))
    if (has('e')) show(await idle(cluster, { seconds: isQuick ? 5 : 20 }))
  } finally {
    sink.stop()
    await redis?.stop()
    await cluster.stop()
  }
  await writeFile('bench/results.json', `${JSON.stringify({ machine, rows }, null, 2)}\n`)
}

await run(process.argv.slice(2))
process.exit(0)
