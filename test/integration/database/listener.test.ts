import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { createListener, type Listener } from '../../../src/database/createListener.ts'
import { withClient } from '../../../src/database/withClient.ts'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/createTestDatabase.ts'
import { recordingLogger } from './recordingLogger.ts'
import { until } from './until.ts'

describe('the listener', () => {
  let database: TestDatabase
  let listener: Listener
  const logger = recordingLogger()
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterEach(() => listener.stop())
  afterAll(() => database.drop())

  const notify = (channel: string, payload: string): Promise<unknown> =>
    withClient({
      url: database.url,
      work: (client) => client.query('select pg_notify($1, $2)', [channel, payload]),
    })
  const cutConnection = async (): Promise<void> => {
    const { rowCount } = await withClient({
      url: database.url,
      work: (client) =>
        client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'flowmasters listener' and datname = current_database()",
        ),
    })
    expect(rowCount).toBe(1)
  }
  const open = (): Listener => {
    listener = createListener({ url: database.url, logger })
    return listener
  }

  test('calls the handlers of the channel, also of one added later, until they unsubscribe', async () => {
    const heard: string[] = []
    open()
    const unsubscribe = listener.listen('first "quoted"', (text) => heard.push(`1 ${text}`))
    await listener.ready()
    listener.listen('second', (text) => heard.push(`2 ${text}`))
    await listener.ready()
    await notify('first "quoted"', 'a')
    await notify('second', 'b')
    await until(() => heard.length === 2)
    unsubscribe()
    await notify('first "quoted"', 'c')
    await notify('second', 'd')
    await until(() => heard.length === 3)
    expect(heard).toEqual(['1 a', '2 b', '2 d'])
  })

  test('survives a cut connection, listens again, and says that something may have been missed', async () => {
    const heard: string[] = []
    let reconnects = 0
    open()
    listener.listen('news', (text) => heard.push(text))
    listener.onReconnect(() => {
      reconnects += 1
    })
    await listener.ready()
    for (const round of [1, 2, 3]) {
      await cutConnection()
      await until(() => reconnects === round)
      await notify('news', `round ${round}`)
      await until(() => heard.length === round)
    }
    expect(heard).toEqual(['round 1', 'round 2', 'round 3'])
  })

  test('a handler that throws harms neither the others nor the connection', async () => {
    const heard: string[] = []
    open()
    listener.listen('news', () => {
      throw new Error('mine')
    })
    listener.listen('news', (text) => heard.push(text))
    await listener.ready()
    await notify('news', 'one')
    await notify('news', 'two')
    await until(() => heard.length === 2)
    expect(logger.messages.join()).toContain('mine')
  })

  test('stops while there is no server at all, and as often as asked', async () => {
    listener = createListener({ url: 'postgresql://nobody@127.0.0.1:1/none', logger })
    await until(() => logger.messages.some((message) => message.includes('no connection')))
    await Promise.all([listener.stop(), listener.stop()])
    await listener.stop()
  })
})
