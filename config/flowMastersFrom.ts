import path from 'node:path'
import type { Plugin } from 'payload'

import { bundledTracking } from '../hooks/bundledTracking.ts'
import { emailChannel } from '../plugins/channels/email/emailChannel.ts'
import { webhookChannel } from '../plugins/channels/webhook/webhookChannel.ts'
import { flowMasters } from '../src/plugin/flowMasters.ts'
import { dataDirFrom } from './dataDirFrom.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The event engine of the application, set up from the environment; keys are checked when first used. */
export function flowMastersFrom(env: Env, databaseUrl: string): Plugin {
  const redisUrl = env['REDIS_URL']
  return flowMasters({
    channels: [webhookChannel, emailChannel],
    tracking: bundledTracking(),
    encryptionKeys: env['FLOWMASTERS_ENCRYPTION_KEYS'] ?? '',
    databaseUrl,
    ...(redisUrl ? { redisUrl } : {}),
    allowPrivateTargets: ['1', 'true'].includes(env['FLOWMASTERS_ALLOW_PRIVATE_TARGETS'] ?? ''),
    isSmtpConfigured: Boolean(env['SMTP_URL']),
    mailOutboxDir: path.join(dataDirFrom(env), 'mail-outbox'),
  })
}
