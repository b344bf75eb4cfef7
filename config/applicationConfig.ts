import { postgresAdapter } from '@payloadcms/db-postgres'
import { en } from '@payloadcms/translations/languages/en'
import { ru } from '@payloadcms/translations/languages/ru'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config, Plugin } from 'payload'
import sharp from 'sharp'

import { Orders } from '../collections/commerce/Orders.ts'
import { orderNumberSequence } from '../collections/commerce/orderNumberSequence.ts'
import { Products } from '../collections/commerce/Products.ts'
import { Users } from '../collections/users/Users.ts'

/** What differs between a start of the application, a test and a generator of files. */
export type ApplicationConfigOptions = {
  /** Postgres connection string. */
  databaseUrl: string
  /** Most connections the pool opens; Payload itself keeps one checked out. @default 20 */
  databasePoolMax?: number
  /** Signs sessions and encrypts API keys. */
  secret: string
  /** Where people reach the site, such as `https://shop.example`; links in letters start with it. */
  publicUrl?: string
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
  publicUrl,
  email,
  plugins = [],
  pushSchema = false,
}: ApplicationConfigOptions): Config {
  return {
    secret,
    collections: [Orders, Products, Users],
    plugins,
    db: postgresAdapter({
      pool: { connectionString: databaseUrl, max: databasePoolMax },
      push: pushSchema,
      migrationDir: path.join(root, 'migrations'),
      afterSchemaInit: [orderNumberSequence],
    }),
    localization: {
      locales: [
        { code: 'ru', label: 'Русский' },
        { code: 'en', label: 'English' },
      ],
      defaultLocale: 'ru',
      fallback: true,
    },
    i18n: { supportedLanguages: { en, ru }, fallbackLanguage: 'en' },
    admin: {
      user: Users.slug,
      // Payload's own default asks a foreign server for everybody's picture.
      avatar: 'default',
      importMap: {
        baseDir: root,
        importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.ts'),
      },
      meta: { titleSuffix: '| FlowMasters', description: 'FlowMasters' },
    },
    graphQL: { disablePlaygroundInProduction: true },
    // Types of the app are imported by name: the library's own code must compile without them.
    typescript: { outputFile: path.join(root, 'payload-types.ts'), declare: false },
    telemetry: false,
    sharp,
    ...(publicUrl ? { serverURL: publicUrl } : {}),
    ...(email ? { email } : {}),
  }
}
