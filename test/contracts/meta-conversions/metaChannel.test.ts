import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { createMetaConversionsChannel } from '../../../plugins/channels/meta-conversions/metaConversionsChannel.ts'
import { metaUserData } from '../../../plugins/channels/meta-conversions/metaUserData.ts'
import type { JsonObject } from '../../../src/index.ts'
import {
  FAKE_META_DATASET,
  FAKE_META_TOKEN,
  type MetaFake,
  metaError,
  reply,
  startMetaFake,
} from '../../support/fakes/meta-conversions/startMetaFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const open: MetaFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const buyer = {
  number: 'FM-7',
  customer: 318,
  customerEmail: ' Anna@Example.com',
  customerPhone: '8 916 123-45-67',
  customerName: 'Анна Смирнова',
  shippingAddress: { city: 'Санкт-Петербург', postalCode: '125 047' },
  items: [{ sku: 'A', quantity: 2, price: { amount: 10 } }],
}

type Given = {
  target?: Record<string, unknown>
  current?: JsonObject
  reply?: LoopbackReply
  secrets?: Record<string, string>
}

async function prepare({ reply: scripted, secrets, target = {} }: Given) {
  const fake = await startMetaFake(() => scripted)
  open.push(fake)
  const channel = createMetaConversionsChannel({ apiUrl: `${fake.url}/` })
  const form = { datasetId: FAKE_META_DATASET, ...target }
  return {
    fake,
    given: { channel, target: form, secrets: secrets ?? { accessToken: FAKE_META_TOKEN } },
  }
}

async function deliver(given: Given = {}) {
  const { fake, given: ready } = await prepare(given)
  return { attempt: await tryChannel({ ...ready, current: given.current ?? buyer }), fake }
}

describe('EV-30: the conversion that is counted', () => {
  test('a paid order is a Purchase: hashed person, value, and the event’s own id', async () => {
    const { attempt, fake } = await deliver()
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'META_OK',
      receipt: { traceId: 'AbCdEf' },
    })
    expect(fake.counted).toEqual([
      {
        event_name: 'Purchase',
        event_id: 'evt_01930000-0000-7000-8000-000000000001',
        event_time: 1795255200,
        action_source: 'system_generated',
        user_data: {
          em: [sha256('anna@example.com')],
          ph: [sha256('79161234567')],
          fn: [sha256('анна')],
          ln: [sha256('смирнова')],
          ct: [sha256('санктпетербург')],
          zp: [sha256('125047')],
          external_id: [sha256('318')],
        },
        custom_data: {
          value: 20000,
          currency: 'RUB',
          order_id: 'FM-7',
          contents: [{ id: 'A', quantity: 2, item_price: 10 }],
        },
      },
    ])
    expect(fake.requests[0]?.path).toBe(`/v26.0/${FAKE_META_DATASET}/events`)
  })
  test('a try again is counted once; nobody reads the person in the log', async () => {
    const { fake, given } = await prepare({})
    const attempts = [
      await tryChannel({ ...given, current: buyer }),
      await tryChannel({ ...given, current: buyer }),
    ]
    expect(fake.requests).toHaveLength(2)
    expect(fake.counted).toHaveLength(1)
    const shown = JSON.stringify(attempts)
    for (const secret of [FAKE_META_TOKEN, 'xample.com', '9161234567', 'мирнова'])
      expect(shown).not.toContain(secret)
  })
  test('own rules: another name and a website visitor with a click', async () => {
    const { fake } = await deliver({
      target: {
        testEventCode: 'TEST1',
        mapping: [
          { to: 'event_name', from: { constant: 'Donate' } },
          { to: 'action_source', from: { constant: 'website' } },
          { to: 'event_source_url', from: { constant: 'https://shop.example/' } },
          { to: 'user_data', from: { path: 'data.current.visitor' } },
        ],
      },
      current: { visitor: { client_user_agent: 'UA', fbclid: 'AbC', em: sha256('x'), pin: '1' } },
    })
    expect(fake.counted[0]).toMatchObject({ event_name: 'Donate' })
    expect(fake.counted[0]?.user_data).toEqual({
      client_user_agent: 'UA',
      fbc: 'fb.1.1795255200000.AbC',
      em: [sha256('x')],
    })
    expect(fake.requests[0]?.json).toMatchObject({ test_event_code: 'TEST1' })
  })
  test.each<[string, Record<string, unknown>, string, object]>([
    [
      'nobody',
      { mapping: [{ to: 'user_data', from: { constant: { unheard: 'x' } } }] },
      'FLOW_META_USER_MISSING',
      {},
    ],
    [
      'no money',
      { mapping: [{ to: 'custom_data', from: { constant: {} } }] },
      'FLOW_META_FIELD_MISSING',
      { field: 'custom_data.value' },
    ],
    [
      'a website without its page',
      { mapping: [{ to: 'action_source', from: { constant: 'website' } }] },
      'FLOW_META_FIELD_MISSING',
      { field: 'event_source_url' },
    ],
    [
      'an unheard source',
      { mapping: [{ to: 'action_source', from: { constant: 'moon' } }] },
      'FLOW_META_FIELD_INVALID',
      { field: 'action_source' },
    ],
    [
      'more than a week old',
      { mapping: [{ to: 'event_time', from: { constant: 1795255200 - 7 * 86_400 - 1 } }] },
      'FLOW_META_TOO_OLD',
      { days: 7 },
    ],
    ['no pixel', { datasetId: '' }, 'FLOW_META_ACCOUNT_MISSING', { field: 'datasetId' }],
  ])('%s: not sent', async (_, target, code, params) => {
    const { attempt, fake } = await deliver({ target })
    expect(attempt).toMatchObject({ outcome: 'rejected', code, reasons: [{ params }] })
    expect(fake.requests).toEqual([])
  })
  test('what Meta would not take of a person is left out and said', async () => {
    const mapping = [{ to: 'user_data.country', from: { constant: 'Россия' } }]
    const { attempt } = await deliver({ target: { mapping } })
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      reasons: [{ key: 'user_unfit', params: { fields: 'country' } }],
    })
  })
})

describe('answers', () => {
  test.each<[string, LoopbackReply, string, string, string]>([
    ['token', metaError(400, { code: 190, message: 'x' }), 'rejected', 'META_190', 'token'],
    [
      'parameter',
      metaError(400, { code: 100, error_subcode: 2804019, error_user_msg: 'no' }),
      'rejected',
      'META_100_2804019',
      'refused',
    ],
    ['limit', metaError(400, { code: 80004 }), 'unavailable', 'META_80004', 'busy'],
    ['limit of the app', metaError(403, { code: 4 }), 'unavailable', 'META_4', 'busy'],
    ['trouble', metaError(500, { code: 1 }), 'unavailable', 'META_1', 'broken'],
    [
      'said to be transient',
      metaError(400, { code: 100, is_transient: true }),
      'unavailable',
      'META_100',
      'broken',
    ],
    ['a gateway', { status: 502, body: '<html>' }, 'unavailable', 'http_502', 'broken'],
    ['a wall', { status: 403, body: '<html>' }, 'unavailable', 'http_403', 'foreign'],
    ['another yes', reply(200, { ok: true }), 'unavailable', 'http_200', 'foreign'],
    [
      'nothing counted',
      reply(200, { events_received: 0 }),
      'rejected',
      'META_NOT_RECEIVED',
      'not_received',
    ],
  ])('%s', async (_, scripted, outcome, code, key) => {
    const { attempt } = await deliver({ reply: scripted })
    expect(attempt).toMatchObject({ outcome, code, reasons: [{ key }] })
  })
  test('a remark of Meta stands in the note', async () => {
    const scripted = reply(200, { events_received: 1, messages: ['check em'] })
    const { attempt } = await deliver({ reply: scripted })
    expect(attempt).toMatchObject({ outcome: 'delivered', note: 'Meta remarks: check em' })
  })
})

describe('the account and the form', () => {
  test.each<[string, Given, object]>([
    ['alive', {}, { isOk: true, account: `Пиксель магазина (${FAKE_META_DATASET})` }],
    ['a wrong token', { secrets: { accessToken: 'x' } }, { isOk: false, code: 'META_190' }],
    ['no token', { secrets: {} }, { isOk: false, code: 'FLOW_META_ACCOUNT_MISSING' }],
    ['a strange dataset', { target: { datasetId: '99999' } }, { isOk: false, code: 'META_100_33' }],
  ])('check: %s, and nothing is counted', async (_, given, expected) => {
    const { fake, given: ready } = await prepare(given)
    expect(await tryConnection(ready)).toMatchObject(expected)
    expect(fake.counted).toEqual([])
  })
  test('what is saved, shown and previewed', async () => {
    const channel = createMetaConversionsChannel()
    const target = { datasetId: FAKE_META_DATASET }
    expect(await tryValidate({ channel, target })).toBeUndefined()
    expect(await tryValidate({ channel, target: { datasetId: 'abc' } })).toEqual([
      'FLOW_META_DATASET_INVALID',
      'datasetId',
    ])
    expect(channel.describeTarget(channel.target.parse(target))).toBe(`Meta ${FAKE_META_DATASET}`)
    const preview = await tryPreview({ channel, target, current: buyer })
    expect(preview?.json).toMatchObject({ event_name: 'Purchase' })
    expect(JSON.stringify(preview)).not.toContain('xample.com')
  })
})

test('no value of a person ever leaves in clear', () => {
  const field = fc.constantFrom('em', 'ph', 'fn', 'ct', 'zp', 'country', 'external_id', 'name', 'x')
  const word = fc.string({ minLength: 3 }).map((text) => `§${text}§`)
  fc.assert(
    fc.property(fc.dictionary(field, fc.oneof(word, fc.array(word))), (given) => {
      expect(JSON.stringify(metaUserData(given, 1).data)).not.toContain('§')
    }),
  )
})
