import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import * as z from 'zod'

import { type Channel, defineChannel } from '../../../src/index.ts'
import type { CredentialRefresher } from '../../../src/credentials/credentialRefresher.ts'
import { createCredentialRefresher } from '../../../src/credentials/credentialRefresherStore.ts'
import { readCredential } from '../../../src/credentials/credentialStore.ts'
import type { StoredCredential } from '../../../src/credentials/storedCredential.ts'
import { raiseRevisionSql } from '../../../src/outbox/subscriptionStore.ts'
import { startTokenFake, type TokenFake } from '../../support/fakes/startTokenFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { dumpTables } from '../../support/flow/dumpTables.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type TestClock, testClock } from '../../support/time/testClock.ts'

const HOUR = 3_600_000
const secretOf = z.object({ access: z.string(), refresh: z.string() })
const answerOf = z.object({ ...secretOf.shape, expires_in: z.number() })

let flow: BootedFlow
let fake: TokenFake
let manager: Actor
let clock: TestClock
let id: number
let subscription: number

/** A service with tokens that expire; it borrows the slug of one whose columns are there. */
function tokenChannel(url: () => string): Channel<{ text: string }> {
  return defineChannel({
    slug: 'slack',
    label: { en: 'Tokens', ru: 'Токены' },
    description: { en: 'Tokens', ru: 'Токены' },
    fields: [
      {
        name: 'webhookUrl',
        type: 'text',
        isSecret: true,
        isCredential: true,
        label: { en: 'Tokens', ru: 'Токены' },
      },
      { name: 'text', type: 'text', label: { en: 'Text', ru: 'Текст' } },
    ],
    target: z.object({ text: z.string() }),
    describeTarget: () => 'tokens',
    deliver: async ({ http, secrets, signal, target }) => {
      const { access } = secretOf.parse(JSON.parse(secrets['webhookUrl'] ?? ''))
      const { status } = await http.send({
        url: `${url()}/messages`,
        method: 'POST',
        headers: { authorization: `Bearer ${access}`, 'content-type': 'text/plain' },
        body: target.text,
        signal,
      })
      const exchange = { request: {}, response: { status } }
      return status === 200
        ? { outcome: 'delivered', code: 'ok', exchange }
        : { outcome: 'unavailable', code: `http_${status}`, reason: 'no', exchange }
    },
    refresh: async ({ http, now, secrets, signal }) => {
      const { refresh } = secretOf.parse(JSON.parse(secrets['webhookUrl'] ?? ''))
      const { body, status } = await http.send({
        url: `${url()}/oauth/token`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ grant_type: 'refresh_token', refresh_token: refresh }),
        signal,
      })
      if (status !== 200) {
        return {
          isOk: false,
          code: `OAUTH_${status}`,
          reason: 'the service renews nothing',
          isFinal: status < 500,
        }
      }
      const { expires_in: seconds, ...tokens } = answerOf.parse(JSON.parse(body))
      return {
        isOk: true,
        secrets: { webhookUrl: JSON.stringify(tokens) },
        expiresAt: now() + seconds * 1_000,
      }
    },
  })
}

beforeAll(async () => {
  clock = testClock(new Date().toISOString())
  flow = await bootFlow({ channels: [tokenChannel(() => fake.url)], clock })
  manager = await createActor(flow.payload, 'manager')
})
afterAll(async () => {
  await flow?.destroy()
})

beforeEach(async () => {
  fake = await startTokenFake()
  const stored = await flow.rest(
    'POST',
    '/channel-credentials',
    {
      name: 'CRM',
      channel: 'slack',
      slack: { webhookUrl: JSON.stringify(fake.tokens()) },
      expiresAt: new Date(clock.now() + HOUR).toISOString(),
    },
    { user: manager },
  )
  id = Number(stored.body.doc['id'])
  const made = await flow.rest(
    'POST',
    '/event-subscriptions',
    {
      name: 'CRM',
      events: ['order.created'],
      channels: [{ blockType: 'slack', credentials: id, text: 'hello' }],
    },
    { user: manager },
  )
  subscription = Number(made.body.doc['id'])
})
afterEach(async () => {
  for (const path of [`/event-subscriptions/${subscription}`, `/channel-credentials/${id}`]) {
    await flow.rest('DELETE', path, undefined, { user: manager })
  }
  await fake.close()
})

const read = async (): Promise<StoredCredential> => {
  const { payload, runtime } = flow
  const found = await readCredential(id, { payload, channels: runtime.channels })
  if (!found) throw new Error('the credentials are gone')
  return found
}

/** A refresher as another process has it: it knows nothing of the others. */
const process = (): CredentialRefresher => {
  const { channels, http, keyRing, variables } = flow.runtime
  return createCredentialRefresher({
    ...{ channels, clock, http, keyRing, variables },
    payload: () => flow.payload,
    raise: async (sql) => void (await sql.query(raiseRevisionSql)),
  })
}

const order = async (): Promise<void> => {
  const total = { amount: 1, currency: 'RUB' }
  await flow.rest('POST', '/orders?locale=ru', { total }, { user: manager })
}

const outcomes = async (): Promise<unknown[]> => {
  await flow.settle()
  const { rows } = await flow.sql.query<{ status: string; code: string }>(
    `SELECT status::text, last_code AS code FROM event_deliveries WHERE subscription = $1
     ORDER BY created_at`,
    [String(subscription)],
  )
  return rows.map(({ code, status }) => `${status} ${code}`)
}

describe('EV-30 tokens are renewed', () => {
  test('twenty processes at once: the service is asked once, everybody goes on with what it said', async () => {
    clock.pass(HOUR)
    const stored = await read()
    const answers = await Promise.all(Array.from({ length: 20 }, () => process().fresh(stored)))
    expect(answers.map(({ isOk }) => isOk)).toEqual(Array.from({ length: 20 }, () => true))
    expect(fake.renewals()).toBe(1)
    const ends = answers.map((answer) => (answer.isOk ? answer.credential.expiresAt : null))
    expect(new Set(ends)).toEqual(new Set([clock.now() + HOUR]))
    // And one process with twenty deliveries at once asks the database once.
    clock.pass(HOUR)
    const one = process()
    const again = await read()
    const same = await Promise.all(Array.from({ length: 20 }, () => one.fresh(again)))
    expect([new Set(same).size, fake.renewals()]).toEqual([1, 2])
  })

  test('deliveries use the new token at once, a token that holds is left alone', async () => {
    await order()
    expect([await outcomes(), fake.renewals()]).toEqual([['delivered ok'], 0])
    clock.pass(HOUR - 30_000)
    await Promise.all(Array.from({ length: 8 }, order))
    expect(new Set(await outcomes())).toEqual(new Set(['delivered ok']))
    expect([fake.messages.length, fake.renewals()]).toEqual([9, 1])
    const { access, refresh } = fake.tokens()
    const dump = await dumpTables(flow.sql)
    expect([access, refresh].filter((token) => dump.includes(token))).toEqual([])
  })

  test('a service that is down: deliveries wait, and it is not asked by each of them', async () => {
    clock.pass(HOUR)
    fake.refuseWith(503)
    await Promise.all(Array.from({ length: 6 }, order))
    expect(new Set(await outcomes())).toEqual(new Set(['retrying OAUTH_503']))
    await order()
    expect(new Set(await outcomes())).toEqual(new Set(['retrying OAUTH_503']))
    expect(fake.renewals()).toBe(1)
    const { body } = await flow.rest('GET', `/channel-credentials/${id}`, undefined, {
      user: manager,
    })
    expect(body).toMatchObject({ health: 'failing', lastCheck: { code: 'OAUTH_503' } })
    fake.refuseWith(null)
    clock.pass(31_000)
    await order()
    expect(await outcomes()).toContain('delivered ok')
  })

  test('a final refusal ends the delivery; new tokens entered by a person are used at once', async () => {
    clock.pass(HOUR)
    fake.refuseWith(400)
    await order()
    expect(await outcomes()).toEqual(['dead OAUTH_400'])
    await flow.rest(
      'PATCH',
      `/channel-credentials/${id}`,
      {
        slack: { webhookUrl: JSON.stringify(fake.tokens()) },
        expiresAt: new Date(clock.now() + HOUR).toISOString(),
      },
      { user: manager },
    )
    await order()
    expect(await outcomes()).toEqual(['dead OAUTH_400', 'delivered ok'])
  })

  test('a form that was open meanwhile does not bring old tokens back', async () => {
    const { body: form } = await flow.rest('GET', `/channel-credentials/${id}`, undefined, {
      user: manager,
    })
    clock.pass(HOUR)
    await process().fresh(await read())
    const end = (await read()).expiresAt
    await flow.rest('PATCH', `/channel-credentials/${id}`, form, { user: manager })
    expect((await read()).expiresAt).toBe(end)
    await order()
    expect([await outcomes(), fake.renewals()]).toEqual([['delivered ok'], 1])
  })

  test('the job renews accounts that nobody writes with', async () => {
    const job = flow.runtime.jobs.find(({ name }) => name === 'watch-credentials')
    const { signal } = new AbortController()
    const run = { trigger: 'manual', state: {}, resumedAt: null, signal, now: clock.now } as const
    const before = fake.renewals()
    await job?.run(run)
    expect(fake.renewals()).toBe(before + 1)
    expect((await read()).lastCheck).toMatchObject({ kind: 'refresh', isOk: true })
  })
})
