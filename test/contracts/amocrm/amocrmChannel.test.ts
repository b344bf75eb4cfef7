import { afterEach, describe, expect, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import { amocrmReply } from '../../support/fakes/amocrm/amocrmReply.ts'
import { FAKE_AMOCRM_TOKEN } from '../../support/fakes/amocrm/amocrmTokens.ts'
import { type AmocrmFake, startAmocrmFake } from '../../support/fakes/amocrm/startAmocrmFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import { tryChannel } from '../../support/fakes/tryChannel.ts'

const open: AmocrmFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Script = (call: string) => LoopbackReply | undefined
type Given = {
  target?: Record<string, unknown>
  current?: JsonObject
  secrets?: Record<string, string>
  script?: Script
}

const account = { domain: 'example.amocrm.ru', idField: 501 }
const token = { accessToken: FAKE_AMOCRM_TOKEN }

async function start(script: Script = () => undefined): Promise<AmocrmFake> {
  const fake = await startAmocrmFake((_, call) => script(call))
  open.push(fake)
  return fake
}

/** One try at an account. */
function deliverTo(
  fake: AmocrmFake,
  { current, secrets = token, target = {} }: Given = {},
): Promise<Attempt> {
  const channel = createAmocrmChannel({ apiUrl: `${fake.url}/` })
  const given = { ...account, ...target }
  return tryChannel({ channel, secrets, target: given, ...(current ? { current } : {}) })
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: AmocrmFake }> {
  const fake = await start(given.script)
  return { attempt: await deliverTo(fake, given), fake }
}

const anna = {
  title: 'Заказ {{ data.current.id }}',
  name: '{{ data.current.customerName }}',
  phone: '8 916 123-45-67',
  email: 'anna@example.com',
}
const ourId = { field_id: 501, values: [{ value: 'orders:42' }] }
const phone = { field_code: 'PHONE', values: [{ value: '+79161234567', enum_code: 'WORK' }] }
const email = { field_code: 'EMAIL', values: [{ value: 'anna@example.com', enum_code: 'WORK' }] }

describe('EV-30: what is made in the CRM', () => {
  test('a lead with everything, and its contact in the same call', async () => {
    const { attempt, fake } = await deliver({
      target: {
        ...anna,
        ...{ lastName: 'Каренина', price: '1500.50', tags: 'сайт, {{ type }},, сайт' },
        ...{ pipeline: '20', status: 21, responsible: '7' },
        mapping: [
          { to: 'lead.UTM_SOURCE', from: { path: 'data.current.utm' } },
          { to: 'lead.502.*.enum_id', from: { path: 'data.current.kinds.*' } },
          { to: 'contact.601', from: { constant: true } },
        ],
      },
      current: { utm: 'goo"gle', kinds: [1, 2] },
    })
    expect([...fake.leads]).toEqual([
      [
        1001,
        {
          ...{ name: 'Заказ 42', price: 1500.5, pipeline_id: 20, status_id: 21 },
          responsible_user_id: 7,
          custom_fields_values: [
            ourId,
            { field_id: 502, values: [{ enum_id: 1 }, { enum_id: 2 }] },
            { field_code: 'UTM_SOURCE', values: [{ value: 'goo"gle' }] },
          ],
          tags: ['сайт', 'order.paid'],
          contacts: [3001],
        },
      ],
    ])
    expect([...fake.contacts]).toEqual([
      [
        3001,
        {
          ...{ first_name: 'Анна 👋', last_name: 'Каренина' },
          custom_fields_values: [{ field_id: 601, values: [{ value: true }] }, phone, email],
        },
      ],
    ])
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'AMOCRM_ADDED',
      receipt: { entity: 'lead', id: '1001', contactId: '3001' },
    })
    expect(fake.calls).toEqual([
      ...['GET /leads', 'GET /contacts', 'GET /contacts'],
      'POST /leads/complex',
    ])
  })
  test('later events of the document change it: tags are added, other fields stay', async () => {
    const fake = await start()
    await deliverTo(fake, { target: { ...anna, price: '100', tags: 'сайт' } })
    const mapping = [{ to: 'lead.UTM_SOURCE', from: { constant: 'x' } }]
    const attempt = await deliverTo(fake, {
      target: { ...anna, title: 'Оплачен', status: 142, tags: 'оплата', mapping },
    })
    expect(attempt).toMatchObject({
      code: 'AMOCRM_CHANGED',
      receipt: { id: '1001' },
      reasons: [{ key: 'changed', params: { id: 1001 } }],
    })
    expect([...fake.leads.values()]).toMatchObject([
      { name: 'Оплачен', price: 100, status_id: 142, tags: ['сайт', 'оплата'] },
    ])
    expect(fake.contacts.size).toBe(1)
    expect(fake.calls.slice(-2)).toEqual(['GET /leads', 'PATCH /leads/1001'])
  })
  test('a document whose number only begins the same is another one', async () => {
    const fake = await start()
    const other = { field_id: 501, values: [{ value: 'orders:420' }] }
    const stranger = { field_id: 502, values: [{ value: 'orders:42' }] }
    fake.leads.set(5, { custom_fields_values: [other], tags: [], contacts: [] })
    fake.leads.set(6, { custom_fields_values: [stranger], tags: [], contacts: [] })
    expect(await deliverTo(fake)).toMatchObject({ code: 'AMOCRM_ADDED' })
    expect(fake.leads.get(5)).not.toHaveProperty('name')
  })
  test('it is found behind many that begin the same', async () => {
    const fake = await start()
    for (let id = 1; id <= 101; id += 1) {
      const value = id === 101 ? 'orders:42' : `orders:42${id}`
      const fields = [{ field_id: 501, values: [{ value }] }]
      fake.leads.set(id, { custom_fields_values: fields, tags: [], contacts: [] })
    }
    expect(await deliverTo(fake)).toMatchObject({ receipt: { id: '101' } })
    expect(fake.calls).toEqual(['GET /leads', 'GET /leads', 'GET /leads', 'PATCH /leads/101'])
  })
  test('a new one per event, but not per try', async () => {
    const fake = await start()
    const target = { ...anna, identity: 'event' }
    await deliverTo(fake, { target })
    await deliverTo(fake, { target })
    expect([...fake.leads.values()]).toMatchObject([
      { custom_fields_values: [{ values: [{ value: 'dlv_1' }] }] },
    ])
  })
  test('a new one per event without a field for our id: nothing is looked for', async () => {
    const { fake } = await deliver({ target: { identity: 'event', idField: null } })
    expect(fake.calls).toEqual(['POST /leads/complex'])
    expect(fake.requests[0]?.json).toEqual([{ name: 'order.paid 42', request_id: 'dlv_1' }])
  })
  test('a try after a lost answer makes nothing twice', async () => {
    let isLost = true
    const fake = await start((call) => {
      if (call !== 'POST /leads/complex' || !isLost) return undefined
      isLost = false
      fake.leads.set(77, { name: 'x', custom_fields_values: [ourId], tags: [], contacts: [] })
      return { status: 504, body: '' }
    })
    expect(await deliverTo(fake, { target: anna })).toMatchObject({ outcome: 'unavailable' })
    expect(await deliverTo(fake, { target: anna })).toMatchObject({ receipt: { id: '77' } })
    expect(fake.leads.size).toBe(1)
  })
  test('a lead that amoCRM takes for a duplicate is told', async () => {
    const merged = { id: 9, contact_id: 8, company_id: null, request_id: ['dlv_1'], merged: true }
    const { attempt } = await deliver({
      script: (call) => (call === 'POST /leads/complex' ? amocrmReply.done([merged]) : undefined),
    })
    expect(attempt).toMatchObject({ code: 'AMOCRM_MERGED', reasons: [{ key: 'merged' }] })
  })
})

describe('EV-30: the contact', () => {
  const written = (code: string, value: string) => ({ field_code: code, values: [{ value }] })
  test.each([
    ['phone, however it is written', written('PHONE', '8 (916) 123-45-67'), 2],
    ['e-mail in other letters', written('EMAIL', 'Anna@Example.com'), 3],
  ])('is found by %s', async (_, field, searches) => {
    const fake = await start()
    fake.contacts.set(5, { first_name: 'А', custom_fields_values: [field] })
    const attempt = await deliverTo(fake, { target: { ...anna, tags: 'сайт' } })
    expect(attempt).toMatchObject({
      code: 'AMOCRM_ADDED',
      receipt: { contactId: '5' },
      reasons: [{ key: 'contact_found', params: { id: 5 } }],
    })
    expect([...fake.leads.values()]).toMatchObject([{ contacts: [5], tags: ['сайт'] }])
    expect([...fake.contacts]).toEqual([[5, { first_name: 'А', custom_fields_values: [field] }]])
    expect(fake.calls).toHaveLength(searches + 1)
    expect(fake.calls.at(-1)).toBe('POST /leads')
  })
  test('of another number with the same last digits is somebody else', async () => {
    const fake = await start()
    fake.contacts.set(5, { custom_fields_values: [written('PHONE', '+375 9161234567')] })
    await deliverTo(fake, { target: anna })
    expect(fake.contacts.size).toBe(2)
  })
  test('a number that is none still reaches the CRM', async () => {
    const { fake } = await deliver({ target: { phone: 'вечером, 12-34' } })
    expect([...fake.contacts.values()]).toEqual([
      {
        custom_fields_values: [
          { field_code: 'PHONE', values: [{ value: 'вечером, 12-34', enum_code: 'WORK' }] },
        ],
      },
    ])
  })
})
