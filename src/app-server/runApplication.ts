import type { Payload } from 'payload'
import config from '../../payload.config.ts'
import type { Logger } from '../kernel/logger.ts'
import { startWatch } from '../plugin/startWatch.ts'
import { startEngine } from '../plugin/startEngine.ts'
import { findRuntime } from '../runtime/findRuntime.ts'
import { RUNTIME_KEY } from '../runtime/getRuntime.ts'
import type { AppEnvironment } from './appEnvironment.ts'
import { checkPort } from './checkPort.ts'
import { closePayload } from './closePayload.ts'
import type { Shutdown } from './createShutdown.ts'
import { ensureBuild } from './ensureBuild.ts'
import { projectDir } from './projectDir.ts'
import { serveMetrics } from './serveMetrics.ts'
import { serveWeb } from './serveWeb.ts'
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

const runWeb = async (
  payload: Payload,
  { environment, logger, shutdown }: ApplicationOptions,
): Promise<void> => {
  const web = await serveWeb({
    projectDir,
    port: environment.port,
    trustedProxies: environment.trustedProxies,
  })
  shutdown.add('the web server', web.stop)
  // Open streams would keep the web server from closing.
  const streams = findRuntime(payload)?.inboxStreams
  if (streams) shutdown.add('streams of notifications', streams.stop)
  logger.info({ msg: `ready: http://localhost:${web.port}/admin` })
}

const runMetrics = async (
  payload: Payload,
  { environment: { metricsPort }, shutdown }: ApplicationOptions,
): Promise<void> => {
  const runtime = findRuntime(payload)
  if (metricsPort === undefined || runtime === undefined) return
  const { metrics, metricsToken: token } = runtime
  const server = await serveMetrics({ port: metricsPort, token, metrics })
  shutdown.add('the metrics', server.stop)
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
  const payload = await startPayload({ ...options, config })
  shutdown.add('Payload', () => closePayload(payload))
  shutdown.add('the engine', () => Promise.all(shutdownHooks().map((stop) => stop())))
  if (environment.role !== 'web') await runEngine(payload, options)
  // The engine watches itself; a server without one watches the others.
  else if (findRuntime(payload)) shutdownHooks().push(startWatch(payload).stop)
  if (isWeb) return runWeb(payload, options)
  await runMetrics(payload, options)
  logger.info({ msg: 'ready: worker without a web server' })
}
