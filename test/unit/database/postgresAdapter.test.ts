import { describe, expect, test } from '@jest/globals'

import { clientOfSession, postgresAdapter } from '../../../src/database/postgresAdapter.ts'

const nothing = (): undefined => undefined
const whole = (): Record<string, unknown> => ({
  pool: { query: nothing },
  sessions: {},
  tableNameMap: new Map(),
  tables: {},
  beginTransaction: nothing,
  commitTransaction: nothing,
  rollbackTransaction: nothing,
})

describe('postgresAdapter', () => {
  test('gives the adapter that has everything', () => {
    const db = whole()
    expect(postgresAdapter({ db })).toBe(db)
    expect(postgresAdapter({ db })).toBe(db)
  })

  test.each(Object.keys(whole()))('names the missing member %s', (member) => {
    const db = whole()
    delete db[member]
    const wanted = { code: 'FLOW_DATABASE_UNSUPPORTED', details: { member } }
    expect(() => postgresAdapter({ db })).toThrow(expect.objectContaining(wanted))
    // And not only the first time.
    expect(() => postgresAdapter({ db })).toThrow(expect.objectContaining(wanted))
    expect(() => postgresAdapter({ db: { ...whole(), [member]: 5 } })).toThrow(member)
  })

  test('a transaction that keeps its connection elsewhere', () => {
    for (const session of [
      {},
      { db: {} },
      { db: { session: {} } },
      { db: { session: { client: 1 } } },
    ]) {
      expect(() => clientOfSession(session as never)).toThrow('sessions[].db.session.client')
    }
  })
})
