import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { withClient } from '../database/withClient.ts'
import type { Logger } from '../kernel/logger.ts'
import type { AppEnvironment } from './appEnvironment.ts'
import { announceAdmin, ensureAdmin } from './ensureAdmin.ts'
import { keepPoolAlive } from '../database/keepPoolAlive.ts'
import { postgresAdapter } from '../database/postgresAdapter.ts'
import { migrateUnderLock } from './migrateUnderLock.ts'

/** Two first starts at once must not create two administrators. */
const adminLock = 4_711_203

/**
 * Payload on a migrated database with an administrator. Given the application's own config, Next finds this same
 * instance in its cache.
 */
export const startPayload = async ({
  config,
  environment,
  databaseUrl,
  logger,
}: {
  config: SanitizedConfig | Promise<SanitizedConfig>
  environment: AppEnvironment
  databaseUrl: string
  logger: Logger
}): Promise<Payload> => {
  // Plugins read their tables in onInit, so it waits until the tables stand.
  const payload = await getPayload({ config, disableOnInit: true })
  keepPoolAlive(postgresAdapter(payload).pool, payload.logger)
  await migrateUnderLock({ payload, databaseUrl })
  await payload.config.onInit?.(payload)
  await withClient({
    url: databaseUrl,
    timeoutMs: 60_000,
    work: async (client) => {
      await client.query('select pg_advisory_lock($1)', [adminLock])
      const created = await ensureAdmin({
        payload,
        email: environment.adminEmail,
        password: environment.adminPassword,
      })
      if (created !== undefined) announceAdmin(created, logger)
    },
  })
  return payload
}
