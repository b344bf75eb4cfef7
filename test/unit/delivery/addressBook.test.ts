import { describe, expect, test } from '@jest/globals'

import { addressHash } from '../../../src/channels/addressHash.ts'
import type { MessageKind } from '../../../src/delivery/addressBook.ts'
import { createAddressBook } from '../../../src/delivery/createAddressBook.ts'
import type { Sql, SqlRow } from '../../../src/kernel/sql.ts'

const marketing: MessageKind = { kind: 'marketing', needsConsent: true }
const optOut: MessageKind = { kind: 'marketing', needsConsent: false }
const ordinary: MessageKind = { kind: 'ordinary' }
const transactional: MessageKind = { kind: 'transactional' }

/** A database with these standings, by address of the channel `email`; remembers what it was asked. */
function databaseWith(standings: Record<string, string[]>) {
  const asked: unknown[][] = []
  const query = async <Row extends SqlRow>(_: unknown, values: unknown[] = []) => {
    asked.push(values)
    const rows = Object.entries(standings).flatMap(([address, list]) =>
      list.map((standing) => ({ address_hash: addressHash('email', address), standing })),
    )
    return { rows: rows as unknown as Row[], rowCount: rows.length }
  }
  const sql: Sql = { query }
  return { book: createAddressBook(async () => sql), asked }
}

describe('who does not get a message', () => {
  const standings = {
    'gone@example.com': ['invalid', 'given'],
    'blocked@example.com': ['blocked', 'given'],
    'angry@example.com': ['complained'],
    'agreed@example.com': ['given'],
    'left@example.com': ['withdrawn'],
  }
  const people = [...Object.keys(standings), 'stranger@example.com']

  test.each<[string, MessageKind, Record<string, string>]>([
    ['transactional', transactional, { gone: 'suppressed' }],
    ['ordinary', ordinary, { gone: 'suppressed', blocked: 'suppressed', angry: 'suppressed' }],
    [
      'marketing',
      marketing,
      {
        ...{ gone: 'suppressed', blocked: 'suppressed', angry: 'suppressed' },
        ...{ left: 'consent_withdrawn', stranger: 'no_consent' },
      },
    ],
    [
      'marketing to customers',
      optOut,
      {
        ...{ gone: 'suppressed', blocked: 'suppressed', angry: 'suppressed' },
        left: 'consent_withdrawn',
      },
    ],
  ])('%s', async (_, kind, wanted) => {
    const { book } = databaseWith(standings)
    const withheld = await book.withheld('email', people, kind)
    const found = withheld.map(({ address, because }) => [address.split('@')[0], because])
    expect(Object.fromEntries(found)).toEqual(wanted)
  })
  test('however an address is written, it is the same one', async () => {
    const { book } = databaseWith(standings)
    expect(await book.withheld('email', [' Agreed@Example.COM '], marketing)).toEqual([])
  })
})

describe('what it costs', () => {
  test('two hundred messages at once are one query, whatever their kinds', async () => {
    const { asked, book } = databaseWith({})
    const kinds = [marketing, ordinary, transactional, optOut]
    await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        book.withheld('email', [`p${at}@example.com`], kinds[at % 4] ?? ordinary),
      ),
    )
    expect(asked).toHaveLength(1)
    expect(asked[0]?.map((list) => (list as unknown[]).length)).toEqual([200, 100])
  })
  test('a transactional message asks no consents, and nobody is one query less', async () => {
    const { asked, book } = databaseWith({})
    await book.withheld('email', ['anna@example.com'], transactional)
    await book.withheld('email', [], marketing)
    expect(asked).toEqual([[[addressHash('email', 'anna@example.com')], []]])
  })
  test('a database that fails fails every question of the batch, and the next is asked anew', async () => {
    let isDown = true
    const query = async () => {
      if (isDown) throw new Error('down')
      return { rows: [], rowCount: 0 }
    }
    const book = createAddressBook(async () => ({ query }) as Sql)
    const both = await Promise.allSettled([
      book.withheld('email', ['a@example.com'], marketing),
      book.withheld('email', ['b@example.com'], ordinary),
    ])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    isDown = false
    expect(await book.withheld('email', ['a@example.com'], marketing)).toHaveLength(1)
  })
})
