import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { bundledCatalogue } from '../../../src/index.ts'
import { type LoggedEvent, newEvents } from '../../support/events/newEvents.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { bootEcommerce } from './ecommerceWorld.ts'

let shop: Awaited<ReturnType<typeof bootEcommerce>>
let admin: Actor
let mug: number

const events = (act: () => Promise<unknown>): Promise<LoggedEvent[]> => newEvents(shop.sql, act)
const types = async (act: () => Promise<unknown>): Promise<string[]> =>
  (await events(act)).map(({ type }) => type)
const price = { priceInUSDEnabled: true, priceInUSD: 1500 }

beforeAll(async () => {
  shop = await bootEcommerce()
  admin = await createActor(shop.payload, 'admin')
  const product = await shop.payload.create({
    collection: 'products',
    data: { ...price, inventory: 10, _status: 'published' },
  })
  mug = Number(product.id)
}, 300_000)
afterAll(async () => shop?.close())

/** A guest's cart through the plugin's own REST API. */
async function guestCart(): Promise<{ id: number; secret: string }> {
  const { body } = await shop.rest('POST', '/carts', { items: [], currency: 'USD' })
  return { id: Number(body.doc['id']), secret: String(body.doc['secret']) }
}

const act = async (
  path: string,
  data: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const { body, status } = await shop.rest('POST', path, data)
  if (status >= 300) throw new Error(`${path} ${status}: ${JSON.stringify(body)}`)
  return body
}

describe('EV-04 @payloadcms/plugin-ecommerce, its own collections and endpoints', () => {
  test('EV-04 products: created, published, updated, price_changed; drafts and autosave mean nothing', async () => {
    expect(
      await types(() => shop.payload.create({ collection: 'products', draft: true, data: price })),
    ).toEqual([])
    expect(
      await types(() =>
        shop.payload.create({ collection: 'products', data: { ...price, _status: 'published' } }),
      ),
    ).toEqual(['product.created', 'product.published'])
    const [updated, changed] = await events(() =>
      shop.rest('PATCH', `/products/${mug}`, { priceInUSD: 1200 }, { user: admin }),
    )
    expect([updated?.type, changed?.type]).toEqual(['product.updated', 'product.price_changed'])
    expect(changed?.data['prices']).toEqual([
      { path: 'priceInUSD', locale: null, currency: 'USD', old: 1500, new: 1200 },
    ])
  })

  test('EV-04 carts: created, item_added, item_removed, without the secret', async () => {
    const written = await events(async () => {
      const { id, secret } = await guestCart()
      await act(`/carts/${id}/add-item`, { item: { product: mug }, quantity: 2, secret })
      await act(`/carts/${id}/add-item`, { item: { product: mug }, secret })
      const { items } = await shop.payload.findByID({ collection: 'carts', id })
      const [line] = items as { id: string }[]
      await act(`/carts/${id}/update-item`, { itemID: line?.id, quantity: 1, secret })
      await act(`/carts/${id}/clear`, { secret })
      expect(secret).toMatch(/^[0-9a-f]{40}$/)
      const { rows } = await shop.sql.query<{ found: boolean }>(
        'SELECT bool_or(body LIKE $1) AS found FROM event_logs',
        [`%${secret}%`],
      )
      expect(rows[0]?.found).toBe(false)
    })
    expect(
      written.map(({ data, type }) => [type, data['quantityBefore'], data['quantityAfter']]),
    ).toEqual([
      ['cart.created', undefined, undefined],
      ['cart.item_added', 0, 2],
      ['cart.item_added', 2, 3],
      ['cart.item_removed', 3, 1],
      ['cart.item_removed', 1, 0],
    ])
  })

  test('EV-04 a checkout: the order is created and paid, the cart converted, each once', async () => {
    const { id, secret } = await guestCart()
    await act(`/carts/${id}/add-item`, { item: { product: mug }, quantity: 2, secret })
    const buyer = { cartID: id, customerEmail: 'guest@example.com', currency: 'USD', secret }
    const { transactionID } = await act('/payments/test/initiate', buyer)
    const written = await events(() =>
      act('/payments/test/confirm-order', { ...buyer, transactionID }),
    )
    expect(written.map(({ type }) => type)).toEqual([
      'order.created',
      'order.paid',
      'cart.converted',
    ])
    expect(written[1]?.data.current).toMatchObject({ status: 'processing', currency: 'USD' })
  })

  test('EV-04 orders: status_changed and what the status became, once however it is saved', async () => {
    const { id } = await shop.payload.create({
      collection: 'orders',
      data: { status: 'processing', amount: 1500, currency: 'USD' },
    })
    const patch = (status: string) =>
      shop.rest('PATCH', `/orders/${id}`, { status }, { user: admin })
    expect(await types(() => patch('completed'))).toEqual([
      'order.status_changed',
      'order.completed',
    ])
    expect(await types(() => patch('completed'))).toEqual([])
    expect(await types(() => patch('refunded'))).toEqual(['order.status_changed'])
  })

  test('EV-04 every event fits its definition', async () => {
    const { rows } = await shop.sql.query<{ body: string }>(
      "SELECT body FROM event_logs WHERE collection <> 'users' ORDER BY id",
    )
    expect(rows.length).toBeGreaterThan(10)
    for (const { body } of rows) {
      const event: unknown = JSON.parse(body)
      expect(bundledCatalogue.decode(event)).toBe(event)
    }
  })
})
