import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'

import { createWhatsappChannel } from '../../../plugins/channels/whatsapp/whatsappChannel.ts'
import type { CallbackResult } from '../../../src/index.ts'

const secrets = { appSecret: 'f00dfeedf00dfeed', verifyToken: 'наш текст' }

type Sent = { body?: unknown; raw?: string; signature?: string; secrets?: Record<string, string> }

function post({ body, raw, secrets: own = secrets, signature }: Sent): CallbackResult | undefined {
  const bytes = Buffer.from(raw ?? JSON.stringify(body))
  const mac = createHmac('sha256', secrets.appSecret).update(bytes).digest('hex')
  return createWhatsappChannel().callback?.(
    {
      method: 'POST',
      url: 'https://shop.example/api/events/callbacks/whatsapp/key',
      query: new URLSearchParams(),
      headers: { 'x-hub-signature-256': signature ?? `sha256=${mac}` },
      body: bytes,
    },
    { target: null, secrets: own, now: 0 },
  )
}

function get(query: Record<string, string>): CallbackResult | undefined {
  return createWhatsappChannel().callback?.(
    {
      method: 'GET',
      url: '',
      query: new URLSearchParams(query),
      headers: {},
      body: Buffer.alloc(0),
    },
    { target: null, secrets, now: 0 },
  )
}

const withStatuses = (...statuses: unknown[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value: { statuses } }] }],
})
const status = (given: object) => ({
  id: 'wamid.1',
  timestamp: '1763719200',
  recipient_id: '77011234567',
  ...given,
})

describe('statuses of WhatsApp', () => {
  test('sent, delivered and read, with their time; others are passed over', () => {
    const body = withStatuses(
      status({ status: 'sent' }),
      status({ status: 'read', conversation: { id: 'x' } }),
      status({ status: 'deleted' }),
      { nonsense: true },
    )
    const at = 1_763_719_200_000
    expect(post({ body })).toEqual({
      kind: 'reports',
      reports: [
        { messageId: 'wamid.1', status: 'sent', at },
        { messageId: 'wamid.1', status: 'read', at },
      ],
    })
  })
  test('a failure has its reason; a number without WhatsApp and an opt-out are let alone', () => {
    const failed = (code: number) =>
      status({ status: 'failed', errors: [{ code, title: 'x', error_data: { details: 'why' } }] })
    expect(post({ body: withStatuses(failed(131_026), failed(131_047), failed(131_050)) })).toEqual(
      {
        kind: 'reports',
        reports: [
          expect.objectContaining({
            status: 'failed',
            code: 'WHATSAPP_131026',
            reasons: [expect.objectContaining({ key: 'undeliverable' })],
            suppress: { address: '+77011234567', reason: 'invalid' },
          }),
          expect.not.objectContaining({ suppress: expect.anything() }),
          expect.objectContaining({ suppress: { address: '+77011234567', reason: 'blocked' } }),
        ],
      },
    )
  })
  test('messages of people are no statuses', () => {
    const entry = [{ changes: [{ value: { messages: [{ id: 'wamid.IN' }] } }] }]
    expect(post({ body: { entry } })).toEqual({ kind: 'reports', reports: [] })
  })
  test.each<[string, Sent, number]>([
    ['another signature', { body: {}, signature: `sha256=${'0'.repeat(64)}` }, 401],
    ['no signature', { body: {}, signature: '' }, 401],
    ['no secret to check with', { body: {}, secrets: {} }, 401],
    ['no JSON', { raw: 'x' }, 400],
    ['another body', { body: { entry: 1 } }, 400],
  ])('%s is refused', (_, sent, code) => {
    expect(post(sent)).toMatchObject({ kind: 'refused', status: code })
  })
  test('a secret of nobody signs nothing', () => {
    const mac = createHmac('sha256', '').update('{}').digest('hex')
    expect(post({ raw: '{}', secrets: {}, signature: `sha256=${mac}` })).toMatchObject({
      kind: 'refused',
    })
  })
})

describe('the challenge', () => {
  const asked = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444' }
  test('is answered when the token is ours', () => {
    expect(get({ ...asked, 'hub.verify_token': 'наш текст' })).toEqual({
      kind: 'handshake',
      answer: '1158201444',
    })
  })
  test.each([{ ...asked, 'hub.verify_token': 'чужой' }, asked, {}])('%j is refused', (query) => {
    expect(get(query)).toMatchObject({ kind: 'refused', status: 403 })
  })
})
