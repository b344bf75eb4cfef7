import { FlowError } from '../kernel/flowError.ts'
import type { Role } from './appEnvironment.ts'
import { consoleLogger } from './consoleLogger.ts'
import { createShutdown, type Shutdown } from './createShutdown.ts'
import { prepareProcess } from './prepareProcess.ts'
import { watchNpm } from './watchNpm.ts'

const logger = consoleLogger

const report = (error: unknown): void => {
  if (!(error instanceof FlowError)) console.error(error)
  else console.error(error.hint === undefined ? error.message : `${error.message}\n  ${error.hint}`)
}

const start = async (role: Role | undefined, shutdown: Shutdown): Promise<void> => {
  const { database, environment } = await prepareProcess({ role, logger })
  shutdown.add('the database', database.stop)
  if (environment.allowPrivateTargets) {
    logger.warn({
      msg: 'FLOWMASTERS_ALLOW_PRIVATE_TARGETS: deliveries may reach this machine and its network',
    })
  }
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
