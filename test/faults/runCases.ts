import { findRedisServer } from '../support/redis/findRedisServer.ts'
import { buildChild } from './support/buildChild.ts'
import { canMount } from './support/canMount.ts'
import { type Child, startChild } from './support/childProcess.ts'
import { type Cluster, startCluster } from './support/cluster.ts'
import { createCrew } from './support/crew.ts'
import type { FaultCase, FaultReport, FaultSettings, FaultWorld } from './support/faultCase.ts'
import { startFaultRedis } from './support/faultRedis.ts'
import { createLosses } from './support/losses.ts'
import { randomFrom } from './support/randomFrom.ts'
import { type Sink, startSink } from './support/sink.ts'
import { uncountedReport } from './support/uncountedReport.ts'

/** What became of a case. */
export type FaultResult = { fault: FaultCase; seconds: number; report: FaultReport }

const SPARES = 3

/** Runs the cases one after the other on one database, each from empty tables. */
export async function runCases(
  cases: readonly FaultCase[],
  settings: FaultSettings,
  say: (line: string) => void,
): Promise<FaultResult[]> {
  const program = await buildChild()
  const sink = await startSink()
  const cluster = await startCluster([
    { name: 'all', events: ['order.*'], url: sink.url('/all') },
    { name: 'created', events: ['order.created'], url: sink.url('/created') },
  ])
  const isRedisWanted = settings.feed === 'redis' || cases.some(({ needsRedis }) => needsRedis)
  const redis = isRedisWanted ? await startFaultRedis() : undefined
  const tableCrew = createCrew(program, { databaseUrl: cluster.url }, SPARES)
  const redisCrew = createCrew(
    program,
    { databaseUrl: cluster.url, redisUrl: redis?.url },
    settings.feed === 'redis' ? SPARES : 1,
  )
  const losses = createLosses(cluster.database.sql)
  let taken: Child[] = []
  let endings: (() => Promise<unknown>)[] = []
  const world: FaultWorld = {
    cluster,
    sink,
    settings,
    losses,
    random: randomFrom(settings.seed),
    say,
    takeChild: async (feed = settings.feed) => {
      const child = await (feed === 'redis' ? redisCrew : tableCrew).take()
      taken.push(child)
      return child
    },
    startChild: async (setup) => {
      const child = await startChild(program, { databaseUrl: cluster.url, ...setup })
      taken.push(child)
      return child
    },
    redis: () => {
      if (!redis) throw new Error('a case that has not said it needs Redis')
      return redis
    },
    atEnd: (work) => void endings.unshift(work),
  }
  const killAll = async (): Promise<void> => {
    await Promise.all(taken.map((child) => child.kill()))
    taken = []
  }
  const tidy = async (): Promise<void> => {
    await killAll()
    for (const end of endings) await end()
    endings = []
    await killAll()
    await empty(cluster, sink)
    losses.clear()
  }
  const stopAll = async (): Promise<void> => {
    await Promise.all([tableCrew.disband(), redisCrew.disband()])
    await Promise.all([sink.stop(), redis?.stop(), cluster.stop()])
  }
  // A run that is broken off must not leave its database running.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stopAll().finally(() => process.exit(130)))
  }
  const results: FaultResult[] = []
  try {
    for (const fault of cases) {
      say(`${fault.name}: ${fault.title}`)
      const startedAt = performance.now()
      const report = await fault
        .run(world)
        .catch((error: unknown) =>
          uncountedReport(world, { rounds: 0, problems: [reasonOf(error)] }),
        )
      results.push({ fault, report, seconds: (performance.now() - startedAt) / 1_000 })
      for (const problem of report.problems) say(`  ${problem}`)
      await tidy()
    }
  } finally {
    await stopAll()
  }
  return results
}

/** Why a case cannot be run on this machine, and is left out by name. */
export function whyNot({ needsMount, needsRedis }: FaultCase): string | undefined {
  if (needsRedis && findRedisServer() === undefined) return 'no redis-server'
  if (needsMount && !canMount()) return 'no right to mount'
  return undefined
}

async function empty(cluster: Cluster, sink: Sink): Promise<void> {
  await cluster.database.sql.query(
    'TRUNCATE event_logs, event_deliveries, event_attempts, event_workers, orders CASCADE',
  )
  sink.clear()
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
