import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { migrateDatabase } from '../../../config/migrateDatabase.ts'
import { createPool, type Database } from '../../../src/database/createPool.ts'
import { isProcessAlive } from '../../../src/database/embedded/isProcessAlive.ts'
import { startEmbeddedPostgres } from '../../../src/database/embedded/startEmbeddedPostgres.ts'
import { waitForDatabase } from '../../../src/database/waitForDatabase.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { closePayload } from '../../support/payload/closePayload.ts'
import { bootEngine } from './bootEngine.ts'
import { waitUntil } from './waitUntil.ts'

/** A Postgres of the suite's own, as durable as in production. */
export type Cluster = {
  url: string
  /** User id the server runs under, owner of its files. */
  owner: number
  database: Database
  /** Immediate shutdown, as `pg_ctl stop -m immediate` asks for it; resolves when it answers again. */
  crash: () => Promise<void>
  stop: () => Promise<void>
}

/** Where the deliveries of the suite go. */
export type SubscriptionPlan = { name: string; events: string[]; url: string }

/** Starts the server in a temporary folder, migrates, and saves the subscriptions. */
export async function startCluster(subscriptions: readonly SubscriptionPlan[]): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'flowmasters-faults-'))
  // mkdtemp closes the folder to everybody, and under root the server is somebody else.
  await chmod(folder, 0o711)
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'cluster'),
    logger: silentLogger,
    settings: { fsync: true, synchronous_commit: true },
  })
  const { url } = server
  const payload = await bootEngine({ databaseUrl: url })
  await migrateDatabase(payload)
  for (const { events, name, url: target } of subscriptions) {
    await payload.create({
      collection: 'event-subscriptions',
      data: {
        name,
        events,
        retryDelaysSeconds: Array.from({ length: 20 }, () => 1),
        channels: [{ blockType: 'webhook', url: target }],
      },
    })
  }
  await closePayload(payload)
  const database = createPool({ url, applicationName: 'faults', logger: silentLogger, max: 5 })
  const { uid: owner } = await stat(server.dataDir)
  return {
    url,
    owner,
    database,
    crash: async () => {
      const pidFile = await readFile(join(server.dataDir, 'data', 'postmaster.pid'), 'utf8')
      const pid = Number(pidFile.split('\n')[0])
      process.kill(pid, 'SIGQUIT')
      await waitUntil('Postgres to be down', () => !isProcessAlive(pid))
      await waitForDatabase({ url, timeoutMs: 60_000, logger: silentLogger })
    },
    stop: async () => {
      await database.stop()
      await server.stop({ mode: 'immediate' })
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
