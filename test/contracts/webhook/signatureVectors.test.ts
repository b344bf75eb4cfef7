import { readFileSync, writeFileSync } from 'node:fs'

import { describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'

import { verifyWebhook } from '../../../plugins/channels/webhook/signature/verifyWebhook.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import type { HttpRequest } from '../../../src/egress/httpClient.ts'
import { sampleFlowEvent } from '../../../src/testing/sampleFlowEvent.ts'

const FILE = new URL('signature-vectors.json', import.meta.url)
const NOW = Date.parse('2026-11-21T10:00:00.000Z')
const SECRET = `whsec_${Buffer.alloc(32, 'current').toString('base64')}`
const RETIRED = `whsec_${Buffer.alloc(24, 'retired').toString('base64')}`

type Vector = {
  name: string
  secret: string
  headers: Record<string, string>
  body: string
  nowSeconds: number
  isValid: boolean
}

/** What the real channel puts on the wire, caught before it leaves. */
async function sent(body: string, retired: string[]): Promise<Record<string, string>> {
  let caught: HttpRequest | undefined
  await webhookChannel.deliver({
    event: sampleFlowEvent,
    body,
    target: webhookChannel.target.parse({ url: 'https://shop.example.com/hook' }),
    secrets: { secret: SECRET },
    retiredSecrets: { secret: retired },
    idempotencyKey: 'dlv_01930000-0000-7000-8000-000000000002',
    attemptNumber: 1,
    http: {
      send: async (request) => {
        caught = request
        return { status: 204, headers: {}, body: '', isBodyTruncated: false, durationMs: 1 }
      },
      vet: async () => {},
      close: async () => {},
    },
    mailer: { send: () => Promise.reject(new Error('unused')) },
    inbox: { put: () => Promise.reject(new Error('no inbox here')) },
    templates: { render: async (template) => template, check: () => {} },
    signal: new AbortController().signal,
    now: () => NOW,
  })
  const headers = Object.entries(caught?.headers ?? {}).filter(([name]) =>
    name.startsWith('webhook-'),
  )
  expect(caught?.body).toBe(body)
  return Object.fromEntries(headers)
}

async function vectors(): Promise<Vector[]> {
  const event = JSON.stringify(sampleFlowEvent)
  const headers = await sent(event, [])
  const rotating = await sent(event, [RETIRED])
  const base = { secret: SECRET, headers, body: event, nowSeconds: NOW / 1000 }
  const token = headers['webhook-signature'] ?? ''
  const bad = (name: string, change: Partial<Vector>): Vector => ({
    name,
    ...base,
    isValid: false,
    ...change,
  })
  return [
    { name: 'an event', ...base, isValid: true },
    { name: 'an empty object', ...base, headers: await sent('{}', []), body: '{}', isValid: true },
    {
      name: 'spaces and key order are kept',
      ...base,
      headers: await sent('{ "b":1, "a" : 2 }', []),
      body: '{ "b":1, "a" : 2 }',
      isValid: true,
    },
    { name: 'rotation, new secret', ...base, headers: rotating, isValid: true },
    { name: 'rotation, old secret', ...base, headers: rotating, secret: RETIRED, isValid: true },
    { name: 'five minutes late', ...base, nowSeconds: base.nowSeconds + 300, isValid: true },
    bad('too late', { nowSeconds: base.nowSeconds + 301 }),
    bad('too early', { nowSeconds: base.nowSeconds - 301 }),
    bad('the body was changed', { body: event.replace('paid', 'Paid') }),
    bad('the body was written anew', { body: JSON.stringify(sampleFlowEvent, null, 2) }),
    bad('another id', { headers: { ...headers, 'webhook-id': 'dlv_other' } }),
    bad('another time', {
      headers: { ...headers, 'webhook-timestamp': String(base.nowSeconds + 1) },
    }),
    bad('another version', {
      headers: { ...headers, 'webhook-signature': token.replace('v1,', 'v2,') },
    }),
    bad('a cut signature', { headers: { ...headers, 'webhook-signature': token.slice(0, 20) } }),
    bad('the old secret after the rotation', { secret: RETIRED }),
    bad('an empty signature', { headers: { ...headers, 'webhook-signature': '' } }),
  ]
}

describe('signature-vectors.json', () => {
  test('is what the sender produces today (run with UPDATE_VECTORS=1 to write it anew)', async () => {
    const text = `${JSON.stringify(await vectors(), null, 2)}\n`
    if (process.env['UPDATE_VECTORS'] === '1') writeFileSync(FILE, text)
    expect(readFileSync(FILE, 'utf8')).toBe(text)
  })

  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as Vector[]

  test.each(stored.map((vector) => [vector.name, vector] as const))(
    '%s: our verifier agrees',
    (_, vector) => {
      const { secret, headers, body, nowSeconds } = vector
      expect(verifyWebhook({ secret, headers, body, now: nowSeconds * 1000 }).isValid).toBe(
        vector.isValid,
      )
    },
  )

  test('the official library signs the valid ones the same way', () => {
    for (const { secret, headers, body, isValid } of stored) {
      const {
        'webhook-id': id = '',
        'webhook-timestamp': seconds = '',
        'webhook-signature': tokens = '',
      } = headers
      const token = new Webhook(secret).sign(id, new Date(Number(seconds) * 1000), body)
      if (isValid) expect(tokens.split(' ')).toContain(token)
    }
  })
})
