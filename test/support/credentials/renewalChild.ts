import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildConfig, getPayload } from 'payload'

import { applicationConfig } from '../../../config/applicationConfig.ts'
import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import { readCredential } from '../../../src/credentials/credentialStore.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import { getRuntime } from '../../../src/runtime/getRuntime.ts'
import { loggingEmailAdapter } from '../loggingEmailAdapter.ts'
import type { RenewalReport, RenewalSetup } from './renewalMessages.ts'

/** A process that renews a credential when it is told to: `renewalChild.mjs <setup as JSON>`. */
const { credentialId, databaseUrl, encryptionKeys, url }: RenewalSetup = JSON.parse(
  process.argv[2] ?? '{}',
)
const report = (message: RenewalReport): void => void process.send?.(message)
const base = applicationConfig({
  databaseUrl,
  databasePoolMax: 2,
  secret: 'a secret of the tests only',
  mediaDir: join(tmpdir(), 'flowmasters-test-media'),
  email: loggingEmailAdapter,
  plugins: [
    flowMasters({
      channels: [createAmocrmChannel({ apiUrl: url })],
      tracking: [],
      encryptionKeys,
      databaseUrl,
      allowPrivateTargets: true,
      isSmtpConfigured: false,
      mailOutboxDir: '/nonexistent',
    }),
  ],
})
const payload = await getPayload({
  config: await buildConfig({
    ...base,
    collections: (base.collections ?? []).filter(({ slug }) => ['users', 'media'].includes(slug)),
    globals: [],
    logger: { options: { level: 'silent' } },
  }),
})
const { channels, refresher } = getRuntime(payload)
// Read before anybody renews: a process that holds an old token is the one that matters.
const credential = await readCredential(credentialId, { payload, channels })

process.on('message', () => {
  if (!credential) throw new Error('the credentials are gone')
  refresher.fresh(credential).then(
    (outcome) =>
      report({
        type: 'renewed',
        isOk: outcome.isOk,
        expiresAt: outcome.isOk ? outcome.credential.expiresAt : null,
      }),
    (error: unknown) => report({ type: 'failed', reason: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
report({ type: 'ready' })
