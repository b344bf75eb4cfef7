import { afterEach, describe, expect, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import { USED_CODE } from '../../../plugins/channels/amocrm/amocrmGrant.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { RefreshReport } from '../../../src/index.ts'
import { amocrmReply } from '../../support/fakes/amocrm/amocrmReply.ts'
import {
  FAKE_AMOCRM_CODE,
  FAKE_AMOCRM_TOKEN,
  fakeIntegration,
} from '../../support/fakes/amocrm/amocrmTokens.ts'
import { type AmocrmFake, startAmocrmFake } from '../../support/fakes/amocrm/startAmocrmFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import { tryChannel } from '../../support/fakes/tryChannel.ts'

const open: AmocrmFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

const NOW = Date.parse('2026-11-21T10:00:00.000Z')
const { clientId, clientSecret, redirectUri } = fakeIntegration
const target = { domain: 'example.amocrm.ru', clientId, redirectUri }
const first = { clientSecret, accessToken: 'f4ke-access-1', refreshToken: 'f4ke-refresh-1' }

async function start(reply?: LoopbackReply): Promise<AmocrmFake> {
  const fake = await startAmocrmFake((_, call) =>
    call === 'POST /oauth2/access_token' ? reply : undefined,
  )
  open.push(fake)
  return fake
}

async function refresh(
  fake: AmocrmFake,
  secrets: Record<string, string> = first,
  given: object = target,
): Promise<RefreshReport | undefined> {
  const http = createHttpClient({ allowPrivateTargets: true })
  const { signal } = new AbortController()
  const channel = createAmocrmChannel({ apiUrl: fake.url })
  try {
    return await channel.refresh?.({ target: given, secrets, http, signal, now: () => NOW })
  } finally {
    await http.close()
  }
}

const second = { accessToken: 'f4ke-access-2', refreshToken: 'f4ke-refresh-2' }

describe('EV-30: tokens that are renewed', () => {
  test('a refresh token gives a new pair for a day, and works', async () => {
    const fake = await start()
    const report = await refresh(fake)
    expect(report).toEqual({ isOk: true, secrets: second, expiresAt: NOW + 86_400_000 })
    expect(fake.requests[0]?.json).toEqual({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: 'f4ke-refresh-1',
      redirect_uri: redirectUri,
    })
    const channel = createAmocrmChannel({ apiUrl: fake.url })
    const made = { channel, target: { ...target, identity: 'event' } }
    expect(await tryChannel({ ...made, secrets: { ...first, ...second } })).toMatchObject({
      outcome: 'delivered',
    })
    expect(await tryChannel({ ...made, secrets: first })).toMatchObject({ code: 'AMOCRM_401' })
  })
  test('a refresh token is good for one use', async () => {
    const fake = await start()
    await refresh(fake)
    expect(await refresh(fake)).toMatchObject({
      isOk: false,
      isFinal: true,
      code: 'AMOCRM_400',
      reasons: [{ key: 'renewal_refused' }],
    })
  })
  test('a code that was entered gives the first pair, once', async () => {
    const fake = await start()
    const secrets = { clientSecret, authorizationCode: FAKE_AMOCRM_CODE }
    const report = await refresh(fake, secrets)
    expect(report).toMatchObject({
      isOk: true,
      secrets: { ...second, authorizationCode: USED_CODE },
    })
    const next = { ...secrets, ...(report?.isOk ? report.secrets : {}) }
    expect(await refresh(fake, next)).toMatchObject({
      isOk: true,
      secrets: { accessToken: 'f4ke-access-3', refreshToken: 'f4ke-refresh-3' },
    })
  })
  test('a long-lived token that has ended is not renewed', async () => {
    const fake = await start()
    expect(await refresh(fake, { accessToken: FAKE_AMOCRM_TOKEN })).toMatchObject({
      isOk: false,
      isFinal: true,
      code: 'AMOCRM_NOT_RENEWABLE',
      reasons: [{ key: 'not_renewable' }],
    })
    expect(fake.requests).toHaveLength(0)
  })
  test.each<[string, object, Record<string, string>]>([
    ['without a redirect address', { ...target, redirectUri: null }, first],
    ['without an id', { ...target, clientId: null }, first],
    ['without a key', target, { ...first, clientSecret: '' }],
  ])('%s nothing is asked', async (_, given, secrets) => {
    const fake = await start()
    expect(await refresh(fake, secrets, given)).toMatchObject({
      isFinal: true,
      reasons: [{ key: 'integration_missing' }],
    })
    expect(fake.requests).toHaveLength(0)
  })
  test('the tokens go to no other host', async () => {
    const fake = await start()
    const given = { ...target, domain: 'amocrm.ru.example.com' }
    expect(await refresh(fake, first, given)).toMatchObject({
      isFinal: true,
      code: 'FLOW_AMOCRM_DOMAIN_INVALID',
    })
    expect(fake.requests).toHaveLength(0)
  })
  test.each<[string, LoopbackReply, boolean]>([
    ['busy', amocrmReply.tooMany(), false],
    ['blocked', amocrmReply.problem(403, 'Forbidden', 'x'), false],
    ['broken', { status: 502, body: '' }, false],
    ['garbage', { status: 200, body: '{"access_token":"x"}' }, false],
    ['empty', amocrmReply.empty(), false],
    ['unknown client', amocrmReply.problem(401, 'Unauthorized', 'x'), true],
  ])('%s: final is %s', async (_, reply, isFinal) => {
    const fake = await start(reply)
    expect(await refresh(fake)).toMatchObject({ isOk: false, isFinal })
  })
  test('secrets that amoCRM repeats are masked', async () => {
    const fake = await start()
    const secrets = { ...first, clientSecret: 'wrong-client-secret' }
    const report = await refresh(fake, secrets)
    expect(report).toMatchObject({ isOk: false, code: 'AMOCRM_401' })
    expect(JSON.stringify(report)).not.toContain('wrong-client-secret')
  })
})
