import { setTimeout as delay } from 'node:timers/promises'
import { buildConfig } from 'payload'

import { applicationConfigFrom } from '../../config/applicationConfigFrom.ts'
import { type ResealReport, resealSecrets } from '../outbox/resealSecretsStore.ts'
import { getRuntime } from '../runtime/getRuntime.ts'
import { closePayload } from './closePayload.ts'
import { consoleLogger } from './consoleLogger.ts'
import { prepareProcess } from './prepareProcess.ts'
import { startPayload } from './startPayload.ts'

const PAUSE_MS = 50

/** Seals all secrets of the application's own database with its newest key, whether the application runs or not. */
export async function rotateCredentials(signal: AbortSignal): Promise<ResealReport> {
  const logger = consoleLogger
  const { database, environment } = await prepareProcess({ logger })
  try {
    const config = buildConfig(applicationConfigFrom({ env: process.env, argv: process.argv }))
    const payload = await startPayload({ config, environment, databaseUrl: database.url, logger })
    try {
      const { keyRing } = getRuntime(payload)
      return await resealSecrets(payload, { keyRing, signal, pause: () => delay(PAUSE_MS) })
    } finally {
      await closePayload(payload)
    }
  } finally {
    await database.stop()
  }
}
