import { afterAll, describe, expect, test } from '@jest/globals'
import { withClient } from '../../../src/database/withClient.ts'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/createTestDatabase.ts'
import { describeWithRedis } from '../../support/redis/describeWithRedis.ts'
import { startTestRedis } from '../../support/redis/startTestRedis.ts'
import { Redis } from 'ioredis'

const query = (url: string, text: string): Promise<Record<string, unknown>[]> =>
  withClient({ url, work: async (client) => (await client.query(text)).rows })

describe('databases for tests', () => {
  const databases: TestDatabase[] = []
  afterAll(() => Promise.all(databases.map((database) => database.drop())))

  test('each is empty and its own', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()])
    databases.push(first, second)
    await query(first.url, 'create table notes (body text)')
    await expect(query(second.url, 'select * from notes')).rejects.toThrow('does not exist')
  })

  test('copies of a template share one migration', async () => {
    let migrations = 0
    const options = {
      templateName: 'test_of_templates',
      migrateTemplate: async (url: string) => {
        migrations += 1
        await query(url, 'create table notes (body text)')
      },
    }
    const copies = await Promise.all([createTestDatabase(options), createTestDatabase(options)])
    databases.push(...copies)
    for (const { url } of copies) await query(url, "insert into notes values ('one')")
    expect(migrations).toBe(1)
    expect(await query(copies[0].url, 'select * from notes')).toHaveLength(1)
  })

  test('a template whose migration failed is made again', async () => {
    const templateName = 'test_of_failure'
    const broken = { templateName, migrateTemplate: () => Promise.reject(new Error('no')) }
    await expect(createTestDatabase(broken)).rejects.toThrow('no')
    const database = await createTestDatabase({
      templateName,
      migrateTemplate: async (url) => void (await query(url, 'create table notes (body text)')),
    })
    databases.push(database)
    expect(await query(database.url, 'select * from notes')).toEqual([])
  })

  test('drop removes a database that is still in use', async () => {
    const database = await createTestDatabase()
    await withClient({
      url: database.url,
      work: async (client) => {
        await database.drop()
        await expect(client.query('select 1')).rejects.toThrow()
      },
    })
  })
})

describeWithRedis('Redis for tests', () => {
  test('each is empty and its own', async () => {
    const servers = await Promise.all([startTestRedis(), startTestRedis()])
    const [first, second] = servers.map(({ url }) => new Redis(url))
    await first?.set('key', 'value')
    expect(await second?.get('key')).toBeNull()
    first?.disconnect()
    second?.disconnect()
    await Promise.all(servers.map((server) => server.stop()))
  })
})
