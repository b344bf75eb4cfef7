import { afterEach, describe, expect, test } from '@jest/globals'

import { createSmsChannel } from '../../../plugins/channels/sms/smsChannel.ts'
import { type SmsProviderName, smsProviderNames } from '../../../plugins/channels/sms/smsTarget.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import { jsonReply } from '../../support/fakes/sms/formReader.ts'
import { smsFakeAccounts, smsFakeNumbers } from '../../support/fakes/sms/smsFakeAccounts.ts'
import { type SmsFake, startSmsFake } from '../../support/fakes/sms/startSmsFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const open: SmsFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Given = {
  service?: SmsProviderName
  target?: Record<string, unknown>
  current?: JsonObject
  reply?: LoopbackReply
  secrets?: Record<string, string>
}

async function prepare({ reply, secrets, service = 'smsru', target = {} }: Given) {
  const fake = await startSmsFake(service, () => reply)
  open.push(fake)
  const { account, apiKey, sender } = smsFakeAccounts[service]
  const own = { provider: service, account, sender, to: smsFakeNumbers.good, text: 'Оплачен' }
  const channel = createSmsChannel({ apiUrls: { [service]: `${fake.url}/` } })
  return { fake, given: { channel, secrets: secrets ?? { apiKey }, target: { ...own, ...target } } }
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: SmsFake }> {
  const { fake, given: ready } = await prepare(given)
  const { current } = given
  return { attempt: await tryChannel({ ...ready, ...(current ? { current } : {}) }), fake }
}

describe('EV-30: the message that arrives', () => {
  test.each<[SmsProviderName, string, string]>([
    ['smsru', 'SMSRU_ACCEPTED', '000000-10000001'],
    ['smsc', 'SMSC_ACCEPTED', ''],
    ['mobizon', 'MOBIZON_ACCEPTED', '501'],
    ['twilio', 'TWILIO_ACCEPTED', `SM${'1'.padStart(32, '0')}`],
  ])('%s', async (service, code, messageId) => {
    const { attempt, fake } = await deliver({
      service,
      target: { to: '8 (916) 123-45-67', text: 'Заказ {{ data.current.id }} & «ещё»' },
    })
    const { sender } = smsFakeAccounts[service]
    expect(fake.posted).toEqual([
      expect.objectContaining({ to: '+79161234567', text: 'Заказ 42 & «ещё»', sender }),
    ])
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code,
      receipt: {
        messageId: messageId || String(fake.posted[0]?.id),
        segments: 1,
        encoding: 'UCS-2',
      },
    })
  })
  test('SMSC gets an id of ours, the same on every try', async () => {
    const [first, second] = [await deliver({ service: 'smsc' }), await deliver({ service: 'smsc' })]
    expect(first.fake.posted[0]?.id).toMatch(/^\d+$/)
    expect(first.fake.posted[0]?.id).toBe(second.fake.posted[0]?.id)
  })
  test('Twilio sends through a Messaging Service too, which needs no number', async () => {
    const sender = `MG${'0'.repeat(32)}`
    const { attempt, fake } = await deliver({ service: 'twilio', target: { sender } })
    expect([attempt.outcome, fake.posted[0]?.sender]).toEqual(['delivered', sender])
  })
  test('a text that Mobizon looks at first is taken, and said', async () => {
    const { attempt } = await deliver({ service: 'mobizon', target: { text: 'кредит' } })
    expect(attempt).toMatchObject({ outcome: 'delivered', reasons: [{ key: 'moderated' }] })
  })
  test('what is too long is cut to the messages that may be paid, and said', async () => {
    const target = { text: 'я'.repeat(500), maxSegments: 2 }
    const { attempt, fake } = await deliver({ target })
    expect(fake.posted[0]?.text).toBe(`${'я'.repeat(133)}…`)
    expect(attempt).toMatchObject({
      receipt: { segments: 2 },
      reasons: [{ key: 'cut', params: { most: 2 } }],
    })
  })
  test('the account of the server, and a subscription that chose another service', async () => {
    const { fake } = await prepare({})
    const { apiKey } = smsFakeAccounts.smsru
    const channel = createSmsChannel({ provider: 'smsru', apiKey, apiUrls: { smsru: fake.url } })
    const target = { to: smsFakeNumbers.good }
    expect(await tryChannel({ channel, target })).toMatchObject({ outcome: 'delivered' })
    expect(await tryChannel({ channel, target: { ...target, provider: 'mobizon' } })).toMatchObject(
      { code: 'FLOW_SMS_KEY_MISSING' },
    )
  })
})

describe('failures inside an answer of success are told apart', () => {
  const { impossible, optedOut, repeated } = smsFakeNumbers
  test.each<[SmsProviderName, Given['target'], string, string, string, object]>([
    ['smsru', { to: impossible }, 'rejected', 'SMSRU_202', 'number', { reason: 'invalid' }],
    ['smsru', { to: optedOut }, 'rejected', 'SMSRU_209', 'opted_out', { reason: 'blocked' }],
    ['smsru', { to: repeated }, 'unavailable', 'SMSRU_231', 'duplicate', {}],
    ['smsru', { sender: 'Other' }, 'rejected', 'SMSRU_204', 'sender', {}],
    ['smsc', { to: impossible }, 'rejected', 'SMSC_7', 'number', { reason: 'invalid' }],
    ['smsc', { to: repeated }, 'unavailable', 'SMSC_9', 'duplicate', {}],
    ['smsc', { sender: 'Other' }, 'rejected', 'SMSC_6', 'sender', {}],
    ['smsc', { account: 'nobody' }, 'rejected', 'SMSC_2', 'account', {}],
    ['mobizon', { to: impossible }, 'rejected', 'MOBIZON_1', 'refused', {}],
    ['twilio', { to: impossible }, 'rejected', 'TWILIO_21614', 'number', { reason: 'invalid' }],
    ['twilio', { to: optedOut }, 'rejected', 'TWILIO_21610', 'opted_out', { reason: 'blocked' }],
    ['twilio', { sender: '+15005550007' }, 'rejected', 'TWILIO_21606', 'sender', {}],
  ])('%s %j: %s %s', async (service, target, outcome, code, key, suppress) => {
    const { attempt, fake } = await deliver({ service, ...(target ? { target } : {}) })
    expect(attempt).toMatchObject({ outcome, code, reasons: [{ key }] })
    const named = 'suppress' in attempt ? attempt.suppress : undefined
    expect(named ?? {}).toMatchObject(suppress)
    expect(named?.address).toBe('reason' in suppress ? target?.['to'] : undefined)
    expect(fake.posted).toEqual([])
  })
  test.each<[SmsProviderName, LoopbackReply, string, string, number | undefined]>([
    ['smsru', jsonReply(200, { status_code: 220 }), 'unavailable', 'broken', undefined],
    ['smsru', jsonReply(200, { status_code: 201 }), 'rejected', 'money', undefined],
    ['smsru', jsonReply(200, { status_code: 9999 }), 'rejected', 'refused', undefined],
    ['smsru', jsonReply(200, { status_code: 100 }), 'unavailable', 'foreign', undefined],
    ['smsru', jsonReply(503, { status_code: 9999 }), 'unavailable', 'refused', undefined],
    ['smsc', jsonReply(200, { error_code: 4 }), 'unavailable', 'busy', 600_000],
    ['smsc', jsonReply(200, { error_code: 3 }), 'rejected', 'money', undefined],
    ['smsc', jsonReply(200, {}), 'unavailable', 'foreign', undefined],
    ['mobizon', jsonReply(200, { code: 0, data: {} }), 'unavailable', 'foreign', undefined],
    ['twilio', jsonReply(200, { code: 1 }), 'unavailable', 'foreign', undefined],
    ['twilio', jsonReply(500, { code: 20_500 }), 'unavailable', 'refused', undefined],
    ['twilio', { status: 504, body: '' }, 'unavailable', 'broken', undefined],
  ])('%s %j: %s %s', async (service, reply, outcome, key, retryAfterMs) => {
    const { attempt } = await deliver({ service, reply })
    expect(attempt).toMatchObject({ outcome, reasons: [{ key }] })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
  })
})

describe('what never leaves', () => {
  test.each<[Given, string]>([
    [{ target: { provider: null } }, 'FLOW_SMS_PROVIDER_MISSING'],
    [{ secrets: {} }, 'FLOW_SMS_KEY_MISSING'],
    [{ secrets: { apiKey: 'with blank' } }, 'FLOW_SMS_KEY_INVALID'],
    [{ service: 'smsc', target: { account: '' } }, 'FLOW_SMS_ACCOUNT_MISSING'],
    [{ service: 'twilio', target: { account: 'shop' } }, 'FLOW_SMS_ACCOUNT_INVALID'],
    [{ service: 'twilio', target: { sender: '' } }, 'FLOW_SMS_SENDER_MISSING'],
    [{ target: { to: '{{ data.current.none | default: "" }}' } }, 'FLOW_SMS_RECIPIENT_EMPTY'],
    [{ target: { to: '{{ "позвоните" }}' } }, 'FLOW_SMS_RECIPIENT_INVALID'],
    [{ target: { text: '{{ "" }} ' } }, 'FLOW_SMS_TEXT_EMPTY'],
  ])('%j', async (given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })
})

describe('the account and the form', () => {
  test.each<[SmsProviderName, string]>([
    ['smsru', 'SMS.ru 4122.56'],
    ['smsc', 'shop 100.50'],
    ['mobizon', 'Mobizon 40.2000 KZT'],
    ['twilio', 'Twilio Shop'],
  ])('check of %s: %s', async (service, account) => {
    const { given } = await prepare({ service })
    expect(await tryConnection(given)).toEqual({ isOk: true, account })
  })
  test.each(smsProviderNames)('check of %s with a wrong key', async (service) => {
    const { fake, given } = await prepare({ service, secrets: { apiKey: 'anotherKey' } })
    const report = await tryConnection(given)
    expect(report).toMatchObject({ isOk: false, reasons: [{ key: 'account' }] })
    expect(fake.posted).toEqual([])
  })
  test.each([
    [{}, undefined],
    [{ text: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'text']],
    [{ to: 'позвоните' }, ['FLOW_SMS_RECIPIENT_INVALID', 'to']],
  ])('%j', async (target, expected) => {
    const channel = createSmsChannel()
    const given = { to: smsFakeNumbers.good, ...target }
    expect(await tryValidate({ channel, target: given })).toEqual(expected)
  })
  test('preview counts the messages', async () => {
    const channel = createSmsChannel()
    const target = { to: '8 916 123 45 67', text: 'Order {{ data.current.id }}' }
    expect(await tryPreview({ channel, target })).toEqual({
      to: '+79161234567',
      text: 'Order 42',
      json: { segments: 1, encoding: 'GSM-7' },
    })
    expect(channel.describeTarget(channel.target.parse(target))).toBe('SMS 8 916 123 45 67')
  })
})
