import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { MigrateDownArgs } from '@payloadcms/db-postgres'

import { migrateDatabase } from '../../../config/migrateDatabase.ts'
import { migrations } from '../../../migrations/index.ts'
import { type ConsentWorld, openConsentWorld } from '../../support/consents/consentWorld.ts'

let world: ConsentWorld

beforeAll(async () => {
  world = await openConsentWorld()
}, 300_000)
afterAll(() => world?.close())

const marketingLetter = (): object => ({
  blockType: 'email',
  to: '{{ data.current.customerEmail }}',
  subject: 'Акция',
  text: 'Скидки',
})

/** A site of before: subscribers, and no records of what they agreed to. */
async function goBack(): Promise<void> {
  const { payload, sql } = world.flow
  const migration = migrations.find(({ name }) => name.endsWith('_consents'))
  await migration?.down({ db: payload.db.drizzle, payload } as unknown as MigrateDownArgs)
  await sql.query("DELETE FROM payload_migrations WHERE name LIKE '%\\_consents'")
  await sql.query(
    `INSERT INTO newsletter_subscribers (email, status, consent_text, subscribed_at)
     VALUES ('Anna@Example.test', 'subscribed', ' Согласна ', '2026-01-02T03:04:05Z'),
       ('boris@example.test', 'subscribed', '', NULL),
       ('left@example.test', 'unsubscribed', 'Согласен', NULL)`,
  )
}

test('subscribers of before the records have one each, and get their letters', async () => {
  await goBack()
  await migrateDatabase(world.flow.payload)
  const { docs } = await world.flow.payload.find({ collection: 'consents', sort: 'id' })
  expect(
    docs.map(({ channel, givenAt, kind, shown, source, text, withdrawnAt }) => ({
      ...{ channel, givenAt, kind, shown, source, text, withdrawnAt },
    })),
  ).toEqual([
    {
      channel: 'email',
      givenAt: '2026-01-02T03:04:05.000Z',
      kind: 'marketing',
      shown: expect.stringMatching(/^A.*@Example\.test$/),
      source: 'newsletter',
      text: 'Согласна',
      withdrawnAt: null,
    },
    expect.objectContaining({ shown: expect.stringMatching(/^b.*@example\.test$/), text: null }),
  ])
  await world.subscribe([marketingLetter()], { kind: 'marketing' })
  const codes: unknown[] = []
  for (const address of ['anna@example.test', 'boris@example.test', 'left@example.test']) {
    const [sent] = await world.order(address)
    codes.push([sent?.status, sent?.last_code])
  }
  expect(codes).toEqual([
    ['delivered', expect.anything()],
    ['delivered', expect.anything()],
    ['cancelled', 'NO_CONSENT'],
  ])
})
