import { afterEach, describe, expect, test } from '@jest/globals'

import { createGa4Channel } from '../../../plugins/channels/ga4/ga4Channel.ts'
import type { JsonObject } from '../../../src/index.ts'
import { FAKE_GA4, type Ga4Fake, startGa4Fake } from '../../support/fakes/ga4/startGa4Fake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const open: Ga4Fake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

const { apiSecret, measurementId } = FAKE_GA4
const buyer = {
  number: 'FM-7',
  customer: 318,
  customerEmail: 'anna@example.com',
  items: [{ sku: 'A', title: 'Кофе', quantity: 2, price: { amount: 10 } }],
}

type Given = {
  mapping?: unknown
  target?: Record<string, unknown>
  current?: JsonObject
  reply?: LoopbackReply
  secrets?: Record<string, string>
}

async function prepare({ mapping = [], reply, secrets, target }: Given) {
  const fake = await startGa4Fake(() => reply)
  open.push(fake)
  const channel = createGa4Channel({ apiUrl: fake.url })
  const form = { measurementId, mapping, ...target }
  return { fake, given: { channel, target: form, secrets: secrets ?? { apiSecret } } }
}

async function deliver(given: Given = {}) {
  const { fake, given: ready } = await prepare(given)
  return { attempt: await tryChannel({ ...ready, current: given.current ?? buyer }), fake }
}
const rule = (to: string, constant: unknown) => ({ to, from: { constant } })

describe('EV-30: the event that is counted', () => {
  test('a paid order is a purchase with its lines', async () => {
    const { attempt, fake } = await deliver({ mapping: [rule('client_id', '12.34')] })
    expect(attempt).toMatchObject({ outcome: 'delivered', code: 'http_204' })
    expect(attempt).not.toHaveProperty('note')
    expect(fake.counted).toEqual([
      {
        client_id: '12.34',
        user_id: '318',
        timestamp_micros: 1795255200000000,
        events: [
          {
            name: 'purchase',
            params: {
              engagement_time_msec: 1,
              value: 20000,
              currency: 'RUB',
              transaction_id: 'FM-7',
              items: [{ item_id: 'A', item_name: 'Кофе', price: 10, quantity: 2 }],
            },
          },
        ],
      },
    ])
    expect(JSON.stringify(attempt)).not.toContain(apiSecret)
  })
  test('without a visitor one is made: the same of the same person, and said so', async () => {
    const first = await deliver()
    const second = await deliver({ current: { ...buyer, number: 'FM-8' } })
    const other = await deliver({ current: { ...buyer, customerEmail: 'b@example.com' } })
    const [a, b, c] = [first, second, other].map(({ fake }) => fake.counted[0]?.client_id)
    expect(a).toMatch(/^\d+\.\d+$/)
    expect([a === b, a === c]).toEqual([true, false])
    expect(first.attempt).toMatchObject({ reasons: [{ key: 'client_made' }] })
    expect(JSON.stringify(first.fake.counted)).not.toContain('anna')
  })
  test('consent, properties of the person and DebugView', async () => {
    const { fake } = await deliver({
      target: { isDebug: true },
      mapping: [
        rule('consent.ad_user_data', 'DENIED'),
        rule('user_properties.plan', 'pro'),
        rule('params.session_id', '17'),
      ],
    })
    expect(fake.counted[0]).toMatchObject({
      consent: { ad_user_data: 'DENIED' },
      user_properties: { plan: { value: 'pro' } },
      events: [{ params: { session_id: '17', debug_mode: 1 } }],
    })
  })
  test.each<[string, unknown[], string, string]>([
    ['a reserved name', [rule('name', 'session_start')], 'FLOW_GA4_EVENT_INVALID', 'name'],
    ['a reserved prefix', [rule('name', 'ga_x')], 'FLOW_GA4_EVENT_INVALID', 'name'],
    ['a name too long', [rule('name', 'x'.repeat(41))], 'FLOW_GA4_EVENT_INVALID', 'name'],
    ['a value too long', [rule('params.x', 'x'.repeat(101))], 'FLOW_GA4_EVENT_INVALID', 'params.x'],
    ['a Russian parameter', [rule('params.цена', 1)], 'FLOW_GA4_EVENT_INVALID', 'params.цена'],
    [
      'too many parameters',
      Array.from({ length: 26 }, (_, index) => rule(`params.p${index}`, 1)),
      'FLOW_GA4_EVENT_INVALID',
      'params',
    ],
    ['an unheard field', [rule('events', 1)], 'FLOW_GA4_EVENT_INVALID', ''],
    ['an address', [rule('params.x', 'to a@b.example')], 'FLOW_GA4_PERSONAL_DATA', 'x'],
  ])('%s: Google would keep silent, so it is refused here', async (_, mapping, code, place) => {
    const { attempt, fake } = await deliver({ mapping })
    expect(attempt).toMatchObject({ outcome: 'rejected', code, reasons: [{ params: { place } }] })
    expect(fake.requests).toEqual([])
  })
  test('older than three days is not sent', async () => {
    const mapping = [rule('timestamp_micros', (1795255200 - 72 * 3600 - 1) * 1_000_000)]
    const { attempt } = await deliver({ mapping })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'FLOW_GA4_TOO_OLD' })
  })
})

describe('answers, account and form', () => {
  test.each<[number, string, string]>([
    [200, '', 'delivered'],
    [200, '<html>', 'unavailable'],
    [302, '', 'unavailable'],
    [404, '', 'rejected'],
    [408, '', 'unavailable'],
    [429, '', 'unavailable'],
    [500, '', 'unavailable'],
  ])('%i %j', async (status, body, outcome) => {
    expect((await deliver({ reply: { status, body } })).attempt.outcome).toBe(outcome)
  })
  test.each<[string, Given, object]>([
    ['fits', {}, { isOk: true, account: measurementId }],
    [
      'found wanting',
      {
        reply: {
          status: 200,
          body: '{"validationMessages":[{"description":"bad","validationCode":"NAME_INVALID"}]}',
        },
      },
      { isOk: false, code: 'GA4_NAME_INVALID', reason: 'Google finds a mistake: bad' },
    ],
    ['not Google', { reply: { status: 200, body: '<html>' } }, { isOk: false, code: 'http_200' }],
    ['no secret', { secrets: {} }, { isOk: false, code: 'FLOW_GA4_ACCOUNT_MISSING' }],
  ])('check: %s, and nothing is counted', async (_, given, expected) => {
    const { fake, given: ready } = await prepare(given)
    expect(await tryConnection(ready)).toMatchObject(expected)
    expect(fake.counted).toEqual([])
  })
  test('what is saved and previewed', async () => {
    const channel = createGa4Channel()
    expect(await tryValidate({ channel, target: { measurementId } })).toBeUndefined()
    expect(await tryValidate({ channel, target: { measurementId: 'UA-1' } })).toEqual([
      'FLOW_GA4_MEASUREMENT_ID_INVALID',
      'measurementId',
    ])
    const preview = await tryPreview({ channel, target: { measurementId }, current: buyer })
    expect(preview).toMatchObject({
      to: `GA4 ${measurementId}`,
      json: { events: [{ name: 'purchase' }] },
    })
  })
})
