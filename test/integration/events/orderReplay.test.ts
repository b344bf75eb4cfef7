import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { type CommerceWorld, openCommerceWorld } from '../../support/events/commerceWorld.ts'
import type { LoggedEvent } from '../../support/events/newEvents.ts'

let shop: CommerceWorld
beforeAll(async () => {
  shop = await openCommerceWorld()
}, 300_000)
afterAll(async () => shop?.destroy())

const statuses = ['pending', 'paid', 'completed', 'cancelled', 'refunded'] as const
const status = fc.constantFrom(...statuses)
const way = fc.constantFrom('rest' as const, 'graphql', 'local', 'bulk')
const operations = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ status, way }) },
    { weight: 1, arbitrary: fc.record({ note: fc.string({ maxLength: 5 }) }) },
  ),
  { minLength: 1, maxLength: 10 },
)

type Operation = { status: string; way: 'rest' | 'graphql' | 'local' | 'bulk' } | { note: string }

/** Many of them are illegal and refused; what counts is that the events agree with the row. */
async function run(id: number, operation: Operation): Promise<void> {
  const by = { user: shop.as.admin }
  if (!('status' in operation)) {
    await shop.rest('PATCH', `/orders/${id}`, operation, by)
    return
  }
  const data = { status: operation.status }
  if (operation.way === 'rest') await shop.rest('PATCH', `/orders/${id}`, data, by)
  if (operation.way === 'bulk')
    await shop.rest('PATCH', `/orders?where[id][equals]=${id}`, data, by)
  if (operation.way === 'graphql') {
    const source = `mutation { updateOrder(id: ${id}, data: { status: ${operation.status} }) { id } }`
    await shop.graphql(source, by)
  }
  if (operation.way === 'local') {
    await shop.payload
      .update({ collection: 'orders', id, data })
      .catch((error: { status?: number }) => expect(error.status).toBe(400))
  }
}

/** The status of an order for somebody who has heard nothing but its events. */
function replay(events: readonly LoggedEvent[]): unknown {
  let known: unknown
  const named: Record<string, string> = {
    'order.paid': 'paid',
    'order.completed': 'completed',
    'order.cancelled': 'cancelled',
  }
  for (const { data, type } of events) {
    if (type === 'order.created') known = data.current['status']
    if (type === 'order.status_changed') {
      expect(data['statusFrom']).toBe(known)
      known = data['statusTo']
    }
    // The specific event follows the general one and agrees with it.
    if (named[type]) expect(known).toBe(named[type])
  }
  return known
}

const logOf = async (id: number): Promise<LoggedEvent[]> => {
  const { rows } = await shop.sql.query<{ body: string }>(
    "SELECT body FROM event_logs WHERE collection = 'orders' AND document_id = $1 ORDER BY sequence",
    [String(id)],
  )
  return rows.map(({ body }) => JSON.parse(body) as LoggedEvent)
}

const newOrder = async (start: string): Promise<number> => {
  const total = { amount: 1, currency: 'RUB' }
  const { id } = await shop.payload.create({ collection: 'orders', data: { total, status: start } })
  return Number(id)
}

const statusOf = async (id: number): Promise<unknown> =>
  (await shop.payload.findByID({ collection: 'orders', id }))['status']

test('EV-03 the events of an order, replayed in order, give its status', async () => {
  await fc.assert(
    fc.asyncProperty(status, operations, async (start, sequence) => {
      const id = await newOrder(start)
      for (const operation of sequence) await run(id, operation)
      expect(replay(await logOf(id))).toBe(await statusOf(id))
    }),
    { numRuns: 10 },
  )
}, 300_000)

test('EV-03 the same when the operations run at once', async () => {
  await fc.assert(
    fc.asyncProperty(status, operations, async (start, sequence) => {
      const id = await newOrder(start)
      await Promise.all(sequence.map((operation) => run(id, operation)))
      expect(replay(await logOf(id))).toBe(await statusOf(id))
    }),
    { numRuns: 12 },
  )
}, 300_000)
