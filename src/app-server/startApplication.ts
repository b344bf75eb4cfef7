import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { resolveDatabase } from '../database/resolveDatabase.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { AppEnvironment, Role } from './appEnvironment.ts'
import { consoleLogger } from './consoleLogger.ts'
import { createShutdown, type Shutdown } from './createShutdown.ts'
import { readLocalSecrets } from './localSecrets.ts'
import { projectDir } from './projectDir.ts'
import { readAppEnvironment } from './readAppEnvironment.ts'
import { watchNpm } from './watchNpm.ts'

const logger = consoleLogger

/** Variables that are set already win over the file. */
const loadEnvFile = (): void => {
  const file = join(projectDir, '.env')
  if (!existsSync(file)) return
  if (typeof process.loadEnvFile === 'function') process.loadEnvFile(file)
  else logger.warn({ msg: 'this Node is too old to read .env: use 20.12 or newer' })
}

/** What the modules of the application read from `process.env` while they load. */
const completeEnvironment = async (
  environment: AppEnvironment,
  databaseUrl: string,
): Promise<void> => {
  const { payloadSecret, encryptionKeys } = environment
  const local =
    payloadSecret === undefined || encryptionKeys === undefined
      ? await readLocalSecrets(environment.dataDir)
      : undefined
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: payloadSecret ?? local?.payloadSecret,
    FLOWMASTERS_ENCRYPTION_KEYS: encryptionKeys ?? local?.encryptionKeys,
    FLOWMASTERS_DATA_DIR: environment.dataDir,
    FLOWMASTERS_ROLE: environment.role,
  })
}

const report = (error: unknown): void => {
  if (!(error instanceof FlowError)) console.error(error)
  else console.error(error.hint === undefined ? error.message : `${error.message}\n  ${error.hint}`)
}

const start = async (role: Role | undefined, shutdown: Shutdown): Promise<void> => {
  loadEnvFile()
  const environment = readAppEnvironment({
    env: { ...process.env, ...(role === undefined ? {} : { FLOWMASTERS_ROLE: role }) },
    baseDir: projectDir,
  })
  if (environment.allowPrivateTargets) {
    logger.warn({
      msg: 'FLOWMASTERS_ALLOW_PRIVATE_TARGETS: deliveries may reach this machine and its network',
    })
  }
  const { databaseUrl, dataDir } = environment
  const database = await resolveDatabase({ databaseUrl, dataDir, logger })
  shutdown.add('the database', database.stop)
  await completeEnvironment(environment, database.url)
  const { runApplication } = await import('./runApplication.ts')
  await runApplication({ environment, databaseUrl: database.url, logger, shutdown })
}

/**
 * Starts the application, prints where it is, and ends the process in good order on a signal or a
 * failure. `role` goes before FLOWMASTERS_ROLE.
 */
export const startApplication = async ({ role }: { role?: Role } = {}): Promise<void> => {
  // Next serves a build only in production, and everything below it looks here when it loads.
  Object.assign(process.env, { NODE_ENV: 'production' })
  const shutdown = createShutdown({ logger, exit: (code) => process.exit(code), now: Date.now })
  const fail = (error: unknown): void => {
    if (!shutdown.isRunning()) report(error)
    void shutdown.run(1)
  }
  process.on('SIGINT', shutdown.onSignal)
  process.on('SIGTERM', shutdown.onSignal)
  watchNpm(() => shutdown.onSignal('SIGTERM'))
  process.on('uncaughtException', fail)
  // One forgotten promise of a plugin is a bug to report, not a reason to stop delivering.
  process.on('unhandledRejection', report)
  await start(role, shutdown).catch(fail)
}
