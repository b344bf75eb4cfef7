import { startEngine } from '../../src/plugin/startEngine.ts'
import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { shown } from '../support/statistics.ts'

/** (e) What a worker costs when nothing happens: statements per second and memory. */
export async function idle(
  cluster: BenchCluster,
  { seconds }: { seconds: number },
): Promise<object[]> {
  const payload = await bootBenchPayload({ databaseUrl: await cluster.newDatabase('idle') })
  const count = async (): Promise<number> => {
    const { rows } = await payload.db.pool.query(
      'SELECT xact_commit + xact_rollback AS n FROM pg_stat_database WHERE datname = current_database()',
    )
    return Number(rows[0]?.n)
  }
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
  await wait(3_000)
  const before = await count()
  await wait(seconds * 1_000)
  const base = (await count()) - before
  const engine = await startEngine(payload)
  await wait(5_000)
  const started = await count()
  await wait(seconds * 1_000)
  const busy = (await count()) - started
  await engine.stop()
  return [
    {
      section: 'e idle',
      what: 'worker and schedule, nothing to do',
      'transactions/s': shown((busy - base) / seconds),
      'memory MB': Math.round(process.memoryUsage().rss / 1_048_576),
      aim: '≤ 1 look/s',
    },
  ]
}
