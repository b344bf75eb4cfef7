import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createPool, type Database } from '../../../src/database/createPool.ts'
import { resolveDatabase } from '../../../src/database/resolveDatabase.ts'
import { withClient } from '../../../src/database/withClient.ts'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/createTestDatabase.ts'
import { recordingLogger } from './recordingLogger.ts'
import { until } from './until.ts'

const logger = recordingLogger()
let database: TestDatabase
let pool: Database

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool({ url: database.url, applicationName: 'pool under test', logger, max: 2 })
  await pool.sql.query('create table notes (body text primary key)')
})
beforeEach(() => pool.sql.query('truncate notes'))
afterAll(async () => {
  await pool.stop()
  await database.drop()
})

const countNotes = async (): Promise<unknown> =>
  (await pool.sql.query('select count(*)::int as count from notes')).rows[0]?.['count']

const cutConnections = (): Promise<unknown> =>
  withClient({
    url: database.url,
    work: (client) =>
      client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pool under test'",
      ),
  })

describe('transact', () => {
  test('commits what the work did and returns its result', async () => {
    const result = await pool.transact(async (sql) => {
      await sql.query('insert into notes values ($1)', ['one'])
      return 'done'
    })
    expect([result, await countNotes()]).toEqual(['done', 1])
  })

  test('rolls back when the work throws', async () => {
    const work = pool.transact(async (sql) => {
      await sql.query('insert into notes values ($1)', ['one'])
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await countNotes()).toBe(0)
  })

  test('is an error when the work swallowed a failed statement: nothing was committed', async () => {
    const work = pool.transact(async (sql) => {
      await sql.query('insert into notes values ($1)', ['one'])
      await sql.query('select * from nowhere').catch(() => undefined)
    })
    await expect(work).rejects.toMatchObject({ code: 'FLOW_DATABASE_COMMIT_ROLLED_BACK' })
    expect(await countNotes()).toBe(0)
  })

  test('a connection that dies under the work fails it and nothing else', async () => {
    const work = pool.transact(async (sql) => {
      await sql.query('insert into notes values ($1)', ['one'])
      await cutConnections()
      await sql.query('select 1')
    })
    await expect(work).rejects.toThrow()
    expect(await countNotes()).toBe(0)
  })
})

test('idle connections that die are replaced', async () => {
  await Promise.all([pool.sql.query('select 1'), pool.sql.query('select 1')])
  await cutConnections()
  await until(() => pool.pool.totalCount === 0)
  expect(await countNotes()).toBe(0)
})

test('stop may be called again and waits for nobody for ever', async () => {
  const other = createPool({ url: database.url, applicationName: 'other', logger })
  await other.sql.query('select 1')
  await Promise.all([other.stop(), other.stop()])
  await expect(other.sql.query('select 1')).rejects.toThrow()
})

describe('a database of the user’s own', () => {
  const resolve = (databaseUrl: string, waitMs = 5_000) =>
    resolveDatabase({ databaseUrl, dataDir: '/nowhere', logger, waitMs })
  const changed = (parts: Partial<Pick<URL, 'password' | 'port' | 'pathname'>>): string =>
    Object.assign(new URL(database.url), parts).href

  test('is used as it is', async () => {
    const resolved = await resolve(database.url)
    expect(resolved).toMatchObject({ url: database.url, isEmbedded: false })
    await resolved.stop()
  })

  test('is created when the server has none of that name', async () => {
    const url = changed({ pathname: `/created_${process.pid}` })
    await resolve(url)
    const rows = await withClient({
      url,
      work: async (client) => (await client.query('select 1 as one')).rows,
    })
    expect(rows).toEqual([{ one: 1 }])
  })

  test.each([
    ['FLOW_DATABASE_URL_INVALID', () => 'mysql://localhost/shop'],
    ['FLOW_DATABASE_ACCESS_DENIED', () => changed({ password: 'wrong' })],
    ['FLOW_DATABASE_UNREACHABLE', () => changed({ port: '1' })],
  ])('%s', async (code, url) => {
    const refused = await resolve(url(), 300).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code })
    expect(String(refused)).not.toContain(new URL(database.url).password)
  })
})
