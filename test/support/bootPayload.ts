import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import {
  buildConfig,
  type Config,
  getPayload,
  handleEndpoints,
  type Payload,
  type Plugin,
  type SanitizedConfig,
} from 'payload'

import type { PaymentIntakeOptions } from '../../collections/billing/intake/paymentIntakeOptions.ts'
import { applicationConfig } from '../../config/applicationConfig.ts'
import { loggingEmailAdapter } from './loggingEmailAdapter.ts'
import { migrateDatabase } from '../../config/migrateDatabase.ts'
import { closePayload } from './payload/closePayload.ts'
import { createGraphqlClient, type Graphql } from './payload/graphqlClient.ts'
import { createRestClient, type Rest } from './payload/restClient.ts'
import { createTestDatabase, type TestDatabase } from './postgres/createTestDatabase.ts'

/** What a test changes about the application it boots. */
export type BootPayloadOptions = {
  /** The database of an earlier boot, to start again on it. @default a new one, dropped by `destroy` */
  databaseUrl?: string
  /** A function when a plugin needs the address of the database that is about to be made. */
  plugins?: Plugin[] | ((databaseUrl: string) => Plugin[])
  /** Whose payment notifications are believed. @default nobody's */
  payments?: PaymentIntakeOptions
  /** Where mail goes. @default the log */
  email?: NonNullable<Config['email']>
  /** Last word on the configuration, for example to add a collection; needs `schema: 'push'` then. */
  configure?: (config: Config) => Config
  /** Where the tables come from: the committed migrations, or the collections as they are. @default 'migrations' */
  schema?: 'migrations' | 'push'
}

/** A running application without a server. */
export type BootedPayload = {
  payload: Payload
  rest: Rest
  /** The answer as it comes, for streams. */
  respond: (request: Request) => Promise<Response>
  graphql: Graphql
  databaseUrl: string
  /** Ends Payload and its connections, and drops the database unless it was given. */
  destroy: () => Promise<void>
}

/**
 * Boots the application's real configuration on a database of the test's own. Several may run at once,
 * on one database or on many.
 */
export async function bootPayload({
  databaseUrl,
  schema = 'migrations',
  ...changes
}: BootPayloadOptions = {}): Promise<BootedPayload> {
  const database = databaseUrl === undefined ? await newDatabase(schema) : undefined
  const url = database?.url ?? databaseUrl ?? ''
  const cacheKey = randomUUID()
  const config = await testConfig({ ...changes, databaseUrl: url, schema })
  const payload = await getPayload({ config, key: cacheKey })
  return {
    payload,
    rest: createRestClient(config, cacheKey),
    respond: (request) => handleEndpoints({ config, payloadInstanceCacheKey: cacheKey, request }),
    graphql: createGraphqlClient(config, cacheKey),
    databaseUrl: url,
    destroy: async () => {
      await closePayload(payload)
      await database?.drop()
    },
  }
}

type Schema = NonNullable<BootPayloadOptions['schema']>

const newDatabase = (schema: Schema): Promise<TestDatabase> =>
  schema === 'push'
    ? createTestDatabase()
    : createTestDatabase({ migrateTemplate, templateName: 'application' })

/** Migrates once per run; the databases of the test files are copies of the result. */
async function migrateTemplate(databaseUrl: string): Promise<void> {
  const config = await testConfig({ databaseUrl, schema: 'migrations' })
  const payload = await getPayload({ config, key: randomUUID(), disableOnInit: true })
  await migrateDatabase(payload)
  await closePayload(payload)
}

type TestConfigOptions = BootPayloadOptions & { databaseUrl: string; schema: Schema }

function testConfig({
  databaseUrl,
  plugins = [],
  configure = (config) => config,
  email = loggingEmailAdapter,
  payments = {},
  schema,
}: TestConfigOptions): Promise<SanitizedConfig> {
  const base = applicationConfig({
    databaseUrl,
    databasePoolMax: 10,
    secret: 'a secret of the tests only',
    mediaDir: join(tmpdir(), 'flowmasters-test-media'),
    payments,
    email,
    plugins: typeof plugins === 'function' ? plugins(databaseUrl) : plugins,
    pushSchema: schema === 'push',
  })
  const level = process.env['TEST_LOG_LEVEL'] ?? 'silent'
  // Boots of tests must not write the repository's type file.
  const typescript = { ...base.typescript, autoGenerate: false }
  return buildConfig(configure({ ...base, typescript, logger: { options: { level } } }))
}
