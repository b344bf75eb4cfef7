import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import {
  type CommerceWorld,
  type Doc,
  openCommerceWorld,
} from '../../support/events/commerceWorld.ts'

let shop: CommerceWorld
let tea: Doc

beforeAll(async () => {
  shop = await openCommerceWorld()
  tea = await shop.product({ title: 'Чай' })
}, 300_000)
afterAll(async () => shop?.destroy())

const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}
const from = (address: string): Record<string, string> => ({
  ...browser,
  'x-forwarded-for': address,
})
const view = (id: unknown, headers: Record<string, string> = browser) =>
  shop.rest('POST', `/products/${id}/view`, undefined, { headers })

describe('EV-03 product.viewed', () => {
  test('EV-03 product.viewed by a person: the whole row, and nothing written into it', async () => {
    const before = await shop.payload.findByID({ collection: 'products', id: tea.id })
    const events = await shop.events(async () => {
      const answer = await view(tea.id)
      expect([answer.status, answer.body]).toEqual([200, { counted: true }])
    })
    expect(events.map(({ documentId, type }) => [type, documentId])).toEqual([
      ['product.viewed', String(tea.id)],
    ])
    expect(events[0]?.data.current).toMatchObject({ title: { ru: 'Чай' }, _status: 'published' })
    expect(events[0]?.meta).toMatchObject({ source: 'api', collection: 'products', userId: null })
    const after = await shop.payload.findByID({ collection: 'products', id: tea.id })
    expect(after['updatedAt']).toBe(before['updatedAt'])
  })

  test('tells who looked when they are signed in', async () => {
    const [event] = await shop.events(() =>
      shop.rest('POST', `/products/${tea.id}/view`, undefined, {
        user: shop.as.customer,
        headers: from('192.0.2.7'),
      }),
    )
    expect(event?.meta['userId']).toBe(String(shop.as.customer.id))
  })

  test.each([
    [
      'a crawler',
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    ],
    ['a link preview', { 'user-agent': 'TelegramBot (like TwitterBot)' }],
    ['a script', { 'user-agent': 'curl/8.5.0' }],
    ['nobody in particular', {}],
  ])('%s is not counted', async (_who, headers) => {
    const types = await shop.types(async () => {
      const answer = await view(tea.id, headers)
      expect([answer.status, answer.body]).toEqual([200, { counted: false }])
    })
    expect(types).toEqual([])
  })

  test.each([
    ['unknown', async () => 999_999],
    ['no id at all', async () => 'abc'],
    ['too large to be an id', async () => '99999999999999'],
    [
      'a draft',
      async () =>
        (
          await shop.payload.create({
            collection: 'products',
            data: { title: 'x', _status: 'draft' },
          })
        ).id,
    ],
    [
      'taken back to draft',
      async () => {
        const { id } = await shop.product()
        await shop.payload.update({ collection: 'products', id, data: { _status: 'draft' } })
        return id
      },
    ],
  ])('%s is not found', async (_what, idOf) => {
    const id = await idOf()
    const types = await shop.types(async () => {
      const answer = await view(id)
      expect(answer.status).toBe(404)
      expect(answer.body.errors[0]).toMatchObject({ code: 'FLOW_PRODUCT_NOT_FOUND' })
    })
    expect(types).toEqual([])
  })

  test('is limited per address and product', async () => {
    const other = await shop.product()
    const statuses: number[] = []
    const types = await shop.types(async () => {
      for (let count = 0; count < 12; count += 1) {
        statuses.push((await view(other.id, from('198.51.100.1'))).status)
      }
      expect((await view(other.id, from('198.51.100.2'))).status).toBe(200)
      expect((await view(tea.id, from('198.51.100.1'))).status).toBe(200)
    })
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429])
    expect(types).toHaveLength(12)
  })

  test('a newer draft of a published product stays secret', async () => {
    const { id } = await shop.product({ title: 'Старое' })
    await shop.payload.update({ collection: 'products', id, draft: true, data: { title: 'Тайна' } })
    const [event] = await shop.events(() => view(id))
    expect(event?.data.current['title']).toMatchObject({ ru: 'Старое' })
  })
})

describe('EV-03 events of reviews', () => {
  type Write = (data: Record<string, unknown>) => Promise<number>
  const graphql: Write = async ({ product, rating }) => {
    const { data, errors } = await shop.graphql(
      `mutation { createReview(data: { product: ${product}, rating: ${rating} }) { id } }`,
      { user: shop.as.manager },
    )
    expect(errors).toEqual([])
    return Number((data?.['createReview'] as Doc | undefined)?.id)
  }
  const ways: [string, Write][] = [
    [
      'REST',
      async (data) => {
        const answer = await shop.rest('POST', '/reviews', data, { user: shop.as.manager })
        expect(answer.status).toBe(201)
        return Number(answer.body.doc['id'])
      },
    ],
    ['GraphQL', graphql],
    [
      'Local API',
      async (data) => Number((await shop.payload.create({ collection: 'reviews', data })).id),
    ],
  ]

  const created: [number, string[]][] = [
    [1, ['review.created', 'review.negative']],
    [2, ['review.created', 'review.negative']],
    [3, ['review.created']],
    [4, ['review.created', 'review.positive']],
    [5, ['review.created', 'review.positive']],
  ]
  const moved: [number, number, string[]][] = [
    [3, 5, ['review.positive']],
    [4, 5, []],
    [5, 3, []],
    [5, 1, ['review.negative']],
    [3, 2, ['review.negative']],
    [2, 1, []],
    [1, 4, ['review.positive']],
    [4, 4, []],
  ]

  describe.each(ways)('%s', (_way, write) => {
    test.each(created)(
      'EV-03 review.created, .positive, .negative: %d stars',
      async (rating, types) => {
        expect(await shop.types(() => write({ product: tea.id, rating }))).toEqual(types)
      },
    )
  })

  test.each(moved)(
    'EV-03 review.positive, .negative on edits: %d → %d',
    async (before, after, types) => {
      const { id } = await shop.payload.create({
        collection: 'reviews',
        data: { product: tea.id, rating: before },
      })
      const edit = { rating: after }
      expect(
        await shop.types(() =>
          shop.rest('PATCH', `/reviews/${id}`, edit, { user: shop.as.manager }),
        ),
      ).toEqual(types)
    },
  )

  test('EV-03 review.created by a customer and by a guest', async () => {
    const product = await shop.product()
    const events = await shop.events(async () => {
      await shop.rest(
        'POST',
        '/reviews',
        { product: product.id, rating: 3 },
        { user: shop.as.customer },
      )
      await shop.rest('POST', '/reviews/guest', { product: product.id, rating: 2, name: 'Олег' })
    })
    expect(
      events.map(({ data, type }) => [type, data.current['author'], data.current['authorName']]),
    ).toEqual([
      ['review.created', shop.as.customer.id, null],
      ['review.created', null, 'Олег'],
      ['review.negative', null, 'Олег'],
    ])
  })

  test('moderation, an answer, an unchanged save and deletion mean nothing', async () => {
    const { id } = await shop.payload.create({
      collection: 'reviews',
      data: { product: tea.id, rating: 1 },
    })
    const patch = (data: Record<string, unknown>) =>
      shop.rest('PATCH', `/reviews/${id}`, data, { user: shop.as.manager })
    const types = await shop.types(async () => {
      await patch({ status: 'approved' })
      await patch({ reply: { text: 'Простите нас.' } })
      await patch({})
      await patch({ rating: 1 })
      await shop.rest('DELETE', `/reviews/${id}`, undefined, { user: shop.as.manager })
    })
    expect(types).toEqual([])
  })

  test('a bulk edit tells of every review it moves', async () => {
    const product = await shop.product()
    for (const rating of [5, 3, 1]) {
      await shop.payload.create({ collection: 'reviews', data: { product: product.id, rating } })
    }
    const types = await shop.types(() =>
      shop.rest(
        'PATCH',
        `/reviews?where[product][equals]=${product.id}`,
        { rating: 2 },
        { user: shop.as.admin },
      ),
    )
    expect(types).toEqual(['review.negative', 'review.negative'])
  })
})

describe('EV-03 orders that give goods back', () => {
  const orderOf = async (product: Doc, quantity: number): Promise<number> => {
    const cart = await shop.guestCart({ email: 'buyer@example.com' })
    await shop.add(cart, product, quantity)
    const { body } = await shop.rest('POST', `/carts/${cart.id}/convert`, {}, { headers: cart.key })
    return (body['order'] as Doc).id
  }
  const stockOf = async (id: number): Promise<unknown> =>
    (await shop.payload.findByID({ collection: 'products', id }))['stock']

  test('a cancelled order: status_changed, cancelled, and the product is told of', async () => {
    const product = await shop.product({ stock: 10 })
    const id = await orderOf(product, 4)
    expect(await stockOf(product.id)).toBe(6)
    const types = await shop.types(() =>
      shop.rest('PATCH', `/orders/${id}`, { status: 'cancelled' }, { user: shop.as.manager }),
    )
    expect(types).toEqual(['order.status_changed', 'order.cancelled', 'product.updated'])
    expect(await stockOf(product.id)).toBe(10)
  })

  test('cancelled five times at once gives back once', async () => {
    const product = await shop.product({ stock: 10 })
    const id = await orderOf(product, 4)
    await Promise.all(
      Array.from({ length: 5 }, () =>
        shop.rest('PATCH', `/orders/${id}`, { status: 'cancelled' }, { user: shop.as.manager }),
      ),
    )
    expect(await stockOf(product.id)).toBe(10)
  })

  test('an order that staff wrote took nothing and gives nothing back', async () => {
    const product = await shop.product({ stock: 10 })
    const { id } = await shop.payload.create({
      collection: 'orders',
      data: {
        items: [{ product: product.id, quantity: 2, price: { amount: 1, currency: 'RUB' } }],
      },
    })
    await shop.payload.update({ collection: 'orders', id, data: { status: 'cancelled' } })
    expect(await stockOf(product.id)).toBe(10)
  })

  test('staff who edit an order do not lose what it took', async () => {
    const product = await shop.product({ stock: 10 })
    const id = await orderOf(product, 4)
    const { body } = await shop.rest('GET', `/orders/${id}?depth=0`, undefined, {
      user: shop.as.manager,
    })
    const items = body['items']
    await shop.rest('PATCH', `/orders/${id}`, { items, note: 'x' }, { user: shop.as.manager })
    await shop.rest('PATCH', `/orders/${id}`, { status: 'cancelled' }, { user: shop.as.manager })
    expect(await stockOf(product.id)).toBe(10)
  })

  test('the draft that waits is not published by a sale, and the next save keeps the count', async () => {
    const product = await shop.product({ title: 'Опубликовано', stock: 10 })
    const draft = { title: 'Черновик' }
    await shop.payload.update({ collection: 'products', id: product.id, draft: true, data: draft })
    await orderOf(product, 3)
    const seen = await shop.payload.findByID({ collection: 'products', id: product.id })
    expect(seen).toMatchObject({ title: 'Опубликовано', stock: 7, _status: 'published' })
    await shop.payload.update({
      collection: 'products',
      id: product.id,
      data: { _status: 'published' },
    })
    const saved = await shop.payload.findByID({ collection: 'products', id: product.id })
    expect(saved).toMatchObject({ title: 'Черновик', stock: 7 })
  })
})
