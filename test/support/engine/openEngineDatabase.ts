import type { Plugin } from 'payload'

import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { createPool, type Database } from '../../../src/database/createPool.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import { type BootedPayload, bootPayload } from '../bootPayload.ts'
import { silentLogger } from './silentLogger.ts'

/** A migrated database of the event engine, with Payload on it and a pool of the test's own. */
export type EngineDatabase = BootedPayload & {
  url: string
  database: Database
  close: () => Promise<void>
}

/** No worker runs: tests drive the engine's parts themselves. */
export async function openEngineDatabase({
  redisUrl,
}: {
  redisUrl?: string
} = {}): Promise<EngineDatabase> {
  const booted = await bootPayload({ plugins: (databaseUrl) => [engine(databaseUrl, redisUrl)] })
  const url = booted.databaseUrl
  const database = createPool({ url, applicationName: 'test', logger: silentLogger, max: 20 })
  return {
    ...booted,
    url,
    database,
    close: async () => {
      await database.stop()
      await booted.destroy()
    },
  }
}

function engine(databaseUrl: string, redisUrl: string | undefined): Plugin {
  return flowMasters({
    channels: [webhookChannel],
    tracking: bundledTracking(),
    encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    databaseUrl,
    allowPrivateTargets: true,
    isSmtpConfigured: false,
    mailOutboxDir: '/nonexistent',
    ...(redisUrl ? { redisUrl } : {}),
  })
}
