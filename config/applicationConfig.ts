import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { ru } from '@payloadcms/translations/languages/ru'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config, Plugin } from 'payload'
import sharp from 'sharp'

import type { PaymentIntakeOptions } from '../collections/billing/intake/paymentIntakeOptions.ts'
import { guardEditorLocks } from '../collections/access/guardEditorLocks.ts'
import { bundledCollections } from '../collections/bundledCollections.ts'
import { bundledGlobals } from '../collections/bundledGlobals.ts'
import { numberSequences } from '../collections/numberSequences.ts'
import { orderNumberSequence } from '../collections/commerce/orderNumberSequence.ts'
import { certificateNumberSequence } from '../collections/education/certificates/certificateNumberSequence.ts'
import { Users } from '../collections/users/Users.ts'
import { adminTranslations } from './adminTranslations.ts'

/** What differs between a start of the application, a test and a generator of files. */
export type ApplicationConfigOptions = {
  /** Postgres connection string. */
  databaseUrl: string
  /** Most connections the pool opens. @default 20 */
  databasePoolMax?: number
  /** Signs sessions and encrypts API keys. */
  secret: string
  /** Folder of uploaded pictures. */
  mediaDir: string
  /** Whose payment notifications are believed. @default nobody's */
  payments?: PaymentIntakeOptions
  /** Where people reach the site, such as `https://shop.example`; links in letters start with it. */
  publicUrl?: string
  /** Where this machine reaches the site while no `publicUrl` is known, such as `http://localhost:3000`. */
  localOrigin?: string
  /** How the log is written. @default lines for people, from `info` up */
  logger?: Config['logger']
  /** Adapter of `payload.sendEmail`. */
  email?: Config['email']
  plugins?: Plugin[]
  /** Makes the tables from the collections instead of migrations; for throw-away databases only. @default false */
  pushSchema?: boolean
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** The configuration of the application, ready for `buildConfig`. Reads no environment. */
export function applicationConfig({
  databaseUrl,
  databasePoolMax = 20,
  secret,
  mediaDir,
  payments,
  publicUrl,
  localOrigin,
  email,
  logger,
  plugins = [],
  pushSchema = false,
}: ApplicationConfigOptions): Config {
  return {
    secret,
    collections: bundledCollections({ mediaDir, payments }),
    globals: bundledGlobals,
    plugins,
    db: postgresAdapter({
      pool: {
        connectionString: databaseUrl,
        max: databasePoolMax,
        // Payload asks for editors' locks on a second connection while its transaction holds one: without an end to
        // the waiting, as many parallel saves as there are connections would wait for each other for ever.
        connectionTimeoutMillis: 15_000,
      },
      push: pushSchema,
      migrationDir: path.join(root, 'migrations'),
      afterSchemaInit: [orderNumberSequence, certificateNumberSequence, numberSequences],
    }),
    localization: {
      locales: [
        { code: 'ru', label: 'Русский' },
        { code: 'en', label: 'English' },
      ],
      defaultLocale: 'ru',
      fallback: true,
    },
    i18n: {
      supportedLanguages: { en, ru },
      fallbackLanguage: 'en',
      translations: adminTranslations,
    },
    admin: {
      user: Users.slug,
      // Payload's own default asks a foreign server for everybody's picture.
      avatar: 'default',
      importMap: {
        baseDir: root,
        importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.ts'),
      },
      // Read alike in every language.
      dateFormat: 'd MMM yyyy, HH:mm',
      meta: { titleSuffix: '| FlowMasters', description: 'FlowMasters' },
    },
    graphQL: { disablePlaygroundInProduction: true },
    // Types of the app are imported by name: the library's own code must compile without them.
    typescript: { outputFile: path.join(root, 'payload-types.ts'), declare: false },
    telemetry: false,
    onInit: guardEditorLocks,
    sharp,
    editor: lexicalEditor(),
    ...(publicUrl ? { serverURL: publicUrl } : {}),
    ...(localOrigin ? { custom: { localOrigin } } : {}),
    ...(email ? { email } : {}),
    ...(logger ? { logger } : {}),
  }
}
