import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { buildConfig, getPayload, type Payload } from 'payload'

import { applicationConfig } from '../../../config/applicationConfig.ts'
import { loggingEmailAdapter } from '../../support/loggingEmailAdapter.ts'
import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import { lethalWebhook } from './lethalWebhook.ts'
import type { ChildSetup } from './messages.ts'
import { suiteKeys } from './suiteKeys.ts'

/** Orders and what they refer to: each of the hundreds of children boots, and the other areas add nothing to kill. */
const neededSlugs = new Set(['orders', 'carts', 'products', 'product-categories', 'media', 'users'])

/** The application's own configuration with the engine, on a database that is there already. */
export async function bootEngine({
  databaseUrl,
  encryptionKeys = suiteKeys.first,
  redisUrl,
}: ChildSetup): Promise<Payload> {
  const base = applicationConfig({
    databaseUrl,
    databasePoolMax: 10,
    secret: 'a secret of the fault suite only',
    mediaDir: join(tmpdir(), 'flowmasters-media'),
    email: loggingEmailAdapter,
    plugins: [
      flowMasters({
        channels: [lethalWebhook],
        tracking: bundledTracking().filter(({ collection }) => neededSlugs.has(collection)),
        encryptionKeys,
        databaseUrl,
        allowPrivateTargets: true,
        isSmtpConfigured: false,
        mailOutboxDir: '/nonexistent',
        ...(redisUrl ? { redisUrl } : {}),
      }),
    ],
  })
  const level = process.env['TEST_LOG_LEVEL'] ?? 'silent'
  const collections = (base.collections ?? []).filter(({ slug }) => neededSlugs.has(slug))
  return getPayload({
    config: await buildConfig({
      ...base,
      collections,
      globals: [],
      logger: { options: { level } },
    }),
  })
}
