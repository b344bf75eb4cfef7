import { afterEach, describe, expect, test } from '@jest/globals'

import { createYandexMetricaChannel } from '../../../plugins/channels/yandex-metrica/yandexMetricaChannel.ts'
import type { JsonObject } from '../../../src/index.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'
import {
  FAKE_METRICA,
  type MetricaFake,
  metricaRefusal,
  metricaReply,
  startMetricaFake,
} from '../../support/fakes/yandex-metrica/startMetricaFake.ts'

const open: MetricaFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

const { counterId, token } = FAKE_METRICA

type Given = {
  mapping?: unknown
  target?: Record<string, unknown>
  current?: JsonObject
  reply?: LoopbackReply
  secrets?: Record<string, string>
}

async function prepare({ mapping = [], reply, secrets, target }: Given) {
  const fake = await startMetricaFake(() => reply)
  open.push(fake)
  const channel = createYandexMetricaChannel({ apiUrl: fake.url })
  const form = { counterId, mapping, ...target }
  return { fake, given: { channel, target: form, secrets: secrets ?? { token } } }
}

async function deliver(given: Given = {}) {
  const { fake, given: ready } = await prepare(given)
  const current = given.current ?? { customer: 318 }
  return { attempt: await tryChannel({ ...ready, current }), fake }
}
const rule = (to: string, constant: unknown) => ({ to, from: { constant } })

describe('EV-30: the conversion that is counted', () => {
  test('a paid order by the site’s own user', async () => {
    const { attempt, fake } = await deliver()
    expect(fake.rows).toEqual([
      {
        UserId: '318',
        Target: 'order_paid',
        DateTime: '1795255200',
        Price: '20000',
        Currency: 'RUB',
      },
    ])
    expect(fake.requests[0]?.query.get('comment')).toBe('dlv1')
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'METRICA_UPLOADED',
      receipt: { uploadId: '701' },
    })
    expect(JSON.stringify(attempt)).not.toContain(token)
  })
  test('the most exact visitor is taken; what a CSV could not bear is quoted', async () => {
    const mapping = [
      { to: 'ClientId', from: { path: 'data.current.ym' } },
      rule('Target', 'goal, with a comma'),
      rule('Price', 0.5),
    ]
    const { fake } = await deliver({ mapping, current: { customer: 1, ym: '133591247640966458' } })
    expect(fake.rows).toEqual([
      expect.objectContaining({
        ClientId: '133591247640966458',
        Target: 'goal, with a comma',
        Price: '0.5',
      }),
    ])
    expect(fake.rows[0]).not.toHaveProperty('UserId')
  })
  test.each<[string, Given, string]>([
    ['nobody', { current: {} }, 'FLOW_METRICA_VISITOR_MISSING'],
    [
      'a visitor of letters',
      { mapping: [rule('ClientId', 'GA1.2')] },
      'FLOW_METRICA_FIELD_INVALID',
    ],
    ['a goal of two lines', { mapping: [rule('Target', 'a\nb')] }, 'FLOW_METRICA_FIELD_INVALID'],
    ['a goal with signs', { mapping: [rule('Target', 'a=b')] }, 'FLOW_METRICA_FIELD_INVALID'],
    ['an unheard column', { mapping: [rule('Email', 'a')] }, 'FLOW_METRICA_FIELD_INVALID'],
    ['no tag', { target: { counterId: null } }, 'FLOW_METRICA_ACCOUNT_MISSING'],
    ['no token', { secrets: {} }, 'FLOW_METRICA_ACCOUNT_MISSING'],
  ])('%s: not sent', async (_, given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toEqual([])
  })
})

describe('answers', () => {
  test.each<[string, LoopbackReply, string, string]>([
    ['a wrong token', metricaRefusal(401, 'invalid_token'), 'rejected', 'token'],
    ['no right', metricaRefusal(403, 'access_denied'), 'rejected', 'token'],
    ['a bad file', metricaRefusal(400, 'invalid_uploading'), 'rejected', 'refused'],
    ['a quota', metricaRefusal(429, 'quota_requests'), 'unavailable', 'busy'],
    ['a quota by its name', metricaRefusal(400, 'quota_parallel'), 'unavailable', 'busy'],
    ['trouble', { status: 502, body: '<html>' }, 'unavailable', 'broken'],
    ['a wall', { status: 403, body: '<html>' }, 'unavailable', 'foreign'],
    ['another yes', metricaReply(200, { ok: true }), 'unavailable', 'foreign'],
    [
      'a failure inside success',
      metricaReply(200, { uploading: { id: 1, status: 'LINKAGE_FAILURE' } }),
      'rejected',
      'not_linked',
    ],
    [
      'an empty file inside success',
      metricaReply(200, { uploading: { id: 1, line_quantity: 0 } }),
      'rejected',
      'empty',
    ],
  ])('%s', async (_, reply, outcome, key) => {
    expect((await deliver({ reply })).attempt).toMatchObject({ outcome, reasons: [{ key }] })
  })
})

describe('the account and the form', () => {
  test.each<[string, Given, object]>([
    ['alive', {}, { isOk: true, account: 'Магазин «Утро» (12345678)' }],
    ['a wrong token', { secrets: { token: 'x' } }, { isOk: false, code: 'http_403' }],
    ['another tag', { target: { counterId: '9' } }, { isOk: false, code: 'http_403' }],
  ])('check: %s, and nothing is uploaded', async (_, given, expected) => {
    const { fake, given: ready } = await prepare(given)
    expect(await tryConnection(ready)).toMatchObject(expected)
    expect(fake.rows).toEqual([])
  })
  test('what is saved and previewed', async () => {
    const channel = createYandexMetricaChannel()
    expect(await tryValidate({ channel, target: { counterId: 12345678 } })).toBeUndefined()
    expect(await tryValidate({ channel, target: { counterId: 'G-1' } })).toEqual([
      'FLOW_METRICA_COUNTER_INVALID',
      'counterId',
    ])
    const target = { counterId }
    const preview = await tryPreview({ channel, target, current: { customer: 1 } })
    expect(preview).toMatchObject({
      to: `Metrica ${counterId}`,
      json: { UserId: '1', Target: 'order_paid' },
    })
  })
})
