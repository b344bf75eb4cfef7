import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import { fakeIntegration } from '../../support/fakes/amocrm/amocrmTokens.ts'
import { type AmocrmFake, startAmocrmFake } from '../../support/fakes/amocrm/startAmocrmFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type TestClock, testClock } from '../../support/time/testClock.ts'

const DAY = 86_400_000
const START = Date.parse('2026-11-21T10:00:00.000Z')

let flow: BootedFlow
let amocrm: AmocrmFake
let manager: Actor
let clock: TestClock

beforeAll(async () => {
  clock = testClock(new Date(START).toISOString())
  amocrm = await startAmocrmFake()
  flow = await bootFlow({
    channels: [createAmocrmChannel({ apiUrl: amocrm.url })],
    clock,
    worker: false,
  })
  manager = await createActor(flow.payload, 'manager')
}, 300_000)
afterAll(async () => {
  await flow?.destroy()
  await amocrm?.close()
})

/** A token of the form that amoCRM gives out; nobody checks its signature here. */
function tokenUntil(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return [part({ typ: 'JWT', alg: 'RS256' }), part(claims), 'c2lnbmF0dXJl'].join('.')
}
const endsIn = (days: number) => ({ exp: (START + days * DAY) / 1000 })
const iso = (days: number) => new Date(START + days * DAY).toISOString()

async function store(account: object, more: object = {}): Promise<string> {
  const data = { domain: 'example.amocrm.ru', ...account }
  const body = { name: 'CRM', channel: 'amocrm', amocrm: data, ...more }
  const answer = await flow.rest('POST', '/channel-credentials', body, { user: manager })
  expect([answer.status, answer.body.errors]).toEqual([201, undefined])
  return String(answer.body.doc['id'])
}
const read = async (id: string) =>
  (await flow.rest('GET', `/channel-credentials/${id}`, undefined, { user: manager })).body
async function watch(): Promise<void> {
  const job = flow.runtime.jobs.find(({ name }) => name === 'watch-credentials')
  const { signal } = new AbortController()
  await job?.run({ trigger: 'manual', state: {}, resumedAt: null, signal, now: clock.now })
}
async function warningOf(id: string): Promise<number | null> {
  const { rows } = await flow.sql.query<{ warning: number | null }>(
    'SELECT expiry_warning::int AS warning FROM channel_credentials WHERE id = $1',
    [id],
  )
  return rows[0]?.warning ?? null
}

describe('EV-30 a long-lived token of amoCRM', () => {
  test('says itself when it ends; people are warned 30 and 7 days before, and nobody renews it', async () => {
    const id = await store({ accessToken: tokenUntil(endsIn(40)) })
    expect(await read(id)).toMatchObject({ expiresAt: iso(40), health: 'unchecked' })
    const seen: unknown[] = []
    for (const day of [5, 11, 34, 41]) {
      clock.set(START + day * DAY)
      await watch()
      seen.push([day, await warningOf(id), (await read(id))['health']])
    }
    expect(seen).toEqual([
      [5, null, 'unchecked'],
      [11, 30, 'expiring'],
      [34, 7, 'expiring'],
      [41, 0, 'expired'],
    ])
    expect(amocrm.calls).toEqual([])
    const path = `/channel-credentials/${id}`
    const next = { amocrm: { accessToken: tokenUntil(endsIn(400)) } }
    await flow.rest('PATCH', path, next, { user: manager })
    await watch()
    const healed = { expiresAt: iso(400), health: 'unchecked' }
    expect([await read(id), await warningOf(id)]).toMatchObject([healed, null])
    // Another save leaves the end as it is, and a person may set an earlier one.
    await flow.rest('PATCH', path, { notes: 'отдел продаж' }, { user: manager })
    expect((await read(id))['expiresAt']).toBe(iso(400))
    await flow.rest('PATCH', path, { expiresAt: iso(60) }, { user: manager })
    expect((await read(id))['expiresAt']).toBe(iso(60))
    clock.set(START)
  })

  test('a token that says nothing, or nothing that can be read, leaves the date to the person', async () => {
    const odd = ['plain', 'a.b.c', 'a.b', tokenUntil({}), tokenUntil({ exp: 'soon' })]
    for (const accessToken of [...odd, tokenUntil({ exp: 1e15 }), tokenUntil({ exp: -1 })]) {
      const id = await store({ accessToken }, { expiresAt: iso(9) })
      expect([accessToken, (await read(id))['expiresAt']]).toEqual([accessToken, iso(9)])
    }
  })

  test('tokens that are renewed go on renewing and warn nobody', async () => {
    const { clientId, clientSecret, redirectUri } = fakeIntegration
    const { refreshToken } = amocrm.tokens.current()
    const account = { clientId, clientSecret, redirectUri, refreshToken }
    const id = await store({ ...account, accessToken: tokenUntil(endsIn(1 / 24)) })
    expect(await read(id)).toMatchObject({ expiresAt: iso(1 / 24), health: 'unchecked' })
    await watch()
    expect(await read(id)).toMatchObject({ expiresAt: iso(1), health: 'working' })
    expect(await warningOf(id)).toBeNull()
    expect(amocrm.calls).toEqual(['POST /oauth2/access_token'])
  })
})
