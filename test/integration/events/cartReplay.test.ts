import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import {
  type CommerceWorld,
  type Doc,
  openCommerceWorld,
} from '../../support/events/commerceWorld.ts'
import type { LoggedEvent } from '../../support/events/newEvents.ts'

let shop: CommerceWorld
let products: Doc[]

beforeAll(async () => {
  shop = await openCommerceWorld()
  products = []
  for (let count = 0; count < 3; count += 1) products.push(await shop.product())
  products.push(await shop.product({ stock: 4 }))
}, 300_000)
afterAll(async () => shop?.destroy())

type Operation =
  | { kind: 'add'; product: number; quantity: number }
  | { kind: 'set'; line: number; quantity: number }
  | { kind: 'remove'; line: number }
  | { kind: 'staff'; lines: [number, number][] }
  | { kind: 'clear' | 'contact' | 'convert' }

const product = fc.integer({ min: 0, max: 3 })
// Zero is refused, so that refusals are among the operations.
const quantity = fc.integer({ min: 0, max: 6 })
const line = fc.integer({ min: 0, max: 3 })
const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('add' as const), product, quantity }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('set' as const), line, quantity }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), line }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('staff' as const),
        lines: fc.array(fc.tuple(product, quantity), { maxLength: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('clear' as const, 'contact', 'convert') }),
    },
  ),
  { minLength: 1, maxLength: 12 },
)

type Cart = { id: number; key: Record<string, string> }

async function run({ id, key }: Cart, operation: Operation): Promise<void> {
  const path = `/carts/${id}`
  const lineAt = async (index: number): Promise<string> => {
    const items = ((await shop.cart(id))['items'] ?? []) as { id: string }[]
    return items[index]?.id ?? 'none'
  }
  const call = (method: string, rest: string, body?: unknown) =>
    shop.rest(method, `${path}${rest}`, body, { headers: key })
  switch (operation.kind) {
    case 'add':
      await call('POST', '/items', {
        product: products[operation.product]?.id,
        quantity: operation.quantity,
      })
      return
    case 'set':
      await call('PATCH', `/items/${await lineAt(operation.line)}`, {
        quantity: operation.quantity,
      })
      return
    case 'remove':
      await call('DELETE', `/items/${await lineAt(operation.line)}`)
      return
    case 'staff':
      await shop.rest(
        'PATCH',
        path,
        {
          items: operation.lines.map(([index, count]) => ({
            product: products[index]?.id,
            quantity: count,
          })),
        },
        { user: shop.as.manager },
      )
      return
    case 'clear':
      await call('DELETE', '/items')
      return
    case 'contact':
      await call('PATCH', '/contact', { email: 'replay@example.com' })
      return
    case 'convert':
      await call('POST', '/convert', {})
  }
}

type State = { status: string; lines: Record<string, number> }

/** A cart as somebody knows it who has heard nothing but its events. */
function replay(events: readonly LoggedEvent[]): State {
  const state: State = { status: 'none', lines: {} }
  for (const { data, type } of events) {
    if (type === 'cart.created') state.status = 'active'
    if (type === 'cart.converted') state.status = 'converted'
    if (type === 'cart.item_added' || type === 'cart.item_removed') {
      const key = String((data['item'] as Doc)['product'])
      expect(data['quantityBefore']).toBe(state.lines[key] ?? 0)
      const after = Number(data['quantityAfter'])
      if (after === 0) delete state.lines[key]
      else state.lines[key] = after
    }
  }
  return state
}

async function stateOf(id: number): Promise<State> {
  const cart = await shop.cart(id)
  const items = cart['items'] as { product: number; quantity: number }[]
  return {
    status: String(cart['status']),
    lines: Object.fromEntries(items.map((item) => [String(item.product), item.quantity])),
  }
}

const ofCart = (events: readonly LoggedEvent[], id: number): LoggedEvent[] =>
  events.filter(
    ({ documentId, meta }) => meta['collection'] === 'carts' && documentId === String(id),
  )

test('EV-03 the events of a cart, replayed in order, give the cart', async () => {
  await fc.assert(
    fc.asyncProperty(operations, async (sequence) => {
      let id = 0
      const events = await shop.events(async () => {
        const cart = await shop.guestCart({ email: 'replay@example.com' })
        id = cart.id
        for (const operation of sequence) await run(cart, operation)
      })
      expect(replay(ofCart(events, id))).toEqual(await stateOf(id))
    }),
    { numRuns: 10 },
  )
}, 300_000)

test('EV-03 the same when the operations run at once', async () => {
  await fc.assert(
    fc.asyncProperty(operations, async (sequence) => {
      const cart = await shop.guestCart({ email: 'replay@example.com' })
      await Promise.all(sequence.map((operation) => run(cart, operation)))
      const { rows } = await shop.sql.query<{ body: string }>(
        "SELECT body FROM event_logs WHERE collection = 'carts' AND document_id = $1 ORDER BY sequence",
        [String(cart.id)],
      )
      const events = rows.map(({ body }) => JSON.parse(body) as LoggedEvent)
      expect(replay(events)).toEqual(await stateOf(cart.id))
    }),
    { numRuns: 10 },
  )
}, 300_000)
