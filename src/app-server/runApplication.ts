import type { Payload } from 'payload'
import type { Logger } from '../kernel/logger.ts'
import { startEngine } from '../plugin/startEngine.ts'
import { RUNTIME_KEY } from '../runtime/getRuntime.ts'
import type { AppEnvironment } from './appEnvironment.ts'
import { closePayload } from './closePayload.ts'
import type { Shutdown } from './createShutdown.ts'
import { ensureBuild } from './ensureBuild.ts'
import { projectDir } from './projectDir.ts'
import { checkPort, serveWeb } from './serveWeb.ts'
import { shutdownHooks } from './shutdownHooks.ts'
import { startPayload } from './startPayload.ts'

export type ApplicationOptions = {
  environment: AppEnvironment
  databaseUrl: string
  logger: Logger
  shutdown: Shutdown
}

const runEngine = async (
  payload: Payload,
  { environment, logger }: ApplicationOptions,
): Promise<void> => {
  if (payload.config.custom?.[RUNTIME_KEY] === undefined) {
    logger.warn({ msg: 'payload.config.ts has no flowMasters() plugin: nothing will be delivered' })
    return
  }
  const engine = await startEngine(payload, { role: environment.role })
  shutdownHooks().push(engine.stop)
  logger.info({ msg: `engine started as ${engine.worker.id}` })
}

const runWeb = async ({ environment, logger, shutdown }: ApplicationOptions): Promise<void> => {
  const web = await serveWeb({ projectDir, port: environment.port })
  shutdown.add('the web server', web.stop)
  logger.info({ msg: `ready: http://localhost:${web.port}/admin` })
}

/**
 * Everything after the database is there. Its modules read the environment while they load, so this one
 * is imported only when the environment is complete.
 *
 * @throws FLOW_APP_PORT_TAKEN, FLOW_APP_BUILD_FAILED, and what Payload, the engine and Next throw.
 */
export const runApplication = async (options: ApplicationOptions): Promise<void> => {
  const { environment, logger, shutdown } = options
  const isWeb = environment.role !== 'worker'
  if (isWeb) {
    await checkPort(environment.port)
    await ensureBuild({ projectDir, logger, shutdown })
  }
  const payload = await startPayload(options)
  shutdown.add('Payload', () => closePayload(payload))
  shutdown.add('the engine', () => Promise.all(shutdownHooks().map((stop) => stop())))
  if (environment.role !== 'web') await runEngine(payload, options)
  if (isWeb) await runWeb(options)
  else logger.info({ msg: 'ready: worker without a web server' })
}
