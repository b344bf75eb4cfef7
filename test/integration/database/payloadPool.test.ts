import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { Pool, type PoolClient } from 'pg'

import { migrateDatabase } from '../../../config/migrateDatabase.ts'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/database/embedded/startEmbeddedPostgres.ts'
import { isProcessAlive } from '../../../src/database/embedded/isProcessAlive.ts'
import { keepPoolAlive } from '../../../src/database/keepPoolAlive.ts'
import { waitForDatabase } from '../../../src/database/waitForDatabase.ts'
import { withClient } from '../../../src/database/withClient.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/createTestDatabase.ts'
import { recordingLogger } from './recordingLogger.ts'
import { temporaryFolder } from './temporaryFolder.ts'
import { until } from './until.ts'

const SLOTS = 3

describe("Payload's pool", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let server: EmbeddedPostgres
  let booted: BootedPayload

  beforeAll(async () => {
    folder = await temporaryFolder()
    server = await startEmbeddedPostgres({
      dataDir: join(folder.path, 'postgres'),
      logger: silentLogger,
      settings: { fsync: false },
    })
    booted = await bootPayload({
      databaseUrl: server.url,
      configure: (config) => ({ ...config, db: smallPool(server.url) }),
      plugins: [
        flowMasters({
          channels: [],
          tracking: [],
          encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
          databaseUrl: server.url,
          isSmtpConfigured: false,
          mailOutboxDir: '/nonexistent',
        }),
      ],
    })
    await migrateDatabase(booted.payload)
  }, 300_000)
  afterAll(async () => {
    await booted?.destroy()
    await server?.stop({ mode: 'immediate' })
    await folder?.remove()
  })

  /** Takes as many connections as the pool gives, and returns them. */
  const usableSlots = async (): Promise<number> => {
    const { pool } = booted.payload.db
    const taken = await Promise.allSettled(Array.from({ length: SLOTS + 1 }, () => pool.connect()))
    const clients = taken.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    for (const client of clients) client.release()
    return clients.length
  }

  const crash = async (): Promise<void> => {
    const pidFile = readFileSync(join(server.dataDir, 'data/postmaster.pid'), 'utf8')
    const pid = Number.parseInt(pidFile, 10)
    process.kill(pid, 'SIGQUIT')
    await until(() => !isProcessAlive(pid))
    await waitForDatabase({ url: server.url, timeoutMs: 60_000, logger: silentLogger })
  }

  test('every connection is there to be used: Payload keeps none', async () => {
    expect(await usableSlots()).toBe(SLOTS)
  })

  test('all of them come back after crashes of Postgres, at rest and in the middle of transactions', async () => {
    const { db } = booted.payload
    const find = () => booted.payload.find({ collection: 'users' })
    for (const _crash of [1, 2, 3]) {
      // One connection is idle, one has a transaction, one is asked for something while the server dies.
      await Promise.all([find(), find(), find()])
      const transactionID = (await db.beginTransaction()) ?? ''
      const asked = Promise.allSettled([find(), find()])
      await crash()
      await asked
      await db.rollbackTransaction(transactionID)
      await until(async () => (await usableSlots()) === SLOTS)
    }
    expect(db.pool.totalCount).toBeLessThanOrEqual(SLOTS)
    expect((await find()).totalDocs).toBe(0)
  }, 300_000)
})

function smallPool(connectionString: string): ReturnType<typeof postgresAdapter> {
  return postgresAdapter({
    pool: { connectionString, max: SLOTS, connectionTimeoutMillis: 1_000 },
    push: false,
  })
}

describe('keepPoolAlive', () => {
  let database: TestDatabase
  const pools: Pool[] = []
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.end())))
  afterAll(() => database.drop())

  const open = (): { pool: Pool; logger: ReturnType<typeof recordingLogger> } => {
    const pool = new Pool({ connectionString: database.url, max: 1, connectionTimeoutMillis: 500 })
    pools.push(pool)
    const logger = recordingLogger()
    keepPoolAlive(pool, logger, { reclaimAfterMs: 20 })
    return { pool, logger }
  }
  const kill = async (client: PoolClient): Promise<void> => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const ended = new Promise((resolve) => client.once('end', resolve))
    await withClient({
      url: database.url,
      work: (other) => other.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
    })
    await ended
  }

  test('a connection that died and was never returned is taken out of the count', async () => {
    const { logger, pool } = open()
    const forgotten = await pool.connect()
    await kill(forgotten)
    await until(() => pool.totalCount === 0)
    await pool.query('select 1')
    expect(logger.messages.join()).toContain('never returned')
    // The borrower wakes up after all.
    expect(() => forgotten.release()).not.toThrow()
    await pool.query('select 1')
  })

  test('one that died and was returned is nobody’s business', async () => {
    const { logger, pool } = open()
    const client = await pool.connect()
    await kill(client)
    client.release()
    await pool.query('select 1')
    // One that died later and was not returned: once it is taken back, the first one's time is over as well.
    const later = open()
    await kill(await later.pool.connect())
    await until(() => later.pool.totalCount === 0)
    expect(logger.messages).toEqual([])
    expect(pool.totalCount).toBe(1)
  })

  test('an idle one that dies is replaced, and said', async () => {
    const { logger, pool } = open()
    const client = await pool.connect()
    const ended = new Promise((resolve) => client.once('end', resolve))
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    client.release()
    await withClient({
      url: database.url,
      work: (other) => other.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
    })
    await ended
    await pool.query('select 1')
    expect(logger.messages.join()).toContain('a database connection died')
  })

  test('guards a pool once, however often it is asked', async () => {
    const { logger, pool } = open()
    keepPoolAlive(pool, logger)
    expect(pool.listenerCount('error')).toBe(1)
  })
})
