import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'

import { createEmailChannel } from '../../../plugins/channels/email/emailChannel.ts'
import { createSmsChannel } from '../../../plugins/channels/sms/smsChannel.ts'
import { createWhatsappChannel } from '../../../plugins/channels/whatsapp/whatsappChannel.ts'
import { smsFakeAccounts, smsFakeNumbers } from '../../support/fakes/sms/smsFakeAccounts.ts'
import { type SmsFake, startSmsFake } from '../../support/fakes/sms/startSmsFake.ts'
import {
  FAKE_PHONE_NUMBER_ID,
  FAKE_WHATSAPP_TOKEN,
  startWhatsappFake,
  type WhatsappFake,
} from '../../support/fakes/whatsapp/startWhatsappFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import type { RestAnswer } from '../../support/payload/restClient.ts'

const statusSecret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`
const appSecret = 'f00dfeedf00dfeed'
const apiKey: string = smsFakeAccounts.smsru.apiKey

let flow: BootedFlow
let sms: SmsFake
let whatsapp: WhatsappFake
let manager: Actor
let subscriptions: string[] = []

beforeAll(async () => {
  sms = await startSmsFake('smsru')
  whatsapp = await startWhatsappFake()
  flow = await bootFlow({
    channels: [
      createSmsChannel({ provider: 'smsru', apiKey, apiUrls: { smsru: sms.url } }),
      createWhatsappChannel({ apiUrl: whatsapp.url }),
      createEmailChannel({ statusSecret }),
    ],
  })
  manager = await createActor(flow.payload, 'manager')
}, 300_000)
afterAll(async () => {
  await flow?.destroy()
  await Promise.all([sms?.close(), whatsapp?.close()])
})
/** Each test has its own subscription alone, and nobody is suppressed. */
beforeEach(async () => {
  for (const id of subscriptions.splice(0)) {
    await flow.rest('DELETE', `/event-subscriptions/${id}`, undefined, { user: manager })
  }
  await flow.sql.query('DELETE FROM suppressed_addresses')
})

async function subscribe(channels: object[], more: object = {}): Promise<string> {
  const body = { name: 'Сообщения', events: ['order.created'], channels, ...more }
  const answer = await flow.rest('POST', '/event-subscriptions', body, { user: manager })
  expect([answer.status, answer.body.errors]).toEqual([201, undefined])
  subscriptions = [...subscriptions, String(answer.body.doc['id'])]
  return String(answer.body.doc['id'])
}

type Row = {
  id: string
  status: string
  message_id: string
  message_status: string | null
  last_code: string
  last_error: string | null
}

/** Creates an order and waits; the deliveries it caused. */
async function order(): Promise<Row[]> {
  const total = { amount: 20_000, currency: 'RUB' }
  await flow.rest('POST', '/orders?locale=ru', { total }, { user: manager })
  await flow.settle()
  return deliveries()
}

async function deliveries(): Promise<Row[]> {
  const { rows } = await flow.sql.query<Row>(
    `SELECT id, status::text, message_id, message_status, last_code, last_error FROM event_deliveries
     WHERE event = (SELECT id FROM event_logs WHERE type = 'order.created' ORDER BY created_at DESC LIMIT 1)
     ORDER BY channel`,
  )
  return rows
}

type Listed = { channel: string; path: string; entryId?: string }

async function pathOf(channel: string, list: 'server' | 'subscriptions' = 'server') {
  const { body } = await flow.rest('GET', '/events/callbacks', undefined, { user: manager })
  const found = (body[list] as Listed[]).find((each) => each.channel === channel)
  return String(found?.path).replace('/api', '')
}

/** SMS.ru tells of messages. */
async function smsru(entries: string[], { key = apiKey, path = '' } = {}): Promise<RestAnswer> {
  const form = new URLSearchParams(entries.map((entry, at) => [`data[${at}]`, entry]))
  form.set(
    'hash',
    createHash('sha256')
      .update(key + entries.join(''))
      .digest('hex'),
  )
  return flow.rest('POST', path || (await pathOf('sms')), form)
}
const told = (messageId: string, code: number) => `sms_status\n${messageId}\n${code}\n1763719200`

const { good, impossible } = smsFakeNumbers
const toPhone = { blockType: 'sms', to: good, text: 'Заказ' }

describe('EV-30: what a service says later moves the delivery on', () => {
  test('delivered and read; each told once, and never back', async () => {
    await subscribe([toPhone])
    const [{ message_id: id } = { message_id: '' }] = await order()
    const seen: (string | null | undefined)[] = []
    for (const code of [101, 103, 102, 110, 104, 103]) {
      const answer = await smsru([told(id, code)])
      expect([answer.status, answer.bytes.toString()]).toEqual([200, '100'])
      seen.push((await deliveries())[0]?.message_status)
    }
    expect(seen).toEqual(['sent', 'delivered', 'delivered', 'read', 'read', 'read'])
    expect((await deliveries())[0]).toMatchObject({ status: 'delivered', last_error: null })
    const path = `/delivery-reports?where[messageId][equals]=${id}&sort=createdAt`
    const { body } = await flow.rest('GET', path, undefined, { user: manager })
    expect(body.docs.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read', 'failed'])
  })
  test('late news of an earlier state change nothing', async () => {
    await subscribe([toPhone])
    const [{ message_id: id } = { message_id: '' }] = await order()
    await smsru([told(id, 103)])
    await smsru([told(id, 102)])
    expect((await deliveries())[0]?.message_status).toBe('delivered')
  })
  test('a message that did not arrive makes its delivery a failed one, which a person can retry', async () => {
    await subscribe([toPhone])
    const [{ id, message_id: messageId } = { id: '', message_id: '' }] = await order()
    await smsru([told(messageId, 104)])
    expect(await deliveries()).toMatchObject([
      { status: 'dead', message_status: 'failed', last_code: 'SMSRU_104' },
    ])
    await flow.rest('POST', `/events/deliveries/${id}/retry`, {}, { user: manager })
    await flow.settle()
    const [again] = await deliveries()
    expect(again).toMatchObject({ status: 'delivered', message_status: null })
    expect(again?.message_id).not.toBe(messageId)
    // Late news of the first message are not about the second.
    await smsru([told(messageId, 108)])
    expect(await deliveries()).toMatchObject([{ status: 'delivered', message_status: null }])
  })
  test('many at once in any order end the same', async () => {
    await subscribe([toPhone])
    const [{ message_id: id } = { message_id: '' }] = await order()
    const codes = [103, 100, 110, 102, 103, 110, 101, 102]
    const answers = await Promise.all(codes.map((code) => smsru([told(id, code)])))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await deliveries())[0]?.message_status).toBe('read')
  })
  test('news that come before the result is written find their delivery later', async () => {
    await subscribe([toPhone])
    const next = `000000-${10_000_001 + sms.posted.length}`
    await smsru([told(next, 103)])
    await order()
    expect((await deliveries())[0]).toMatchObject({ message_id: next, message_status: null })
    const [job] = flow.runtime.jobs.filter(({ name }) => name === 'match-delivery-reports')
    const { signal } = new AbortController()
    await job?.run({ trigger: 'schedule', state: {}, resumedAt: null, signal, now: Date.now })
    expect((await deliveries())[0]?.message_status).toBe('delivered')
  })
  test('messages that are not ours are answered with success, kept and counted', async () => {
    const answer = await smsru([told('somebody-elses', 103)])
    expect(answer.status).toBe(200)
    const path = '/delivery-reports?where[delivery][exists]=false'
    const { body } = await flow.rest('GET', path, undefined, { user: manager })
    expect(body.docs).toMatchObject([{ messageId: 'somebody-elses', status: 'delivered' }])
  })
})

describe('who may tell', () => {
  test('another signature, another key, another channel: refused, and nothing changes', async () => {
    const path = await pathOf('sms')
    const entry = [told('x', 103)]
    const refused = await smsru(entry, { key: 'other' })
    expect([refused.status, refused.body.errors[0]?.data]).toMatchObject([401, {}])
    expect((await smsru(entry, { path: `${path}x` })).status).toBe(404)
    expect((await smsru(entry, { path: path.replace('/sms/', '/whatsapp/') })).status).toBe(404)
    expect((await smsru(entry, { path: '/events/callbacks/webhook/x' })).status).toBe(404)
    const { rows } = await flow.sql.query("SELECT 1 FROM delivery_reports WHERE message_id = 'x'")
    expect(rows).toEqual([])
  })
  test('the addresses are for those who may change subscriptions', async () => {
    for (const role of ['customer', 'viewer'] as const) {
      const user = await createActor(flow.payload, role)
      expect((await flow.rest('GET', '/events/callbacks', undefined, { user })).status).toBe(403)
    }
    expect((await flow.rest('GET', '/events/callbacks')).status).toBe(401)
  })
  test('WhatsApp with secrets of the entry: challenge and signed statuses', async () => {
    await subscribe([
      {
        ...{ blockType: 'whatsapp', to: good, text: 'Заказ', accessToken: FAKE_WHATSAPP_TOKEN },
        ...{ phoneNumberId: FAKE_PHONE_NUMBER_ID, appSecret, verifyToken: 'наш' },
      },
    ])
    const path = await pathOf('whatsapp', 'subscriptions')
    const ask = (token: string) =>
      flow.rest(
        'GET',
        `${path}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${encodeURIComponent(token)}`,
      )
    expect((await ask('наш')).bytes.toString()).toBe('42')
    expect((await ask('чужой')).status).toBe(403)
    const [{ message_id: id } = { message_id: '' }] = await order()
    const errors = [{ code: 131_026, title: 'Message undeliverable' }]
    const status = { id, status: 'failed', recipient_id: good.slice(1), errors }
    const text = JSON.stringify({ entry: [{ changes: [{ value: { statuses: [status] } }] }] })
    const mac = createHmac('sha256', appSecret).update(text).digest('hex')
    const headers = { 'x-hub-signature-256': `sha256=${mac}` }
    expect((await flow.rest('POST', path, text, { headers })).status).toBe(200)
    expect(await deliveries()).toMatchObject([{ status: 'dead', last_code: 'WHATSAPP_131026' }])
    const list = await flow.rest('GET', '/suppressed-addresses', undefined, { user: manager })
    expect(list.body.docs).toMatchObject([
      { channel: 'whatsapp', shown: '+7916•••4567', reason: 'invalid' },
    ])
    expect(JSON.stringify(list.body)).not.toContain(good)
  })
})

describe('addresses that are left alone', () => {
  const suppressed = async () => {
    const { body } = await flow.rest('GET', '/suppressed-addresses', undefined, { user: manager })
    return body.docs
  }
  const suppress = (address: string, channel: string, reason = 'blocked') =>
    flow.rest('POST', '/suppressed-addresses', { address, channel, reason }, { user: manager })

  test('a number that the service calls impossible is skipped from then on, until it is lifted', async () => {
    await subscribe([{ ...toPhone, to: impossible }])
    expect(await order()).toMatchObject([{ status: 'dead', last_code: 'SMSRU_202' }])
    const [row] = await suppressed()
    expect(row).toMatchObject({ channel: 'sms', reason: 'invalid', shown: '+7999•••0001' })
    const asked = sms.requests.length
    expect(await order()).toMatchObject([
      {
        status: 'cancelled',
        last_code: 'SUPPRESSED',
        last_error: 'skipped: +7999•••0001 is on the list of suppressed addresses',
      },
    ])
    expect(sms.requests.length).toBe(asked)
    const path = `/suppressed-addresses/${String(row?.['id'])}`
    expect((await flow.rest('DELETE', path, undefined, { user: manager })).status).toBe(200)
    expect(await order()).toMatchObject([{ last_code: 'SMSRU_202' }])
  })
  test('who wants no messages still gets those that must arrive; who does not exist gets none', async () => {
    await suppress('8 916 123 45 67'.replace('8', '+7'), 'sms')
    await subscribe([toPhone])
    expect(await order()).toMatchObject([{ status: 'cancelled', last_code: 'SUPPRESSED' }])
    await subscribe([toPhone], { kind: 'transactional' })
    const codes = (await order()).map(({ last_code: code }) => code).sort()
    expect(codes).toEqual(['SMSRU_ACCEPTED', 'SUPPRESSED'])
    await flow.sql.query("UPDATE suppressed_addresses SET reason = 'invalid'")
    expect(new Set((await order()).map(({ status }) => status))).toEqual(new Set(['cancelled']))
  })
  test('another channel to the same number is another matter', async () => {
    await suppress(good, 'whatsapp')
    await subscribe([toPhone])
    expect(await order()).toMatchObject([{ status: 'delivered' }])
  })
  test('of several mailboxes only the suppressed one is left out, and said', async () => {
    await suppress('Anna@Example.com', 'email', 'complained')
    await subscribe([{ blockType: 'email', to: 'anna@example.com, boris@example.com', body: 'x' }])
    const [row] = await order()
    expect(row?.last_error).toContain(
      'left out, on the list of suppressed addresses: anna@example.com',
    )
    const { rows } = await flow.sql.query<{ to: string[] }>(
      `SELECT request->'to' AS to FROM event_attempts WHERE delivery = $1`,
      [row?.id],
    )
    expect(rows).toEqual([{ to: ['boris@example.com'] }])
  })
  test('a hard bounce, signed as webhooks are, suppresses the mailbox; a soft one does not', async () => {
    await subscribe([{ blockType: 'email', to: 'gone@example.com', body: 'x' }])
    const [{ message_id: messageId } = { message_id: '' }] = await order()
    const path = await pathOf('email')
    const tell = async (report: object, secret = statusSecret) => {
      const text = JSON.stringify({ reports: [report] })
      const now = new Date()
      const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign('msg_1', now, text),
      }
      return (await flow.rest('POST', path, text, { headers })).status
    }
    const bounce = { messageId, status: 'bounced', address: 'gone@example.com' }
    expect(await tell(bounce, `whsec_${Buffer.alloc(24, 9).toString('base64')}`)).toBe(401)
    expect(await tell({ ...bounce, status: 'odd' })).toBe(400)
    expect(await tell({ ...bounce, reason: '452 mailbox full' })).toBe(200)
    expect(await suppressed()).toEqual([])
    expect(await deliveries()).toMatchObject([
      { status: 'dead', last_error: 'the letter came back: 452 mailbox full' },
    ])
    expect(await tell({ ...bounce, isPermanent: true })).toBe(200)
    expect(await suppressed()).toMatchObject([{ shown: 'g•••@example.com', reason: 'invalid' }])
    expect(await order()).toMatchObject([{ status: 'cancelled' }])
  })
  test('staff: the address is checked, kept once, and not changed afterwards', async () => {
    expect((await suppress('', 'sms')).status).toBe(400)
    expect((await suppress(good, 'pigeon')).status).toBe(400)
    const { body, status } = await suppress(good, 'sms')
    expect(status).toBe(201)
    expect((await suppress(good, 'sms')).status).toBe(400)
    const path = `/suppressed-addresses/${String(body.doc['id'])}`
    const change = { note: 'просил сам', shown: 'x', channel: 'email', addressHash: 'x' }
    const changed = await flow.rest('PATCH', path, change, { user: manager })
    expect(changed.body.doc).toMatchObject({
      note: 'просил сам',
      channel: 'sms',
      shown: '+7916•••4567',
    })
    const viewer = await createActor(flow.payload, 'viewer')
    expect((await flow.rest('DELETE', path, undefined, { user: viewer })).status).toBe(403)
  })
})
