import { afterEach, describe, expect, test } from '@jest/globals'

import { createUonTravelChannel } from '../../../plugins/channels/uon-travel/uonTravelChannel.ts'
import type { LoopbackReply, LoopbackRequest } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'
import {
  FAKE_UON_KEY,
  startUonFake,
  type UonFake,
  uonReply,
} from '../../support/fakes/uon-travel/startUonFake.ts'

const open: UonFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

const secrets = { apiKey: FAKE_UON_KEY }
const form = {
  ...{ name: ' {{ data.current.customerName }} ', lastName: 'Смирнова' },
  ...{
    phone: '8 916 123-45-67',
    email: 'anna@example.com',
    note: 'Тур {{ data.current.id }}\nна двоих',
  },
}

async function prepare(script?: (request: LoopbackRequest) => LoopbackReply | undefined) {
  const fake = await startUonFake(script)
  open.push(fake)
  const channel = createUonTravelChannel({ apiUrl: `${fake.url}/` })
  const deliver = (target: Record<string, unknown> = {}, attemptNumber = 1) =>
    tryChannel({ channel, secrets, target: { ...form, ...target }, attemptNumber })
  return { channel, deliver, fake }
}

const methods = ({ requests }: UonFake): string[] =>
  requests.map(({ path }) => path.replace(`/${FAKE_UON_KEY}/`, ''))

describe('LEAD-50: a lead in U-ON.Travel', () => {
  test('with its fields, in Russian too', async () => {
    const { deliver, fake } = await prepare()
    const mapping = [
      { to: 'utm_source', from: { constant: 'google' } },
      { to: 'extended_fields.111046', from: { path: 'data.current.total.ru.amount' } },
    ]
    const attempt = await deliver({ mapping, manager: 7, source: 'Сайт' })
    expect(attempt).toMatchObject({ code: 'UON_ADDED', receipt: { leadId: '1' } })
    expect(fake.leads).toEqual([
      {
        ...{ u_name: 'Анна 👋', u_surname: 'Смирнова', u_phone: '+79161234567' },
        ...{ u_email: 'anna@example.com', source: 'Сайт', note: 'Тур 42\nна двоих', r_u_id: '7' },
        ...{ utm_source: 'google', 'extended_fields[111046]': '20000' },
      },
    ])
    expect(JSON.stringify(attempt)).not.toContain(FAKE_UON_KEY)
  })

  test('a lost answer leaves no second lead when there is a field for our id', async () => {
    const { deliver, fake } = await prepare()
    await deliver({ idField: 222 })
    expect(fake.leads[0]).toMatchObject({ 'extended_fields[222]': 'dlv_1' })
    const again = await deliver({ idField: 222 }, 2)
    expect(again).toMatchObject({
      ...{ outcome: 'delivered', code: 'UON_FOUND', receipt: { leadId: '1' } },
      reasons: [{ key: 'found' }],
    })
    expect(fake.leads).toHaveLength(1)
    expect(methods(fake)).toEqual(['lead/create.json', 'lead/search.json'])
  })

  test('what a first try did not make, the second makes', async () => {
    const { deliver, fake } = await prepare()
    expect(await deliver({ idField: 222 }, 2)).toMatchObject({ code: 'UON_ADDED' })
    expect(methods(fake)).toEqual(['lead/search.json', 'lead/create.json'])
  })

  test('a search that ignores the filter finds nothing of ours', async () => {
    const { deliver, fake } = await prepare(({ path }) =>
      path.endsWith('search.json')
        ? uonReply(200, { result: 200, leads: [{ id: 9, extended_fields: { 222: 'dlv_0' } }] })
        : undefined,
    )
    expect(await deliver({ idField: 222 }, 2)).toMatchObject({ code: 'UON_ADDED' })
    expect(fake.leads).toHaveLength(1)
  })

  test('a phone that is none is sent as it was typed', async () => {
    const { deliver, fake } = await prepare()
    expect(await deliver({ phone: '12-34' })).toMatchObject({
      reasons: [{ key: 'phone_as_typed' }],
    })
    expect(fake.leads[0]).toMatchObject({ u_phone: '12-34' })
  })
})

test.each<[LoopbackReply, string, string, string]>([
  [uonReply(403, { error: { message: 'API key is wrong' } }), 'rejected', 'UON_403', 'key'],
  [uonReply(200, { error: { message: 'x' } }), 'rejected', 'UON_ERROR', 'refused'],
  [uonReply(200, { result: 404 }), 'rejected', 'UON_404', 'refused'],
  [uonReply(200, { result: 500 }), 'unavailable', 'UON_500', 'broken'],
  [uonReply(200, { result: 200 }), 'unavailable', 'UON_NO_ID', 'foreign'],
  [uonReply(404, []), 'unavailable', 'http_404', 'foreign'],
  [{ status: 500, body: '500 Server error' }, 'unavailable', 'UON_500', 'broken'],
])('answer %j', async (reply, outcome, code, key) => {
  const { deliver } = await prepare(() => reply)
  expect(await deliver()).toMatchObject({ outcome, code, reasons: [{ key }] })
})

describe('the account and the form', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ name: '', lastName: '', phone: '', email: '' }, 'FLOW_UON_PERSON_EMPTY'],
    [{ manager: 'Ольга' }, 'FLOW_UON_NUMBER_INVALID'],
    [{ name: '{{ data.current.nope }}' }, 'FLOW_TEMPLATE_FAILED'],
  ])('what never leaves: %j', async (target, code) => {
    const { deliver, fake } = await prepare()
    expect(await deliver(target)).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })

  test.each([
    [{}, 'FLOW_UON_KEY_MISSING'],
    [{ apiKey: 'https://api.u-on.ru/key' }, 'FLOW_UON_KEY_INVALID'],
  ])('the key %j', async (given, code) => {
    const { channel, fake } = await prepare()
    const attempt = await tryChannel({ channel, secrets: { ...given }, target: form })
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })

  test.each<[Record<string, unknown>, unknown]>([
    [{}, undefined],
    [{ idField: 'x' }, ['FLOW_UON_NUMBER_INVALID', 'idField']],
    [{ note: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'note']],
    [{ mapping: [{ to: 'a.b', from: { constant: 1 } }] }, ['FLOW_UON_FIELD_UNKNOWN', 'mapping']],
  ])('the form: %j', async (target, expected) => {
    const channel = createUonTravelChannel()
    expect(await tryValidate({ channel, target: { ...form, ...target } })).toEqual(expected)
  })

  test('check of the key', async () => {
    const { channel, fake } = await prepare()
    expect(await tryConnection({ channel, secrets, target: form })).toEqual({
      ...{ isOk: true, account: 'U-ON' },
    })
    const wrong = { apiKey: 'anotherKey0123' }
    const report = await tryConnection({ channel, secrets: wrong, target: form })
    expect(report).toMatchObject({ isOk: false, reasons: [{ key: 'key' }] })
    expect(fake.leads).toEqual([])
  })

  test('preview and line', async () => {
    const channel = createUonTravelChannel()
    const preview = await tryPreview({ channel, target: form })
    expect(preview).toMatchObject({ json: { u_name: 'Анна 👋', source: 'FlowMasters' } })
    expect(channel.describeTarget(channel.target.parse(form))).toBe('U-ON: FlowMasters')
  })
})
