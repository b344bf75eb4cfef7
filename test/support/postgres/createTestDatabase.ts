import { randomBytes } from 'node:crypto'
import { escapeIdentifier } from 'pg'
import { withClient } from '../../../src/database/withClient.ts'
import { ensureTemplate } from './ensureTemplate.ts'
import { postgresAdminUrl } from './postgresAdminUrl.ts'

export type TestDatabase = {
  url: string
  name: string
  /** Removes it, also under connections that were forgotten. May be called again. */
  drop: () => Promise<void>
}

export type TestDatabaseOptions = {
  /**
   * Brings an empty database up to the schema. Runs once per run and `templateName`, whatever file comes
   * first; every database is a copy of the result. It must close its connections.
   */
  migrateTemplate?: (url: string) => Promise<void>
  /** Tells templates apart. @default 'migrated' */
  templateName?: string
}

/** A database of this test file's own: empty, or a copy of the migrated template. */
export const createTestDatabase = async ({
  migrateTemplate,
  templateName = 'migrated',
}: TestDatabaseOptions = {}): Promise<TestDatabase> => {
  const adminUrl = await postgresAdminUrl()
  const template =
    migrateTemplate === undefined
      ? undefined
      : await ensureTemplate({ adminUrl, name: `template_${templateName}`, migrateTemplate })
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  await withClient({
    url: adminUrl,
    timeoutMs: 30_000,
    work: async (client) => {
      // Copied as files: nobody writes to a template, and the default way writes every page to the log as well.
      const source =
        template === undefined ? '' : `template ${escapeIdentifier(template)} strategy file_copy`
      await client.query(`create database ${escapeIdentifier(name)} ${source}`)
    },
  })
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    name,
    drop: () =>
      withClient({
        url: adminUrl,
        timeoutMs: 30_000,
        work: async (client) => {
          await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
        },
      }),
  }
}
