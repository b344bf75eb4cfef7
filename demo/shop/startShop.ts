import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildConfig, getPayload } from 'payload'

import { applicationConfig } from '../../config/applicationConfig.ts'
import { emailAdapterFrom } from '../../config/emailAdapterFrom.ts'
import { flowMastersFrom } from '../../config/flowMastersFrom.ts'
import { migrateDatabase } from '../../config/migrateDatabase.ts'
import { closePayload } from '../../src/app-server/closePayload.ts'
import { startEmbeddedPostgres } from '../../src/database/embedded/startEmbeddedPostgres.ts'
import type { Logger } from '../../src/kernel/logger.ts'
import { startEngine } from '../../src/plugin/startEngine.ts'
import { serveApi } from './serveApi.ts'

/** The running shop. */
export type Shop = { url: string; stop: () => Promise<void> }

const quiet: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/**
 * The application's own configuration on an embedded Postgres in a temporary folder: migrations, API over HTTP
 * and the engine. `stop` ends everything and deletes the folder.
 */
export async function startShop({ smtpUrl }: { smtpUrl: string }): Promise<Shop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'flowmasters-demo-'))
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    logger: quiet,
    settings: { fsync: false },
  })
  const env = {
    SMTP_URL: smtpUrl,
    SMTP_FROM: 'shop@example.com',
    FLOWMASTERS_DATA_DIR: folder,
    FLOWMASTERS_ENCRYPTION_KEYS: `demo:${randomBytes(32).toString('base64')}`,
    // Its receivers live on loopback.
    FLOWMASTERS_ALLOW_PRIVATE_TARGETS: '1',
  }
  const config = await buildConfig({
    ...applicationConfig({
      databaseUrl: postgres.url,
      secret: randomBytes(32).toString('hex'),
      mediaDir: path.join(tmpdir(), 'flowmasters-media'),
      email: emailAdapterFrom(env),
      plugins: [flowMastersFrom(env, postgres.url)],
    }),
    logger: { options: { level: 'silent' } },
  })
  const payload = await getPayload({ config, disableOnInit: true })
  await migrateDatabase(payload)
  await payload.config.onInit?.(payload)
  const api = await serveApi(config)
  // No jitter: the waits are those the subscriptions name.
  const engine = await startEngine(payload, { random: () => 0.5, logger: quiet })

  return {
    url: api.url,
    stop: async () => {
      await api.stop()
      await engine.stop()
      await closePayload(payload)
      await postgres.stop()
      for (const place of [folder, postgres.dataDir])
        await rm(place, { recursive: true, force: true })
    },
  }
}
