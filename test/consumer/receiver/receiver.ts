/** What a receiver of webhooks writes: it has the package and nothing else, no payload, no zod, and checks all types. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'

import { type FlowEvent, type FlowEventOf, verify } from 'flowmasters/consumer'

type IsAny<Type> = 0 extends 1 & Type ? true : false
type Paid = FlowEventOf<'order.paid'>['data']['current']
const isTyped: [IsAny<FlowEvent>, IsAny<Paid>, IsAny<Paid['total']>] = [false, false, false]

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const body = JSON.stringify({
  id: 'evt_1',
  type: 'order.paid',
  version: 1,
  timestamp: '2026-11-21T10:00:00.000Z',
  data: {
    current: { id: 7, status: 'paid', total: { ru: { amount: 20_000, currency: 'RUB' } } },
    previous: { id: 7, status: 'pending' },
    changed: ['status'],
  },
  meta: { source: 'collection_operation', collection: 'orders', documentId: '7' },
})
const timestamp = String(Math.floor(Date.now() / 1000))
const signature = createHmac('sha256', Buffer.alloc(32, 7))
  .update(`dlv_1.${timestamp}.${body}`)
  .digest('base64')
const headers = {
  'webhook-id': 'dlv_1',
  'webhook-timestamp': timestamp,
  'webhook-signature': `v1,${signature}`,
}

const verdict = verify({ secret, headers, body })
assert.ok(verdict.isValid)
assert.ok(verdict.event.type === 'order.paid')
const amount: number | null | undefined = verdict.event.data.current.total?.ru?.amount
const status:
  | 'pending'
  | 'processing'
  | 'paid'
  | 'completed'
  | 'cancelled'
  | 'refunded'
  | null
  | undefined = verdict.event.data.current.status
// @ts-expect-error only product.price_changed has prices
const prices: unknown = verdict.event.data.prices
// @ts-expect-error there is no such type
const misspelt: FlowEventOf<'order.payed'> | undefined = undefined

assert.deepEqual([amount, status, prices, misspelt], [20_000, 'paid', undefined, undefined])
assert.deepEqual(isTyped, [false, false, false])
assert.equal(verify({ secret, headers, body: `${body} ` }).isValid, false)
