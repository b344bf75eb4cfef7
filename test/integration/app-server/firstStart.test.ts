import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ensureAdmin } from '../../../src/app-server/ensureAdmin.ts'
import { migrateUnderLock } from '../../../src/app-server/migrateUnderLock.ts'
import { keepPoolAlive } from '../../../src/database/keepPoolAlive.ts'
import { withClient } from '../../../src/database/withClient.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'

describe('the first start', () => {
  let booted: BootedPayload
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.destroy())

  const logIn = (email: string, password: string) =>
    booted.payload.login({ collection: 'users', data: { email, password } })
  const removeUsers = () =>
    withClient({ url: booted.databaseUrl, work: (client) => client.query('delete from users') })

  test('refuses to give a customer all rights', async () => {
    const email = 'customer@shop.test'
    await booted.payload.create({
      collection: 'users',
      data: { email, password: 'a customer', role: 'customer' },
    })
    await expect(
      ensureAdmin({ payload: booted.payload, email, password: 'correct horse' }),
    ).rejects.toMatchObject({ code: 'FLOW_APP_ADMIN_EMAIL_TAKEN' })
  })

  test('creates the administrator it was told, once, though there are customers', async () => {
    const options = { payload: booted.payload, email: 'boss@shop.test', password: 'correct horse' }
    expect(await ensureAdmin(options)).toEqual({
      email: 'boss@shop.test',
      generatedPassword: undefined,
    })
    expect((await logIn('boss@shop.test', 'correct horse')).user).toMatchObject({ role: 'admin' })
    expect(await ensureAdmin({ ...options, email: 'second@shop.test' })).toBeUndefined()
  })

  test('makes up a password that works when it was told none', async () => {
    await removeUsers()
    const created = await ensureAdmin({
      payload: booted.payload,
      email: undefined,
      password: undefined,
    })
    const { email = '', generatedPassword = '' } = created ?? {}
    expect((await logIn(email, generatedPassword)).user).toMatchObject({ role: 'admin' })
  })

  test('several processes may migrate at once', async () => {
    const { payload, databaseUrl } = booted
    await Promise.all([1, 2, 3].map(() => migrateUnderLock({ payload, databaseUrl })))
  })

  test('a database made by development mode is a named error, not a question on the terminal', async () => {
    const { payload, databaseUrl } = booted
    await withClient({
      url: databaseUrl,
      work: (client) =>
        client.query("insert into payload_migrations (name, batch) values ('dev', -1)"),
    })
    await expect(migrateUnderLock({ payload, databaseUrl })).rejects.toMatchObject({
      code: 'FLOW_DATABASE_PUSHED_SCHEMA',
    })
  })

  test('the process survives the end of every connection of Payload', async () => {
    keepPoolAlive(booted.payload.db.pool, silentLogger)
    await withClient({
      url: booted.databaseUrl,
      work: (client) =>
        client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
    })
    const count = () => booted.payload.count({ collection: 'users' }).catch(() => undefined)
    let answer = await count()
    while (answer === undefined) answer = await count()
    expect(answer.totalDocs).toBe(1)
  })
})
