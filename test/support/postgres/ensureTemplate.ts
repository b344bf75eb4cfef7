import { type Client, escapeIdentifier } from 'pg'
import { withClient } from '../../../src/database/withClient.ts'

/** Two files on two workers ask at the same time; one makes it, the other waits. */
const templateLock = 7_340_021

const isFinished = async (client: Client, name: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    'select 1 from pg_database where datname = $1 and datistemplate',
    [name],
  )
  return rowCount !== 0
}

const make = async (
  client: Client,
  { adminUrl, name, migrateTemplate }: Parameters<typeof ensureTemplate>[0],
): Promise<void> => {
  const quoted = escapeIdentifier(name)
  // One that is there and no template is what a failed migration left.
  await client.query(`drop database if exists ${quoted} with (force)`)
  await client.query(`create database ${quoted}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  await migrateTemplate(url.href)
  // A forgotten connection would make every copy fail.
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ])
  await client.query(`alter database ${quoted} with is_template true allow_connections false`)
}

/** Makes the template unless it stands, and returns its name. */
export const ensureTemplate = (options: {
  adminUrl: string
  name: string
  migrateTemplate: (url: string) => Promise<void>
}): Promise<string> =>
  withClient({
    url: options.adminUrl,
    timeoutMs: 120_000,
    work: async (client) => {
      await client.query('select pg_advisory_lock($1)', [templateLock])
      if (!(await isFinished(client, options.name))) await make(client, options)
      return options.name
    },
  })
