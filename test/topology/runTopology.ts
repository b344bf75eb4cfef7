import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createPool } from '../../src/database/createPool.ts'
import { startEmbeddedPostgres } from '../../src/database/embedded/startEmbeddedPostgres.ts'
import { freePort } from '../e2e/support/freePort.ts'
import { type Arrival, startSink } from '../faults/support/sink.ts'
import { until } from '../support/flow/until.ts'
import { quietLogger } from '../support/postgres/quietLogger.ts'
import { startTestRedis } from '../support/redis/startTestRedis.ts'
import { createOrderClient } from './orderClient.ts'
import { type SiteProcess, startSiteProcess } from './siteProcess.ts'

export type TopologyResult = {
  orders: number
  /** Orders whose event did not arrive. */
  lost: number
  /** Arrivals of orders that were never saved. */
  ghosts: number
  /** Arrivals beyond one per order. */
  duplicates: number
  restarts: number
  longestDrainMs: number
  problems: string[]
}

/**
 * Two web processes and three workers on one Postgres and one Redis (without `withRedis`: on Postgres alone). Orders are saved at
 * both webs while every process is replaced in turn, first asked to drain; then every order is looked for at the receiver.
 */
export async function runTopology({
  orders,
  projectDir,
  withRedis,
}: {
  orders: number
  projectDir: string
  withRedis: boolean
}): Promise<TopologyResult> {
  const folder = await mkdtemp(join(tmpdir(), 'flowmasters-topology-'))
  const cluster = await startEmbeddedPostgres({
    dataDir: join(folder, 'cluster'),
    logger: quietLogger,
  })
  const redis = withRedis ? await startTestRedis() : undefined
  const sink = await startSink()
  const running = new Map<string, SiteProcess>()
  const pool = createPool({
    url: cluster.url,
    applicationName: 'topology',
    logger: quietLogger,
    max: 2,
  })
  const admin = { email: 'admin@example.com', password: randomBytes(12).toString('base64url') }
  const shared = {
    DATABASE_URL: cluster.url,
    REDIS_URL: redis?.url ?? '',
    SMTP_URL: '',
    PAYLOAD_SECRET: randomBytes(24).toString('hex'),
    FLOWMASTERS_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    FLOWMASTERS_DATA_DIR: join(folder, 'data'),
    FLOWMASTERS_ALLOW_PRIVATE_TARGETS: '1',
    FLOWMASTERS_ADMIN_EMAIL: admin.email,
    FLOWMASTERS_ADMIN_PASSWORD: admin.password,
  }
  const origins: string[] = []
  const start = async (name: string): Promise<void> => {
    const isWeb = name.startsWith('web')
    const port = await freePort()
    const env = { ...shared, PORT: String(port), FLOWMASTERS_ROLE: isWeb ? 'web' : 'worker' }
    running.set(name, await startSiteProcess({ name, projectDir, env }))
    if (isWeb) origins[Number(name.slice(-1)) - 1] = `http://localhost:${port}`
  }
  const names = ['web 1', 'web 2', 'worker 1', 'worker 2', 'worker 3']
  const problems: string[] = []
  const saved = new Set<string>()
  let longestDrainMs = 0
  try {
    for (const name of names) await start(name)
    // A load balancer takes a process out before it is stopped: so does this list.
    let available = [...origins]
    const client = await createOrderClient(() => available, admin)
    await client.subscribe(sink.url('/hook'))

    let isRolling = true
    const saving = (async () => {
      while (isRolling || saved.size < orders) saved.add(await client.saveOrder())
    })()
    for (const name of names) {
      if (name.startsWith('web'))
        available = origins.filter((_, at) => at !== Number(name.slice(-1)) - 1)
      await client.answered()
      const { code, tookMs } = (await running.get(name)?.drain()) ?? { code: null, tookMs: 0 }
      if (code !== 0) problems.push(`${name} ended with code ${code}`)
      longestDrainMs = Math.max(longestDrainMs, tookMs)
      await start(name)
      available = [...origins]
    }
    isRolling = false
    await saving
    await until(async () => {
      const { rows } = await pool.sql.query<{ count: string }>(
        `SELECT (SELECT count(*) FROM event_logs WHERE status = 'pending')
           + (SELECT count(*) FROM event_deliveries WHERE status <> 'delivered') AS count`,
      )
      return Number(rows[0]?.count) === 0
    }, 'everything delivered')
    return { ...compare(saved, sink.arrivals), restarts: names.length, longestDrainMs, problems }
  } finally {
    for (const site of running.values()) site.kill()
    await pool.stop()
    await sink.stop()
    await redis?.stop()
    await cluster.stop()
    for (const place of [folder, cluster.dataDir]) await rm(place, { recursive: true, force: true })
  }
}

function compare(
  saved: ReadonlySet<string>,
  arrivals: readonly Arrival[],
): Pick<TopologyResult, 'orders' | 'lost' | 'ghosts' | 'duplicates'> {
  const arrived = new Set(arrivals.map(({ documentId }) => documentId))
  return {
    orders: saved.size,
    lost: [...saved].filter((id) => !arrived.has(id)).length,
    ghosts: [...arrived].filter((id) => !saved.has(id)).length,
    duplicates: arrivals.length - arrived.size,
  }
}
