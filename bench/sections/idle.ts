import type { Payload } from 'payload'

import { startEngine } from '../../src/plugin/startEngine.ts'
import { startWorker } from '../../src/plugin/startWorker.ts'
import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { shown } from '../support/statistics.ts'

const SETTLE_MS = 5_000

/** (e) What a worker and the schedule cost when nothing happens: transactions per second and memory. */
export async function idle(
  cluster: BenchCluster,
  { seconds }: { seconds: number },
): Promise<object[]> {
  const payload = await bootBenchPayload({ databaseUrl: await cluster.newDatabase('idle') })
  const rate = (): Promise<number> => transactionsPerSecond(payload, seconds)
  const nobody = await rate()
  const worker = await startWorker(payload)
  const withWorker = await rate()
  await worker.stop()
  const engine = await startEngine(payload)
  const withEngine = await rate()
  await engine.stop()
  const memory = Math.round(process.memoryUsage().rss / 1_048_576)
  const row = (what: string, value: number, aim: string) => ({
    section: 'e idle',
    what,
    'transactions/s': shown(value),
    'memory MB': memory,
    aim,
  })
  return [
    row('worker, nothing to do', withWorker - nobody, '≤ 1 look/s'),
    row('schedule beside it, its scans included', withEngine - withWorker, '< 0.3'),
  ]
}

async function transactionsPerSecond(payload: Payload, seconds: number): Promise<number> {
  const count = async (): Promise<number> => {
    const { rows } = await payload.db.pool.query(
      'SELECT xact_commit + xact_rollback AS n FROM pg_stat_database WHERE datname = current_database()',
    )
    return Number(rows[0]?.n)
  }
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
  await wait(SETTLE_MS)
  const before = await count()
  await wait(seconds * 1_000)
  return ((await count()) - before) / seconds
}
