import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ZodObject } from 'zod'

import {
  bundledCatalogue,
  cartSnapshot,
  orderSnapshot,
  productSnapshot,
  reviewSnapshot,
} from '../../../src/index.ts'
import { type CommerceWorld, openCommerceWorld } from '../../support/events/commerceWorld.ts'
import type { LoggedEvent } from '../../support/events/newEvents.ts'

let shop: CommerceWorld
let product: number
let media: number

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  shop = await openCommerceWorld()
  product = (await shop.product()).id
  const picture = await shop.payload.create({
    collection: 'media',
    data: { alt: 'Точка' },
    file: { data: png, mimetype: 'image/png', name: 'dot.png', size: png.length },
  })
  media = Number(picture.id)
}, 300_000)
afterAll(async () => shop?.destroy())

const create = (collection: string, data: Record<string, unknown>): Promise<LoggedEvent[]> =>
  shop.events(() => shop.payload.create({ collection, locale: 'ru', data }))

const rouble = { amount: 1, currency: 'RUB' }
const day = '2026-11-21T10:00:00.000Z'

const whole: [string, ZodObject, () => Promise<Record<string, unknown>>][] = [
  [
    'products',
    productSnapshot,
    async () => {
      const { id } = await shop.payload.create({
        collection: 'product-categories',
        data: { title: 'Чай' },
      })
      return {
        title: 'Чай',
        shortDescription: 'Чёрный',
        description: 'Крупнолистовой',
        price: rouble,
        compareAtPrice: rouble,
        images: [media],
        categories: [id],
        sku: 'WHOLE-1',
        stock: 3,
        _status: 'published',
      }
    },
  ],
  [
    'carts',
    cartSnapshot,
    async () => ({
      items: [{ product, variant: 'red', quantity: 2 }],
      user: shop.as.customer.id,
      name: 'Аня',
      phone: '+79160000000',
      mergedInto: null,
      utm: { source: 'vk', medium: 'cpc', campaign: 'a', content: 'b', term: 'c' },
      referrer: 'https://vk.com/',
    }),
  ],
  [
    'orders',
    orderSnapshot,
    async () => ({
      items: [{ product, title: 'Чай', sku: 'S', variant: 'red', quantity: 1, price: rouble }],
      discount: rouble,
      deliveryCost: { amount: 5, currency: 'RUB' },
      deliveryMethod: 'courier',
      paymentMethod: 'card',
      shippingAddress: {
        country: 'Россия',
        region: 'Москва',
        city: 'Москва',
        street: 'Лесная, 5',
        postalCode: '125047',
        recipient: 'Пётр',
        comment: 'Код 12',
      },
      customer: shop.as.customer.id,
      customerName: 'Аня',
      customerEmail: 'a@example.com',
      customerPhone: '+79160000000',
      comment: 'Быстрее',
      note: 'Постоянная',
      cart: (await shop.guestCart()).id,
      paidAt: day,
    }),
  ],
  [
    'reviews',
    reviewSnapshot,
    async () => ({
      product,
      rating: 5,
      title: 'Хорошо',
      text: 'Очень',
      photos: [media],
      status: 'approved',
      author: shop.as.manager.id,
      authorName: 'Мария',
      authorEmail: 'm@example.com',
      reply: { text: 'Спасибо!' },
    }),
  ],
]

test.each(whole)(
  'EV-05 a whole row of %s fits its snapshot, which knows every column',
  async (collection, snapshot, dataOf) => {
    const events = await create(collection, await dataOf())
    expect(events.length).toBeGreaterThan(0)
    for (const event of events) {
      const { documentId: _column, ...envelope } = event
      expect(bundledCatalogue.decode(envelope)).toBe(envelope)
      const known = Object.keys(snapshot.shape)
      expect(Object.keys(event.data.current).filter((name) => !known.includes(name))).toEqual([])
    }
    const { rows } = await shop.sql.query<{ issues: unknown }>(
      "SELECT issues FROM event_logs WHERE issues IS NOT NULL AND issues::text NOT IN ('[]', 'null')",
    )
    expect(rows).toEqual([])
  },
)

test('the total of an order is its items, less the discount, with the delivery', async () => {
  const [created] = await create('orders', {
    items: [{ title: 'Чай', quantity: 3, price: { amount: 0.1, currency: 'RUB' } }],
    discount: { amount: 0.05, currency: 'RUB' },
    deliveryCost: { amount: 300, currency: 'RUB' },
  })
  expect(created?.data.current['total']).toEqual({ ru: { amount: 300.25, currency: 'RUB' } })
})
