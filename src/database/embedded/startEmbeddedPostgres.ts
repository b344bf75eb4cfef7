import { join } from 'node:path'
import type { Logger } from '../../kernel/logger.ts'
import { createDatabase } from '../createDatabase.ts'
import { waitForDatabase } from '../waitForDatabase.ts'
import type { Account } from './account.ts'
import { type ClusterFiles, clusterFiles } from './clusterFiles.ts'
import { findAccount } from './findAccount.ts'
import { findPostmaster } from './findPostmaster.ts'
import { initialiseCluster, superuser } from './initialiseCluster.ts'
import { keepServer } from './keepServer.ts'
import { locateBinaries } from './locateBinaries.ts'
import { currentPlace, placeCluster, sharedStateDir } from './placeCluster.ts'
import { type Binaries, prepareBinaries } from './prepareBinaries.ts'
import type { ServerSettings } from './serverSettings.ts'
import { readPassword, startServer } from './startServer.ts'
import { type StopMode, stopServer } from './stopServer.ts'
import { withFileLock } from './withFileLock.ts'

export type EmbeddedPostgresOptions = {
  /** Folder of the whole cluster (data, password, port, log). Created when missing. */
  dataDir: string
  logger: Logger
  /** Fixes the port, 127.0.0.1 only. Without it: the one of the last start, or any free one. */
  port?: number
  /** Database of `url`, created when missing. @default 'flowmasters' */
  database?: string
  /** Values for postgresql.conf that go before ours. `fsync: false` also hurries initdb. */
  settings?: ServerSettings
  /** @default 60000 */
  startTimeoutMs?: number
}

export type EmbeddedPostgres = {
  /** Connection string of the database, with the password. */
  url: string
  /** Connection string of the maintenance database `postgres` of the same server. */
  adminUrl: string
  port: number
  /** Where the cluster really is: `options.dataDir`, unless root had to keep it elsewhere. */
  dataDir: string
  /** A server was already running on this folder: left by a killed run, or another process's. */
  isReused: boolean
  /**
   * Stops the server unless another process of ours uses it; the last one out stops it. Fast first,
   * immediate after 8 s. May be called again.
   */
  stop: (options?: { mode?: StopMode }) => Promise<void>
}

type Site = { files: ClusterFiles; binaries: Binaries; account: Account | undefined }

const prepareSite = async ({ dataDir, logger }: EmbeddedPostgresOptions): Promise<Site> => {
  const account = await findAccount({ clusterDir: await currentPlace(dataDir), logger })
  const folder = await placeCluster({ dataDir, account, logger })
  const binaries = await prepareBinaries({
    nativeDir: locateBinaries(),
    copiesDir: account === undefined ? join(folder, 'binaries') : sharedStateDir,
    account,
    logger,
  })
  return { files: clusterFiles(folder), binaries, account }
}

type Running = { port: number; isReused: boolean }

/** One process at a time decides whether a server runs and starts one if not. */
const ensureRunning = (
  site: Site,
  { logger, settings = {}, port, startTimeoutMs: timeoutMs = 60_000 }: EmbeddedPostgresOptions,
): Promise<Running> =>
  withFileLock({
    file: site.files.startLock,
    timeoutMs: timeoutMs + 30_000,
    work: async () => {
      const { files } = site
      await initialiseCluster({ ...site, isDurable: settings['fsync'] !== false, logger })
      const found = await findPostmaster({ dataDir: files.data, logger })
      if (found !== undefined) return { port: found.port, isReused: true }
      const startedPort = await startServer({ ...site, settings, port, timeoutMs })
      return { port: startedPort, isReused: false }
    },
  })

const connectionString = (password: string, port: number, database: string): string =>
  `postgresql://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`

/**
 * Runs a real Postgres 18 on a folder and returns when it answers queries. While it is held, a server
 * that dies is started again on the same port.
 *
 * @throws FlowError with a FLOW_DATABASE_* code for everything that can be wrong with the folder, the
 *   port or the machine; see the functions called.
 */
export const startEmbeddedPostgres = async (
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> => {
  const { logger, database = 'flowmasters', startTimeoutMs = 60_000 } = options
  const site = await prepareSite(options)
  const { port, isReused } = await ensureRunning(site, options)
  const password = await readPassword(site.files)
  const adminUrl = connectionString(password, port, 'postgres')
  await waitForDatabase({ url: adminUrl, timeoutMs: startTimeoutMs, logger })
  await createDatabase({ adminUrl, name: database })
  logger.info({
    msg: `embedded Postgres ${isReused ? 'found running' : 'started'} on 127.0.0.1:${port}`,
    dataDir: site.files.folder,
  })

  const restart = async (): Promise<void> => {
    await ensureRunning(site, { ...options, port })
  }
  const keeper = keepServer({ adminUrl, logger, restart })
  let stopped: Promise<void> | undefined
  const stop = async (mode: StopMode): Promise<void> => {
    const { isUsedByOthers } = await keeper.release()
    if (isUsedByOthers) {
      logger.info({ msg: 'leaving the embedded Postgres to another process that uses it' })
      return
    }
    await stopServer({ ...site, mode })
  }
  return {
    url: connectionString(password, port, database),
    adminUrl,
    port,
    dataDir: site.files.folder,
    isReused,
    stop: ({ mode = 'fast' } = {}) => (stopped ??= stop(mode)),
  }
}
