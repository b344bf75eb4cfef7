import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildConfig, getPayload, type Payload, type Plugin } from 'payload'

import { applicationConfig } from '../../config/applicationConfig.ts'
import { emailAdapterFrom } from '../../config/emailAdapterFrom.ts'
import { loggingEmailAdapter } from '../../test/support/loggingEmailAdapter.ts'
import { migrateDatabase } from '../../config/migrateDatabase.ts'
import { bundledJobs } from '../../collections/bundledJobs.ts'
import { bundledScans } from '../../hooks/scans/bundledScans.ts'
import { bundledTracking } from '../../hooks/bundledTracking.ts'
import { webhookChannel } from '../../plugins/channels/webhook/webhookChannel.ts'
import type { AnyChannel } from '../../src/channels/channel.ts'
import { createDatabase } from '../../src/database/createDatabase.ts'
import { startEmbeddedPostgres } from '../../src/database/embedded/startEmbeddedPostgres.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import type { Logger } from '../../src/kernel/logger.ts'
import { flowMasters } from '../../src/plugin/flowMasters.ts'

const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (line) => console.error(line),
}

/** Keys of the bench's secrets. */
export const benchKeys = `k1:${Buffer.alloc(32, 1).toString('base64')}`

/** A durable Postgres (fsync on) of the bench's own. */
export type BenchCluster = {
  /** A new, empty database. */
  newDatabase: (name: string) => Promise<string>
  stop: () => Promise<void>
}

/** Starts the cluster in a temporary folder. */
export async function startBenchCluster(): Promise<BenchCluster> {
  const dataDir = await mkdtemp(join(tmpdir(), 'flowmasters-bench-'))
  const cluster = await startEmbeddedPostgres({ dataDir, logger: quiet })
  return {
    newDatabase: async (name) => {
      await createDatabase({ adminUrl: cluster.adminUrl, name })
      const url = new URL(cluster.adminUrl)
      url.pathname = `/${name}`
      return url.href
    },
    stop: async () => {
      await cluster.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** How a bench boots the application. */
export type BenchPayloadOptions = {
  databaseUrl: string
  redisUrl?: string
  /** @default the webhook */
  channels?: readonly AnyChannel[]
  /** @default the machine's */
  clock?: Clock
  /** A mail server to send letters through. */
  smtpUrl?: string
  /** False: the tables are there, but nothing is captured (the baseline). @default true */
  withCapture?: boolean
}

/** Boots the real application on a database and migrates it. */
export async function bootBenchPayload(options: BenchPayloadOptions): Promise<Payload> {
  const { channels = [webhookChannel], clock, databaseUrl, redisUrl, smtpUrl } = options
  const { withCapture = true } = options
  const plugin: Plugin = flowMasters({
    channels,
    tracking: withCapture ? bundledTracking() : [],
    scans: withCapture ? bundledScans() : [],
    jobs: withCapture ? bundledJobs() : [],
    encryptionKeys: benchKeys,
    databaseUrl,
    ...(redisUrl ? { redisUrl } : {}),
    ...(clock ? { clock } : {}),
    allowPrivateTargets: true,
    isSmtpConfigured: smtpUrl !== undefined,
    mailOutboxDir: '/nonexistent',
  })
  const base = applicationConfig({
    databaseUrl,
    secret: 'bench',
    mediaDir: join(tmpdir(), 'flowmasters-media'),
    email: smtpUrl ? emailAdapterFrom({ SMTP_URL: smtpUrl }) : loggingEmailAdapter,
    plugins: [plugin],
  })
  const config = await buildConfig({ ...base, logger: { options: { level: 'error' } } })
  const payload = await getPayload({ config, key: databaseUrl })
  await migrateDatabase(payload)
  return payload
}
