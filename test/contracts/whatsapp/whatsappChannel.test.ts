import { afterEach, describe, expect, test } from '@jest/globals'

import { createWhatsappChannel } from '../../../plugins/channels/whatsapp/whatsappChannel.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'
import {
  FAKE_PHONE_NUMBER_ID,
  FAKE_WHATSAPP_TOKEN,
  startWhatsappFake,
  type WhatsappFake,
  whatsappReply,
} from '../../support/fakes/whatsapp/startWhatsappFake.ts'

const open: WhatsappFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Given = {
  target?: Record<string, unknown>
  current?: JsonObject
  reply?: LoopbackReply
  secrets?: Record<string, string>
}

async function prepare({ reply, secrets, target = {} }: Given) {
  const fake = await startWhatsappFake(() => reply)
  open.push(fake)
  const channel = createWhatsappChannel({
    apiUrl: `${fake.url}/`,
    phoneNumberId: FAKE_PHONE_NUMBER_ID,
  })
  const own = { accessToken: FAKE_WHATSAPP_TOKEN }
  const given = { to: '+7 701 123-45-67', ...target }
  return { fake, given: { channel, secrets: secrets ?? own, target: given } }
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: WhatsappFake }> {
  const { fake, given: ready } = await prepare(given)
  const { current } = given
  return { attempt: await tryChannel({ ...ready, ...(current ? { current } : {}) }), fake }
}

const paid = {
  kind: 'template',
  templateName: 'order_paid',
  templateValues: '{{ data.current.customerName }}\n{{ data.current.id }}',
}

describe('EV-30: the message that arrives', () => {
  test('text inside the 24 hours, with the delivery’s id to come back with its statuses', async () => {
    const { attempt, fake } = await deliver({ target: { isPreviewShown: true } })
    expect(fake.posted).toEqual([
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '+77011234567',
        biz_opaque_callback_data: 'dlv_1',
        type: 'text',
        text: { body: '*order.paid*\norders 42\n2026-11-21 10:00 UTC', preview_url: true },
      },
    ])
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'WHATSAPP_ACCEPTED',
      receipt: { messageId: 'wamid.FAKE1', recipient: '77011234567' },
    })
  })
  test('a template outside, each line a value, line breaks of the event made blanks', async () => {
    const { attempt, fake } = await deliver({
      target: paid,
      current: { customerName: 'Анна\n\tи      Ко' },
    })
    expect(attempt.outcome).toBe('delivered')
    expect(fake.posted[0]).toMatchObject({
      type: 'template',
      template: {
        name: 'order_paid',
        language: { code: 'ru' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Анна и Ко' },
              { type: 'text', text: '42' },
            ],
          },
        ],
      },
    })
  })
  test('header, button and a template without places', async () => {
    const link = {
      templateName: 'order_link',
      templateHeader: 'Заказ',
      templateButton: 'orders-{{ data.current.id }}',
    }
    const { fake } = await deliver({ target: { ...paid, ...link, templateValues: '42' } })
    const components = [
      { type: 'header', parameters: [{ type: 'text', text: 'Заказ' }] },
      { type: 'body', parameters: [{ type: 'text', text: '42' }] },
      {
        type: 'button',
        sub_type: 'url',
        index: '0',
        parameters: [{ type: 'text', text: 'orders-42' }],
      },
    ]
    expect(fake.posted[0]).toMatchObject({ template: { components } })
    const bare = { kind: 'template', templateName: 'plain_notice', templateLanguage: 'en_US' }
    const { attempt, fake: other } = await deliver({ target: bare })
    expect(attempt.outcome).toBe('delivered')
    expect(JSON.stringify(other.posted[0])).not.toContain('components')
  })
  test.each([
    ['8 (999) 123-45-67', 'RU', '+79991234567'],
    ['8 701 123 4567', 'KZ', '+77011234567'],
    ['00 7 999 1234567', 'RU', '+79991234567'],
    ['+375 29 123-45-67', '', '+375291234567'],
    [79991234567, 'RU', '+79991234567'],
  ])('number %s of %s is %s', async (to, homeCountry, expected) => {
    const { fake } = await deliver({ target: { to, homeCountry } })
    expect(fake.posted[0]?.to).toBe(expected)
  })
  test('what is too long is cut, and said', async () => {
    const { attempt, fake } = await deliver({ target: { text: 'я'.repeat(5000) } })
    expect(fake.posted[0]).toMatchObject({ text: { body: `${'я'.repeat(4095)}…` } })
    expect(attempt).toMatchObject({ reasons: [{ key: 'cut', params: { most: 4096 } }] })
  })
  test('text that comes too late goes out as the template, once, and says so', async () => {
    const late = { ...paid, kind: 'text', to: '+79990000002' }
    const { attempt, fake } = await deliver({ target: late })
    expect(fake.posted.map(({ type }) => type)).toEqual(['template'])
    expect(attempt).toMatchObject({ outcome: 'delivered', reasons: [{ key: 'sent_template' }] })
    const alone = await deliver({ target: { to: '+79990000002' } })
    expect(alone.attempt).toMatchObject({
      outcome: 'rejected',
      code: 'WHATSAPP_131047',
      reasons: [{ key: 'window_closed' }],
    })
  })
})

describe('answers are told apart by their code, whatever the status', () => {
  test.each<[Given, string, string, string, number | undefined]>([
    [{ target: { to: '+79990000001' } }, 'rejected', 'WHATSAPP_131026', 'undeliverable', undefined],
    [{ target: { to: '+79990000003' } }, 'rejected', 'WHATSAPP_131050', 'opted_out', undefined],
    [{ target: { to: '+79990000004' } }, 'unavailable', 'WHATSAPP_131056', 'pair_busy', 6000],
    [
      { target: { ...paid, templateName: 'nope' } },
      'rejected',
      'WHATSAPP_132001',
      'template',
      undefined,
    ],
    [
      { target: { ...paid, templateValues: '1' } },
      'rejected',
      'WHATSAPP_132000',
      'template',
      undefined,
    ],
    [
      { secrets: { accessToken: 'EAAGanotherTokenThatIsNotKnown' } },
      'rejected',
      'WHATSAPP_190',
      'token',
      undefined,
    ],
    [{ target: { phoneNumberId: '999999' } }, 'rejected', 'WHATSAPP_100', 'refused', undefined],
    [
      { reply: whatsappReply(400, 80_007, 'Rate limit') },
      'unavailable',
      'WHATSAPP_80007',
      'busy',
      undefined,
    ],
    [
      { reply: whatsappReply(429, 131_048, 'Spam') },
      'unavailable',
      'WHATSAPP_131048',
      'spam',
      3_600_000,
    ],
    [{ reply: whatsappReply(400, 2, 'Down') }, 'unavailable', 'WHATSAPP_2', 'broken', undefined],
    [
      { reply: whatsappReply(503, 999_999, 'New') },
      'unavailable',
      'WHATSAPP_999999',
      'broken',
      undefined,
    ],
    [
      { reply: whatsappReply(400, 999_999, 'New') },
      'rejected',
      'WHATSAPP_999999',
      'refused',
      undefined,
    ],
    [
      { reply: whatsappReply(403, 200, 'Permission') },
      'rejected',
      'WHATSAPP_200',
      'forbidden',
      undefined,
    ],
    [
      { reply: whatsappReply(403, 131_031, 'Locked') },
      'rejected',
      'WHATSAPP_131031',
      'account',
      undefined,
    ],
    [
      { reply: whatsappReply(200, 131_026, 'Undeliverable') },
      'rejected',
      'WHATSAPP_131026',
      'undeliverable',
      undefined,
    ],
    [{ reply: { status: 200, body: '{}' } }, 'unavailable', 'http_200', 'foreign', undefined],
    [{ reply: { status: 403, body: '<html>' } }, 'unavailable', 'http_403', 'foreign', undefined],
  ])('%j: %s %s', async (given, outcome, code, key, retryAfterMs) => {
    const { attempt } = await deliver(given)
    expect(attempt).toMatchObject({ outcome, code, reasons: [{ key }] })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
  })
  test('a template that Meta holds back is taken, and said', async () => {
    const messages = [{ id: 'wamid.X', message_status: 'held_for_quality_assessment' }]
    const reply = { status: 200, body: JSON.stringify({ messages }) }
    const { attempt } = await deliver({ reply })
    expect(attempt).toMatchObject({ outcome: 'delivered', reasons: [{ key: 'held_for_review' }] })
  })
})

describe('what never leaves', () => {
  test.each<[Given, string]>([
    [{ secrets: {} }, 'FLOW_WHATSAPP_TOKEN_MISSING'],
    [{ secrets: { accessToken: 'short' } }, 'FLOW_WHATSAPP_TOKEN_INVALID'],
    [{ target: { phoneNumberId: '+77011234567' } }, 'FLOW_WHATSAPP_SENDER_INVALID'],
    [{ target: { to: '{{ data.current.none | default: "" }}' } }, 'FLOW_WHATSAPP_RECIPIENT_EMPTY'],
    [{ target: { to: '{{ "позвоните" }}' } }, 'FLOW_WHATSAPP_RECIPIENT_INVALID'],
    [{ target: { text: '{{ "" }} ' } }, 'FLOW_WHATSAPP_TEXT_EMPTY'],
    [{ target: { kind: 'template' } }, 'FLOW_WHATSAPP_TEMPLATE_MISSING'],
    [{ target: { ...paid, templateValues: 'a\n{{ "" }}' } }, 'FLOW_WHATSAPP_VALUE_EMPTY'],
    [
      { target: { ...paid, templateValues: `${'a\n'.repeat(20)}b` } },
      'FLOW_WHATSAPP_VALUES_TOO_MANY',
    ],
    [{ target: { text: '{{ data.current.nope }}' } }, 'FLOW_TEMPLATE_FAILED'],
  ])('%j', async (given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })
})

describe('the account and the form', () => {
  test.each<[string, Given, object]>([
    ['alive', {}, { isOk: true, account: 'Магазин +7 701 000 00 00' }],
    ['no token', { secrets: {} }, { isOk: false, code: 'FLOW_WHATSAPP_TOKEN_MISSING' }],
    [
      'another token',
      { secrets: { accessToken: 'EAAGanotherTokenThatIsNotKnown' } },
      { isOk: false, code: 'WHATSAPP_190' },
    ],
    ['a wall', { reply: { status: 200, body: 'ok' } }, { isOk: false, code: 'http_200' }],
  ])('check: %s, and nothing is sent', async (_, given, expected) => {
    const { fake, given: ready } = await prepare(given)
    expect(await tryConnection(ready)).toMatchObject(expected)
    expect(fake.posted).toEqual([])
  })
  test.each([
    [{}, undefined],
    [{ text: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'text']],
    [{ to: 'позвоните' }, ['FLOW_WHATSAPP_RECIPIENT_INVALID', 'to']],
    [{ phoneNumberId: 'abc' }, ['FLOW_WHATSAPP_SENDER_INVALID', 'phoneNumberId']],
    [{ kind: 'template' }, ['FLOW_WHATSAPP_TEMPLATE_MISSING', 'templateName']],
    [{ templateName: 'Order paid' }, ['FLOW_WHATSAPP_TEMPLATE_INVALID', 'templateName']],
  ])('%j', async (target, expected) => {
    const channel = createWhatsappChannel()
    expect(await tryValidate({ channel, target: { to: '+77011234567', ...target } })).toEqual(
      expected,
    )
  })
  test('preview and line', async () => {
    const channel = createWhatsappChannel()
    const target = { to: '8 701 123 4567', homeCountry: 'kz', text: '{{ data.current.id }}' }
    expect(await tryPreview({ channel, target })).toMatchObject({ to: '+77011234567', text: '42' })
    expect(channel.describeTarget(channel.target.parse(target))).toBe('WhatsApp 8 701 123 4567')
  })
})
