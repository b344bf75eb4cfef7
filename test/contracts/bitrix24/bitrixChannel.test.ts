import { afterEach, describe, expect, test } from '@jest/globals'

import { createBitrixChannel } from '../../../plugins/channels/bitrix24/bitrixChannel.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import {
  type BitrixFake,
  bitrixReply,
  FAKE_BITRIX_CODE,
  FAKE_BITRIX_URL,
  startBitrixFake,
} from '../../support/fakes/bitrix24/startBitrixFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const open: BitrixFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Script = (method: string) => LoopbackReply | undefined
type Given = {
  target?: Record<string, unknown>
  current?: JsonObject
  secrets?: Record<string, string>
  script?: Script
}

async function start(script: Script = () => undefined): Promise<BitrixFake> {
  const fake = await startBitrixFake((_, method) => script(method))
  open.push(fake)
  return fake
}

/** One try at a portal. */
function deliverTo(
  fake: BitrixFake,
  { current, secrets = { webhookUrl: FAKE_BITRIX_URL }, target = {} }: Given = {},
): Promise<Attempt> {
  const channel = createBitrixChannel({ apiUrl: `${fake.url}/` })
  return tryChannel({ channel, secrets, target, ...(current ? { current } : {}) })
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: BitrixFake }> {
  const fake = await start(given.script)
  return { attempt: await deliverTo(fake, given), fake }
}

const anna = {
  title: 'Заказ {{ data.current.id }}',
  name: '{{ data.current.customerName }}',
  phone: '8 916 123-45-67',
  email: 'anna@example.com',
}
const origin = { ORIGINATOR_ID: 'flowmasters', ORIGIN_ID: 'orders:42' }
const person = {
  NAME: 'Анна 👋',
  PHONE: [{ VALUE: '+79161234567', VALUE_TYPE: 'WORK' }],
  EMAIL: [{ VALUE: 'anna@example.com', VALUE_TYPE: 'WORK' }],
}

describe('EV-30: what is made in the CRM', () => {
  test('a lead with everything', async () => {
    const { attempt, fake } = await deliver({
      target: {
        ...anna,
        ...{ lastName: 'Каренина', comments: 'Строка 1\nСтрока 2', amount: '1500.50' },
        ...{ currency: 'RUB', stage: 'NEW', responsible: 7 },
        fields: '{"UTM_SOURCE": "{{ data.current.utm }}", "UF_CRM_1": ["x"]}',
      },
      current: { utm: 'goo"gle' },
    })
    expect([...fake.objects.lead.values()]).toEqual([
      {
        ...person,
        ...origin,
        LAST_NAME: 'Каренина',
        TITLE: 'Заказ 42',
        SOURCE_ID: 'WEB',
        OPENED: 'Y',
        COMMENTS: 'Строка 1\nСтрока 2',
        ASSIGNED_BY_ID: '7',
        OPPORTUNITY: 1500.5,
        CURRENCY_ID: 'RUB',
        STATUS_ID: 'NEW',
        UTM_SOURCE: 'goo"gle',
        UF_CRM_1: ['x'],
      },
    ])
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'BITRIX24_ADDED',
      receipt: { entity: 'lead', id: '1100' },
    })
  })
  test('later events of the document change it, and add no second phone', async () => {
    const fake = await start()
    await deliverTo(fake, { target: anna })
    const attempt = await deliverTo(fake, { target: { ...anna, title: 'Оплачен', stage: 'DONE' } })
    expect(attempt).toMatchObject({
      code: 'BITRIX24_CHANGED',
      receipt: { id: '1100' },
      reasons: [{ key: 'changed', params: { id: '1100' } }],
    })
    expect([...fake.objects.lead.values()]).toMatchObject([
      { TITLE: 'Оплачен', STATUS_ID: 'DONE', PHONE: person.PHONE },
    ])
    const { body } = fake.requests.at(-1) ?? { body: '' }
    expect(JSON.parse(body).fields).not.toHaveProperty('PHONE')
  })
  test('a new one per event, but not per try', async () => {
    const fake = await start()
    const target = { ...anna, identity: 'event' }
    await deliverTo(fake, { target })
    await deliverTo(fake, { target })
    expect([...fake.objects.lead.values()]).toMatchObject([{ ORIGIN_ID: 'dlv_1' }])
  })
  test('what was made for another document is left alone', async () => {
    const fake = await start()
    fake.objects.lead.set('9', { TITLE: 'Другой', ...origin, ORIGIN_ID: 'orders:41' })
    expect(await deliverTo(fake, { target: anna })).toMatchObject({ code: 'BITRIX24_ADDED' })
    expect(fake.objects.lead.get('9')).toMatchObject({ TITLE: 'Другой' })
  })
  test('a deal gets its contact, and finds it again by phone or e-mail', async () => {
    const fake = await start()
    const target = { ...anna, entity: 'deal', identity: 'event' }
    await deliverTo(fake, { target })
    expect([...fake.objects.contact.values()]).toEqual([
      { ...person, SOURCE_ID: 'WEB', OPENED: 'Y' },
    ])
    expect([...fake.objects.deal.values()]).toMatchObject([{ CONTACT_ID: '3100' }])
    fake.objects.deal.clear()
    const byMail = await deliverTo(fake, { target: { ...target, phone: '+79990000009' } })
    expect(byMail).toMatchObject({ reasons: [{ key: 'contact_found', params: { id: '3100' } }] })
    expect(fake.objects.contact.size).toBe(1)
    expect(fake.methods).toEqual([
      ...['batch', 'crm.deal.list', 'crm.duplicate.findbycomm', 'crm.duplicate.findbycomm'],
      ...['crm.contact.add', 'crm.deal.add'],
      ...['batch', 'crm.deal.list', 'crm.duplicate.findbycomm', 'crm.duplicate.findbycomm'],
      'crm.deal.add',
    ])
  })
  test('a deal without a person has no contact', async () => {
    const { fake } = await deliver({ target: { entity: 'deal' } })
    expect([...fake.objects.deal.values()]).toEqual([
      { TITLE: 'order.paid 42', SOURCE_ID: 'WEB', OPENED: 'Y', ...origin },
    ])
    expect(fake.objects.contact.size).toBe(0)
  })
  test('a contact that is there already is changed', async () => {
    const fake = await start()
    fake.objects.contact.set('5', { NAME: 'А', PHONE: person.PHONE })
    const attempt = await deliverTo(fake, { target: { ...anna, entity: 'contact' } })
    expect(attempt).toMatchObject({ code: 'BITRIX24_CHANGED', receipt: { id: '5' } })
    expect(fake.objects.contact.get('5')).toMatchObject({ NAME: 'Анна 👋', PHONE: person.PHONE })
  })
  test('a try after a lost answer makes nothing twice', async () => {
    let isLost = true
    const fake = await start((method) => {
      if (method !== 'crm.lead.add' || !isLost) return undefined
      isLost = false
      fake.objects.lead.set('77', { TITLE: 'Заказ 42', ...origin })
      return { status: 504, body: '' }
    })
    expect(await deliverTo(fake, { target: anna })).toMatchObject({ outcome: 'unavailable' })
    expect(await deliverTo(fake, { target: anna })).toMatchObject({ receipt: { id: '77' } })
    expect(fake.objects.lead.size).toBe(1)
  })
  test('a number that is none still reaches the CRM', async () => {
    const { fake } = await deliver({ target: { ...anna, phone: 'вечером, 12-34' } })
    expect([...fake.objects.lead.values()]).toMatchObject([
      { PHONE: [{ VALUE: 'вечером, 12-34' }] },
    ])
  })
})

describe('answers', () => {
  const at =
    (method: string, reply: LoopbackReply): Script =>
    (called) =>
      called === method ? reply : undefined
  test.each<[string, Script, string, string, number | undefined]>([
    [
      'flood',
      at('batch', bitrixReply(503, 'QUERY_LIMIT_EXCEEDED', 'x')),
      'unavailable',
      'busy',
      undefined,
    ],
    [
      'worn method',
      at('crm.lead.add', bitrixReply(429, 'OPERATION_TIME_LIMIT', 'x')),
      'unavailable',
      'busy',
      300_000,
    ],
    [
      'worn method at once',
      at('batch', bitrixReply(429, 'OPERATION_TIME_LIMIT', 'x')),
      'unavailable',
      'busy',
      600_000,
    ],
    [
      'block',
      at('batch', bitrixReply(503, 'OVERLOAD_LIMIT', 'blocked')),
      'rejected',
      'blocked',
      undefined,
    ],
    ['gone', at('batch', bitrixReply(500, 'PORTAL_DELETED', 'x')), 'rejected', 'gone', undefined],
    [
      'plan',
      at('batch', bitrixReply(403, 'ACCESS_DENIED', 'only on commercial plans')),
      'rejected',
      'forbidden',
      undefined,
    ],
    [
      'scope',
      at('batch', bitrixReply(403, 'insufficient_scope', 'x')),
      'rejected',
      'forbidden',
      undefined,
    ],
    [
      'unknown, ours',
      at('crm.lead.add', bitrixReply(400, 100, 'x')),
      'rejected',
      'refused',
      undefined,
    ],
    [
      'unknown, theirs',
      at('crm.lead.add', bitrixReply(502, 'odd', 'x')),
      'unavailable',
      'broken',
      undefined,
    ],
    [
      'success that is none',
      at('crm.lead.add', { status: 200, body: '{"result":false}' }),
      'unavailable',
      'foreign',
      undefined,
    ],
    ['wall', at('batch', { status: 403, body: '<html>' }), 'unavailable', 'foreign', undefined],
    [
      'moved',
      at('batch', {
        status: 302,
        headers: { location: 'https://new.bitrix24.ru/rest/1/x/batch.json' },
        body: '',
      }),
      'rejected',
      'moved',
      undefined,
    ],
  ])('%s', async (_, script, outcome, key, retryAfterMs) => {
    const { attempt } = await deliver({ target: anna, script })
    expect(attempt).toMatchObject({ outcome, reasons: [{ key }] })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
  })
  test('a failure of one command inside a batch that succeeded', async () => {
    const failed = { error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' }
    const body = JSON.stringify({ result: { result: [], result_error: { own: failed } } })
    const script: Script = (method) => (method === 'batch' ? { status: 200, body } : undefined)
    const { attempt, fake } = await deliver({ target: anna, script })
    expect(attempt).toMatchObject({ outcome: 'unavailable', reasons: [{ key: 'busy' }] })
    expect(fake.objects.lead.size).toBe(0)
  })
  test('the code of the webhook stays out of the log', async () => {
    const { attempt } = await deliver({ target: anna })
    expect(JSON.stringify(attempt)).not.toContain(FAKE_BITRIX_CODE)
    expect(attempt.exchange.request['url']).toMatch(/\/rest\/1\/\*\*\*\/crm\.lead\.add\.json$/)
  })
})

describe('what never leaves', () => {
  test.each<[Given, string]>([
    [{ secrets: {} }, 'FLOW_BITRIX_URL_MISSING'],
    [{ secrets: { webhookUrl: 'https://shop.bitrix24.ru/crm/' } }, 'FLOW_BITRIX_URL_INVALID'],
    [{ target: { title: '{{ "" }} ' } }, 'FLOW_BITRIX_TITLE_EMPTY'],
    [{ target: { entity: 'contact' } }, 'FLOW_BITRIX_CONTACT_EMPTY'],
    [{ target: { amount: '1 500 руб.' } }, 'FLOW_BITRIX_AMOUNT_INVALID'],
    [{ target: { fields: '{"title": "x"}' } }, 'FLOW_BITRIX_FIELDS_INVALID'],
    [{ target: { fields: '["x"]' } }, 'FLOW_BITRIX_FIELDS_INVALID'],
    [{ target: { fields: '{' } }, 'FLOW_BITRIX_FIELDS_INVALID'],
    [{ target: { name: '{{ data.current.nope }}' } }, 'FLOW_TEMPLATE_FAILED'],
  ])('%j', async (given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })
})

describe('the account and the form', () => {
  test.each<[string, Given, object]>([
    ['alive', {}, { isOk: true, account: 'shop.bitrix24.ru Анна Каренина' }],
    ['no address', { secrets: {} }, { isOk: false, code: 'FLOW_BITRIX_URL_MISSING' }],
    [
      'another code',
      { secrets: { webhookUrl: 'https://shop.bitrix24.ru/rest/1/anotherCode1/' } },
      { isOk: false, code: 'BITRIX24_NO_AUTH_FOUND' },
    ],
    [
      'no right to the CRM',
      {
        script: (method) =>
          method === 'crm.item.fields' ? bitrixReply(403, 'insufficient_scope', 'x') : undefined,
      },
      { isOk: false, code: 'BITRIX24_INSUFFICIENT_SCOPE' },
    ],
  ])('check: %s, and nothing is written', async (_, given, expected) => {
    const fake = await start(given.script)
    const { secrets = { webhookUrl: FAKE_BITRIX_URL } } = given
    const channel = createBitrixChannel({ apiUrl: fake.url })
    expect(await tryConnection({ channel, secrets, target: {} })).toMatchObject(expected)
    expect(fake.objects.lead.size).toBe(0)
  })
  const channel = createBitrixChannel()
  test.each([
    [FAKE_BITRIX_URL, true],
    ['https://shop.bitrix24.ru/rest/1/abcdefgh12345678/profile.json', true],
    ['https://crm.example.com/rest/12/abcdefgh12345678', true],
    ['http://shop.bitrix24.ru/rest/1/abcdefgh12345678/', false],
    ['https://user:pass@shop.bitrix24.ru/rest/1/abcdefgh12345678/', false],
    ['https://shop.bitrix24.ru/rest/abcdefgh12345678/', false],
    ['abcdefgh12345678', false],
  ])('address %s: %s', (url, isFit) => {
    const check = () => channel.checkSecret?.('webhookUrl', url)
    if (isFit) expect(check).not.toThrow()
    else expect(check).toThrow(/FLOW_BITRIX_URL_INVALID/)
  })
  test.each([
    [{}, undefined],
    [{ fields: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'fields']],
  ])('%j', async (target, expected) => {
    expect(await tryValidate({ channel, target })).toEqual(expected)
  })
  test('preview and line', async () => {
    const target = { ...anna, entity: 'deal' }
    expect(await tryPreview({ channel, target })).toMatchObject({
      to: 'crm.deal',
      json: { fields: { TITLE: 'Заказ 42' }, contact: person },
    })
    expect(channel.describeTarget(channel.target.parse(target))).toBe(
      'Bitrix24 deal: Заказ {{ data.current.id }}',
    )
  })
})
