import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { eventReceiver } from '../../docs/examples/receiveEvents.ts'
import { type BootedFlow, bootFlow } from '../support/flow/bootFlow.ts'
import { until } from '../support/flow/until.ts'
import { type Actor, createActor } from '../support/payload/createActor.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const told: string[] = []
const known = new Set<string>()
let failures = 0
let flow: BootedFlow
let manager: Actor
let server: Server
let url: string

beforeAll(async () => {
  flow = await bootFlow()
  manager = await createActor(flow.payload, 'manager')
  server = eventReceiver(secret, {
    remember: async (id) => {
      if (failures > 0) {
        failures -= 1
        throw new Error('the disk is full')
      }
      const isNew = !known.has(id)
      known.add(id)
      return isNew
    },
    tell: (line) => told.push(line),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`
  const created = await flow.rest(
    'POST',
    '/event-subscriptions',
    {
      name: 'The receiver of the docs',
      events: ['order.*', 'product.price_changed'],
      retryDelaysSeconds: [0, 0],
      channels: [{ blockType: 'webhook', url, secret }],
    },
    { user: manager },
  )
  expect(created.status).toBe(201)
}, 300_000)
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await flow.destroy()
})

const change = async (method: 'POST' | 'PATCH', path: string, body: unknown) => {
  const answer = await flow.rest(method, `${path}?locale=ru`, body, { user: manager })
  expect([200, 201]).toContain(answer.status)
  return String((answer.body['doc'] as { id: unknown }).id)
}

describe('the receiver of docs/webhooks.md, at the end of the real engine', () => {
  test('verifies what comes and reads each type by its own fields', async () => {
    const order = await change('POST', '/orders', { total: { amount: 20_000, currency: 'RUB' } })
    await change('PATCH', `/orders/${order}`, { status: 'paid' })
    const product = await change('POST', '/products', {
      title: 'Кружка',
      price: { amount: 500, currency: 'RUB' },
      _status: 'published',
    })
    await change('PATCH', `/products/${product}`, {
      price: { amount: 450, currency: 'RUB' },
      _status: 'published',
    })
    await until(() => told.length >= 4, 'four events')
    await flow.settle()
    expect([...told].sort()).toEqual([
      'not for us: order.created',
      'not for us: order.status_changed',
      `order ${order}: 20000 RUB paid`,
      'price.ru: 500 → 450',
    ])
  })

  test('a delivery it failed on comes again under the same id and is told once', async () => {
    told.length = 0
    failures = 1
    const seen = known.size
    await change('POST', '/orders', { total: { amount: 700, currency: 'RUB' } })
    await until(() => told.length > 0, 'the event after a failure')
    await flow.settle()
    expect(told).toEqual(['not for us: order.created'])
    expect(known.size).toBe(seen + 1)
    const { rows } = await flow.sql.query<{ outcome: string; status: number }>(
      `SELECT outcome::text, (response->>'status')::int AS status FROM event_attempts
       WHERE delivery = (SELECT id FROM event_deliveries ORDER BY created_at DESC LIMIT 1)
       ORDER BY number`,
    )
    expect(rows).toEqual([
      { outcome: 'unavailable', status: 500 },
      { outcome: 'delivered', status: 204 },
    ])
  })

  test('what the site did not sign is refused, and so is a body that is no event', async () => {
    const { verify } = await import('../../src/consumer.ts')
    const { signWebhook } = await import('../../plugins/channels/webhook/signature/signWebhook.ts')
    const forged = await fetch(url, { method: 'POST', body: '{"type":"order.paid"}' })
    expect([forged.status, await forged.text()]).toEqual([401, 'missing_header'])
    const signed = (body: string) => {
      const timestampSeconds = Math.floor(Date.now() / 1000)
      return {
        secret,
        body,
        headers: {
          'webhook-id': 'dlv_1',
          'webhook-timestamp': String(timestampSeconds),
          'webhook-signature': signWebhook({ secret, id: 'dlv_1', timestampSeconds, body }),
        },
      }
    }
    for (const body of ['', 'null', '[]', '{"id":"evt_1"', '{"id":"evt_1","type":"order.paid"}']) {
      expect(verify(signed(body))).toEqual({ isValid: false, reason: 'malformed_body' })
    }
    const event = { id: 'evt_1', type: 'newer.type', data: {}, meta: {} }
    expect(verify(signed(JSON.stringify(event)))).toMatchObject({ isValid: true, event })
    const other = {
      ...signed(JSON.stringify(event)),
      secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    }
    expect(verify(other)).toEqual({ isValid: false, reason: 'no_matching_signature' })
  })
})
