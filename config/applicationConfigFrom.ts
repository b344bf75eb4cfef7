import path from 'node:path'
import type { Config } from 'payload'

import type { Clock } from '../src/kernel/clock.ts'
import { applicationConfig } from './applicationConfig.ts'
import { dataDirFrom } from './dataDirFrom.ts'
import { emailAdapterFrom } from './emailAdapterFrom.ts'
import { flowMastersFrom } from './flowMastersFrom.ts'
import { loggerFrom } from './loggerFrom.ts'
import { paymentIntakeFrom } from './paymentIntakeFrom.ts'
import { readEnvironment } from './readEnvironment.ts'

type From = {
  env: Readonly<Record<string, string | undefined>>
  /** The command line. */
  argv: readonly string[]
  /** @default the machine's clock */
  clock?: Clock
}

/**
 * The configuration of the application as the environment wants it, ready for `buildConfig`.
 * @throws FlowError, as `readEnvironment` and `paymentIntakeFrom` do.
 */
export function applicationConfigFrom({ argv, clock, env }: From): Config {
  const environment = readEnvironment({ env, argv })
  return applicationConfig({
    ...environment,
    mediaDir: path.join(dataDirFrom(env), 'media'),
    payments: paymentIntakeFrom(env),
    localOrigin: `http://localhost:${env['PORT'] || 3000}`,
    email: emailAdapterFrom(env),
    logger: loggerFrom(env),
    plugins: [flowMastersFrom(env, environment.databaseUrl, clock)],
  })
}
