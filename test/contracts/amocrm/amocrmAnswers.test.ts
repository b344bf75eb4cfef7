import { afterEach, describe, expect, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import type { Attempt } from '../../../src/index.ts'
import { amocrmReply } from '../../support/fakes/amocrm/amocrmReply.ts'
import { FAKE_AMOCRM_TOKEN } from '../../support/fakes/amocrm/amocrmTokens.ts'
import { type AmocrmFake, startAmocrmFake } from '../../support/fakes/amocrm/startAmocrmFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import { tryChannel, tryConnection } from '../../support/fakes/tryChannel.ts'

const open: AmocrmFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Script = (call: string) => LoopbackReply | undefined
type Given = { target?: Record<string, unknown>; secrets?: Record<string, string>; script?: Script }

const account = { domain: 'example.amocrm.ru', idField: 501 }
const token = { accessToken: FAKE_AMOCRM_TOKEN }

async function start(script: Script = () => undefined): Promise<AmocrmFake> {
  const fake = await startAmocrmFake((_, call) => script(call))
  open.push(fake)
  return fake
}

function deliverTo(
  fake: AmocrmFake,
  { secrets = token, target = {} }: Given = {},
): Promise<Attempt> {
  const channel = createAmocrmChannel({ apiUrl: fake.url })
  return tryChannel({ channel, secrets, target: { ...account, ...target } })
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: AmocrmFake }> {
  const fake = await start(given.script)
  return { attempt: await deliverTo(fake, given), fake }
}

const at =
  (call: string, reply: LoopbackReply): Script =>
  (asked) =>
    asked === call ? reply : undefined
const HOUR_MS = 3_600_000

describe('answers', () => {
  const { problem, tooMany } = amocrmReply
  test.each<[string, Script, string, string, number | undefined]>([
    ['flood', at('GET /leads', tooMany()), 'unavailable', 'busy', 1000],
    [
      'block',
      at('GET /leads', problem(403, 'Forbidden', 'x')),
      'unavailable',
      'forbidden',
      HOUR_MS,
    ],
    [
      'block as a page',
      at('GET /leads', { status: 403, body: '<html>' }),
      'unavailable',
      'forbidden',
      HOUR_MS,
    ],
    [
      'unpaid',
      at('POST /leads/complex', problem(402, 'Payment', 'x')),
      'rejected',
      'unpaid',
      undefined,
    ],
    [
      'no token',
      at('GET /leads', problem(401, 'Unauthorized', 'x')),
      'rejected',
      'token',
      undefined,
    ],
    [
      'not found',
      at('GET /leads', problem(404, 'Not Found', 'x')),
      'rejected',
      'refused',
      undefined,
    ],
    [
      'unfit',
      at('POST /leads/complex', problem(422, 'Odd', 'x')),
      'rejected',
      'refused',
      undefined,
    ],
    [
      'broken',
      at('POST /leads/complex', problem(500, 'Error', 'x')),
      'unavailable',
      'broken',
      undefined,
    ],
    [
      'slow',
      at('POST /leads/complex', { status: 504, body: '' }),
      'unavailable',
      'broken',
      undefined,
    ],
    [
      'wall',
      at('GET /leads', { status: 404, body: '<html>' }),
      'unavailable',
      'foreign',
      undefined,
    ],
    [
      'half a list',
      at('GET /leads', { status: 200, body: '{"_embedded":' }),
      'unavailable',
      'foreign',
      undefined,
    ],
    [
      'another list',
      at('GET /leads', { status: 200, body: '{"a":1}' }),
      'unavailable',
      'foreign',
      undefined,
    ],
    [
      'success that is none',
      at('POST /leads/complex', { status: 200, body: '[]' }),
      'unavailable',
      'foreign',
      undefined,
    ],
    [
      'moved',
      at('GET /leads', {
        status: 301,
        headers: { location: 'https://new.amocrm.ru/api' },
        body: '',
      }),
      'rejected',
      'moved',
      undefined,
    ],
  ])('%s', async (_, script, outcome, key, retryAfterMs) => {
    const { attempt } = await deliver({ script })
    expect(attempt).toMatchObject({ outcome, reasons: [{ key }] })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
  })
  test('what is wrong with single fields is shown', async () => {
    const { attempt, fake } = await deliver({ target: { pipeline: 10, status: 99 } })
    expect(attempt).toMatchObject({
      outcome: 'rejected',
      code: 'AMOCRM_400',
      reason: 'amoCRM refused it: status_id: The value you selected is not a valid choice.',
    })
    expect(fake.leads.size).toBe(0)
  })
  test('errors of fields are a refusal, also where nothing else says so', async () => {
    const errors = [{ code: 'NotBlank', path: '0.name', detail: '' }]
    const body = JSON.stringify({ 'validation-errors': [{ request_id: '0', errors }] })
    const { attempt } = await deliver({ script: at('GET /leads', { status: 200, body }) })
    expect(attempt).toMatchObject({
      outcome: 'rejected',
      reason: 'amoCRM refused it: 0.name: NotBlank',
    })
  })
  test('seven requests a second are taken; who goes on is blocked', async () => {
    const fake = await start()
    const target = { identity: 'event', idField: null }
    const tryOften = async (times: number) => {
      for (let left = times; left > 1; left -= 1) await deliverTo(fake, { target })
      return deliverTo(fake, { target })
    }
    expect(await tryOften(7)).toMatchObject({ outcome: 'delivered' })
    expect(await tryOften(1)).toMatchObject({ code: 'AMOCRM_429', retryAfterMs: 1000 })
    fake.pass(1000)
    expect(await tryOften(1)).toMatchObject({ outcome: 'delivered' })
    expect(await tryOften(11)).toMatchObject({ code: 'AMOCRM_403', retryAfterMs: HOUR_MS })
  })
  test('a token that is renewed elsewhere is worth another try', async () => {
    const fake = await start()
    const secrets = { accessToken: 'old', refreshToken: 'f4ke-refresh-1' }
    expect(await deliverTo(fake, { secrets })).toMatchObject({
      outcome: 'unavailable',
      reasons: [{ key: 'token_renewed' }],
    })
  })
  test('the token stays out of the log', async () => {
    const { attempt } = await deliver()
    expect(attempt.outcome).toBe('delivered')
    expect(JSON.stringify(attempt)).not.toContain(FAKE_AMOCRM_TOKEN)
  })
  test('nor does a token that amoCRM repeats reach it', async () => {
    const secrets = { accessToken: 'wrong-token-1' }
    const { attempt } = await deliver({ secrets })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'AMOCRM_401' })
    expect(JSON.stringify(attempt)).not.toContain('wrong-token-1')
  })
})

describe('what never leaves', () => {
  const rule = (to: string) => ({ mapping: [{ to, from: { path: 'data.current' } }] })
  test.each<[Given, string]>([
    [{ secrets: {} }, 'FLOW_AMOCRM_TOKEN_MISSING'],
    [{ secrets: { accessToken: 'a b' } }, 'FLOW_AMOCRM_TOKEN_INVALID'],
    [{ target: { domain: '' } }, 'FLOW_AMOCRM_DOMAIN_MISSING'],
    [{ target: { domain: 'amocrm.ru.example.com' } }, 'FLOW_AMOCRM_DOMAIN_INVALID'],
    [{ target: { idField: 'our id' } }, 'FLOW_AMOCRM_NUMBER_INVALID'],
    [{ target: { pipeline: '{{ type }}' } }, 'FLOW_AMOCRM_NUMBER_INVALID'],
    [{ target: { status: '0' } }, 'FLOW_AMOCRM_NUMBER_INVALID'],
    [{ target: { responsible: '7.5' } }, 'FLOW_AMOCRM_NUMBER_INVALID'],
    [{ target: { title: '{{ "" }} ' } }, 'FLOW_AMOCRM_TITLE_EMPTY'],
    [{ target: { price: '1 500 руб.' } }, 'FLOW_AMOCRM_PRICE_INVALID'],
    [{ target: rule('lead.501') }, 'FLOW_AMOCRM_FIELD_INVALID'],
    [{ target: { name: '{{ data.current.nope }}' } }, 'FLOW_TEMPLATE_FAILED'],
  ])('%j', async (given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })
})

describe('the check of the account', () => {
  test.each<[string, Given, object]>([
    ['alive', {}, { isOk: true, account: 'example.amocrm.ru Магазин (30000000)' }],
    ['no token', { secrets: {} }, { isOk: false, code: 'FLOW_AMOCRM_TOKEN_MISSING' }],
    ['another token', { secrets: { accessToken: 'x' } }, { isOk: false, code: 'AMOCRM_401' }],
    [
      'not amoCRM',
      { script: at('GET /account', { status: 200, body: '{}' }) },
      { isOk: false, code: 'AMOCRM_NO_ID' },
    ],
  ])('%s', async (_, { script, secrets = token }, expected) => {
    const fake = await start(script)
    const channel = createAmocrmChannel({ apiUrl: fake.url })
    const target = { domain: account.domain }
    expect(await tryConnection({ channel, secrets, target })).toMatchObject(expected)
    expect(fake.leads.size).toBe(0)
  })
  test.each([
    [{}, true],
    [{ domain: 'other.amocrm.ru' }, false],
  ])('the server’s token goes to the server’s account only: %j', async (target, isOk) => {
    const fake = await start()
    const { domain } = account
    const channel = createAmocrmChannel({ apiUrl: fake.url, domain, ...token })
    expect(await tryConnection({ channel, target })).toMatchObject({ isOk })
    expect(fake.requests).toHaveLength(isOk ? 1 : 0)
  })
})
