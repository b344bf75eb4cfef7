import { afterEach, describe, expect, test } from '@jest/globals'

import { createMailingChannel } from '../../../plugins/channels/mailing/mailingChannel.ts'
import {
  type MailingProviderName,
  mailingProviderNames,
} from '../../../plugins/channels/mailing/mailingTarget.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import { FAKE_SENDPULSE_TOKEN } from '../../support/fakes/mailing/answerSendpulse.ts'
import { mailingFakeAccounts, mailingReply } from '../../support/fakes/mailing/listedContact.ts'
import { type MailingFake, startMailingFake } from '../../support/fakes/mailing/startMailingFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const open: MailingFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Given = {
  service?: MailingProviderName
  target?: Record<string, unknown>
  current?: JsonObject
  reply?: LoopbackReply
  secrets?: Record<string, string>
}

async function prepare({ reply, secrets, service = 'unisender', target = {} }: Given) {
  const fake = await startMailingFake(service, () => reply)
  open.push(fake)
  const { account, apiKey, list } = mailingFakeAccounts[service]
  const own = { provider: service, account, list, email: 'anna@example.com' }
  const channel = createMailingChannel({ apiUrls: { [service]: `${fake.url}/` } })
  return { fake, given: { channel, secrets: secrets ?? { apiKey }, target: { ...own, ...target } } }
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: MailingFake }> {
  const { fake, given: ready } = await prepare(given)
  const { current } = given
  return { attempt: await tryChannel({ ...ready, ...(current ? { current } : {}) }), fake }
}

const whole = {
  email: ' {{ data.current.email }} ',
  name: 'Анна & Ко',
  phone: '8 916 123-45-67',
  tags: 'a, b,',
}
const current = { email: 'boris@example.com', city: 'С"Пб' }

describe('EV-30: the person on the list', () => {
  test('UniSender, with a letter that asks or without', async () => {
    const fields = '{"City": "{{ data.current.city }}"}'
    const { attempt, fake } = await deliver({ target: { ...whole, fields }, current })
    expect(fake.listed).toEqual([
      {
        list: '101',
        email: 'boris@example.com',
        fields: expect.objectContaining({
          'fields[Name]': 'Анна & Ко',
          'fields[phone]': '+79161234567',
          'fields[City]': 'С"Пб',
          tags: 'a,b',
          double_optin: '0',
          overwrite: '2',
        }),
      },
    ])
    expect(attempt).toMatchObject({ code: 'UNISENDER_OK', receipt: { personId: '501' } })
    const agreed = await deliver({ target: { isConfirmed: true } })
    expect(agreed.fake.listed[0]?.fields).toMatchObject({ double_optin: '3' })
  })
  test('SendPulse, after its login; the token stays out of the log', async () => {
    const target = { ...whole, fields: '{"City": "{{ data.current.city }}", "n": 1}' }
    const { attempt, fake } = await deliver({ service: 'sendpulse', target, current })
    expect(fake.listed).toEqual([
      {
        list: '202',
        email: 'boris@example.com',
        fields: { name: 'Анна & Ко', Phone: '+79161234567', City: 'С"Пб', n: 1 },
      },
    ])
    expect(attempt.code).toBe('SENDPULSE_OK')
    expect(JSON.stringify(attempt)).not.toContain(FAKE_SENDPULSE_TOKEN)
  })
  test('GetResponse takes it into its queue; who is there already is no failure', async () => {
    const target = { ...whole, fields: '{"y8jnp": ["18-29"], "z1": "x"}' }
    const { attempt, fake } = await deliver({ service: 'getresponse', target, current })
    expect(fake.listed[0]).toEqual({
      list: 'p86zQ',
      email: 'boris@example.com',
      fields: {
        name: 'Анна & Ко',
        tags: [{ tagId: 'a' }, { tagId: 'b' }],
        customFieldValues: [
          { customFieldId: 'y8jnp', value: ['18-29'] },
          { customFieldId: 'z1', value: ['x'] },
        ],
      },
    })
    expect(attempt).toMatchObject({ outcome: 'delivered', code: 'GETRESPONSE_ACCEPTED' })
    const reply = mailingReply(409, { httpStatus: 409, code: 1008, message: 'already added' })
    const again = await deliver({ service: 'getresponse', reply })
    expect(again.attempt).toMatchObject({ outcome: 'delivered', reasons: [{ key: 'already' }] })
  })
  test('a phone that is none is left out, and remarks of the service are passed on', async () => {
    const { attempt, fake } = await deliver({ target: { phone: '12-34', name: 'Предупредить' } })
    expect(fake.listed[0]?.fields).not.toHaveProperty('fields[phone]')
    expect(attempt).toMatchObject({ reasons: [{ key: 'phone_left_out' }, { key: 'warned' }] })
  })
})

describe('answers', () => {
  const uni = (code: string) => mailingReply(200, { error: 'x', code })
  const get = (httpStatus: number, more = {}, headers = {}) =>
    mailingReply(httpStatus, { httpStatus, code: 1, message: 'x', ...more }, headers)
  test.each<[MailingProviderName, LoopbackReply, string, string, number | undefined]>([
    ['unisender', uni('retry_later'), 'unavailable', 'busy', 60_000],
    ['unisender', uni('api_call_limit_exceeded_for_ip'), 'unavailable', 'busy', 60_000],
    ['unisender', uni('not_enough_money'), 'rejected', 'money', undefined],
    ['unisender', uni('invalid_arg'), 'rejected', 'refused', undefined],
    ['unisender', mailingReply(200, { result: {} }), 'unavailable', 'foreign', undefined],
    ['sendpulse', mailingReply(200, { result: false }), 'unavailable', 'foreign', undefined],
    [
      'getresponse',
      get(429, { context: { timeToReset: '9 seconds' } }),
      'unavailable',
      'busy',
      9000,
    ],
    ['getresponse', get(429, {}, { 'x-ratelimit-reset': '30' }), 'unavailable', 'busy', 30_000],
    ['getresponse', get(400), 'rejected', 'refused', undefined],
    ['getresponse', get(404), 'rejected', 'list', undefined],
    ['getresponse', get(500), 'unavailable', 'refused', undefined],
    ['getresponse', mailingReply(200, {}), 'unavailable', 'foreign', undefined],
  ])('%s %j: %s %s', async (service, reply, outcome, key, retryAfterMs) => {
    const { attempt } = await deliver({ service, reply })
    expect(attempt).toMatchObject({ outcome, reasons: [{ key }] })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
  })
  test.each<[MailingProviderName, string, string]>([
    ['unisender', '999', 'refused'],
    ['sendpulse', '999', 'refused'],
    ['getresponse', 'nope', 'list'],
  ])('%s has no list %s', async (service, list, key) => {
    const { attempt } = await deliver({ service, target: { list } })
    expect(attempt).toMatchObject({ outcome: 'rejected', reasons: [{ key }] })
  })
})

describe('what never leaves', () => {
  test.each<[Given, string]>([
    [{ secrets: {} }, 'FLOW_MAILING_KEY_MISSING'],
    [{ secrets: { apiKey: 'with blanks in it' } }, 'FLOW_MAILING_KEY_INVALID'],
    [{ service: 'sendpulse', target: { account: '' } }, 'FLOW_MAILING_ACCOUNT_MISSING'],
    [{ target: { list: 'p86zQ' } }, 'FLOW_MAILING_LIST_INVALID'],
    [{ target: { email: '{{ "anna" }}' } }, 'FLOW_MAILING_EMAIL_INVALID'],
    [{ target: { fields: '[1]' } }, 'FLOW_MAILING_FIELDS_INVALID'],
    [{ target: { fields: '{' } }, 'FLOW_MAILING_FIELDS_INVALID'],
    [{ target: { name: '{{ data.current.nope }}' } }, 'FLOW_TEMPLATE_FAILED'],
  ])('%j', async (given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })
})

describe('the account and the form', () => {
  test.each(mailingProviderNames)('check of %s', async (service) => {
    const { fake, given } = await prepare({ service })
    expect(await tryConnection(given)).toMatchObject({ isOk: true })
    const wrong = { ...given, secrets: { apiKey: 'anotherKey0123' } }
    expect(await tryConnection(wrong)).toMatchObject({ isOk: false, reasons: [{ key: 'account' }] })
    expect(fake.listed).toEqual([])
  })
  test('stored credentials without a service cannot be checked, and nobody is asked', async () => {
    const http = createHttpClient({ allowPrivateTargets: false })
    const { signal } = new AbortController()
    const account = { target: {}, secrets: { apiKey: 'anyKey0123' } }
    const report = await createMailingChannel().testConnection?.({
      ...account,
      http,
      signal,
      now: () => 0,
    })
    await http.close()
    expect(report).toMatchObject({ isOk: false, code: 'FLOW_MAILING_PROVIDER_MISSING' })
  })
  const channel = createMailingChannel()
  const form = { provider: 'unisender', list: 101, email: '{{ data.current.customerName }}' }
  test.each([
    [{}, undefined],
    [{ list: 'x' }, ['FLOW_MAILING_LIST_INVALID', 'list']],
    [{ fields: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'fields']],
  ])('%j', async (target, expected) => {
    expect(await tryValidate({ channel, target: { ...form, ...target } })).toEqual(expected)
  })
  test('preview and line', async () => {
    const target = { ...form, email: 'anna@example.com' }
    expect(await tryPreview({ channel, target })).toMatchObject({
      to: 'anna@example.com',
      json: { list: '101' },
    })
    expect(channel.describeTarget(channel.target.parse(target))).toBe('UniSender 101')
  })
})
