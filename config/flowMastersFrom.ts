import path from 'node:path'
import type { Plugin } from 'payload'

import { bundledTracking } from '../hooks/bundledTracking.ts'
import { bundledJobs } from '../collections/bundledJobs.ts'
import { bundledScans } from '../hooks/scans/bundledScans.ts'
import type { Clock } from '../src/kernel/clock.ts'
import { migrations } from '../migrations/index.ts'
import { flowMasters } from '../src/plugin/flowMasters.ts'
import { channelsFrom } from './channelsFrom.ts'
import { dataDirFrom } from './dataDirFrom.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The event engine of the application, set up from the environment; keys are checked when first used. */
export function flowMastersFrom(env: Env, databaseUrl: string, clock?: Clock): Plugin {
  const redisUrl = env['REDIS_URL']
  const metricsToken = env['FLOWMASTERS_METRICS_TOKEN']
  return flowMasters({
    channels: channelsFrom(env),
    tracking: bundledTracking(),
    scans: bundledScans(),
    jobs: bundledJobs(),
    encryptionKeys: env['FLOWMASTERS_ENCRYPTION_KEYS'] ?? '',
    variables: env,
    databaseUrl,
    migrations: migrations.map(({ name }) => name),
    ...(redisUrl ? { redisUrl } : {}),
    alertEmails: listOf(env['FLOWMASTERS_ALERT_EMAIL']),
    ...(metricsToken ? { metricsToken } : {}),
    ...(clock ? { clock } : {}),
    allowPrivateTargets: ['1', 'true'].includes(env['FLOWMASTERS_ALLOW_PRIVATE_TARGETS'] ?? ''),
    isSmtpConfigured: Boolean(env['SMTP_URL']),
    mailOutboxDir: path.join(dataDirFrom(env), 'mail-outbox'),
  })
}

function listOf(text: string | undefined): string[] {
  const parts = (text ?? '').split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '')
}
