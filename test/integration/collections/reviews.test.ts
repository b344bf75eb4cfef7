import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import {
  type CommerceWorld,
  type Doc,
  openCommerceWorld,
} from '../../support/events/commerceWorld.ts'
import { createActor } from '../../support/payload/createActor.ts'

let shop: CommerceWorld
let tea: Doc

beforeAll(async () => {
  shop = await openCommerceWorld()
  tea = await shop.product({ title: 'Чай' })
}, 300_000)
afterAll(async () => shop?.destroy())

const create = async (data: Record<string, unknown>): Promise<Doc> =>
  (await shop.payload.create({ collection: 'reviews', data, depth: 0 })) as unknown as Doc
const read = async (id: number): Promise<Doc> =>
  (await shop.payload.findByID({ collection: 'reviews', id, depth: 0 })) as unknown as Doc
const post = (data: Record<string, unknown>, role: Role | undefined, language = 'en') =>
  shop.rest('POST', '/reviews', data, {
    user: role ? shop.as[role] : undefined,
    headers: { 'accept-language': language },
  })

describe('EV-10 a review', () => {
  test('is made from a product and a rating, and waits for a moderator', async () => {
    const product = await shop.product()
    const { body, status } = await post({ product: product.id, rating: 5 }, 'customer')
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ rating: 5, status: 'pending', isVerified: false })
    expect(await read(Number(body.doc['id']))).toMatchObject({ author: shop.as.customer.id })
  })

  test('takes neither author, moderation, reply nor the seal of a buyer from a customer', async () => {
    const product = await shop.product()
    const { body } = await post(
      {
        product: product.id,
        rating: 5,
        author: shop.as.admin.id,
        authorName: 'Администрация',
        status: 'approved',
        isVerified: true,
        reply: { text: 'Спасибо!' },
      },
      'customer',
    )
    expect(await read(Number(body.doc['id']))).toMatchObject({
      author: shop.as.customer.id,
      authorName: null,
      status: 'pending',
      isVerified: false,
      reply: { text: null },
    })
  })

  test.each([
    [{ rating: 0 }],
    [{ rating: 6 }],
    [{ rating: 4.5 }],
    [{ rating: 'five' }],
    [{ rating: null }],
    [{ rating: 5, product: null }],
    [{ rating: 5, product: 'abc' }],
    [{ rating: 5, product: 999_999 }],
    [{ rating: 5, title: 'x'.repeat(201) }],
  ])('is refused: %j', async (data) => {
    expect((await post({ product: tea.id, ...data }, 'manager')).status).toBe(400)
  })

  test('is one per product and customer, told in the reader’s language', async () => {
    const product = await shop.product()
    await post({ product: product.id, rating: 5 }, 'customer')
    const english = await post({ product: product.id, rating: 4 }, 'customer')
    const russian = await post({ product: product.id, rating: 4 }, 'customer', 'ru')
    expect([english.status, russian.status]).toEqual([400, 400])
    expect(JSON.stringify(english.body)).toContain('by this author already')
    expect(JSON.stringify(russian.body)).toContain('уже есть')
  })

  test('is one per product and customer also for ten who press the button at once', async () => {
    const product = await shop.product()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post({ product: product.id, rating: 5 }, 'customer')),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)])
  })

  test('bears the name of its author and the seal of a buyer who has paid', async () => {
    const buyer = await createActor(shop.payload, 'customer')
    await shop.payload.update({ collection: 'users', id: buyer.id, data: { name: 'Анна' } })
    const items = [{ product: tea.id, quantity: 1, price: { amount: 1, currency: 'RUB' } }]
    const order = await shop.payload.create({
      collection: 'orders',
      data: { items, customer: buyer.id },
    })
    const before = await shop.rest(
      'POST',
      '/reviews',
      { product: tea.id, rating: 5 },
      { user: buyer },
    )
    expect(before.body.doc).toMatchObject({ authorName: 'Анна', isVerified: false })
    await shop.payload.update({ collection: 'orders', id: order.id, data: { status: 'paid' } })
    const path = `/reviews/${before.body.doc['id']}`
    const after = await shop.rest('PATCH', path, { text: 'Пью' }, { user: buyer })
    expect(after.body.doc).toMatchObject({ isVerified: true })
  })

  test('that was approved waits again once its author rewrites it, not when staff answer', async () => {
    const { id } = await create({
      product: (await shop.product()).id,
      rating: 5,
      author: shop.as.customer.id,
      status: 'approved',
    })
    await shop.rest(
      'PATCH',
      `/reviews/${id}`,
      { reply: { text: 'Спасибо!' } },
      { user: shop.as.manager },
    )
    const answered = await read(id)
    expect(answered).toMatchObject({
      status: 'approved',
      reply: { text: 'Спасибо!', repliedBy: shop.as.manager.id, repliedAt: expect.any(String) },
      moderatedAt: expect.any(String),
    })
    await shop.rest('PATCH', `/reviews/${id}`, { rating: 5 }, { user: shop.as.customer })
    expect((await read(id))['status']).toBe('approved')
    await shop.rest('PATCH', `/reviews/${id}`, { rating: 1 }, { user: shop.as.customer })
    expect((await read(id))['status']).toBe('pending')
  })

  test('outlives its product and can still be moderated', async () => {
    const product = await shop.product()
    const { id } = await create({ product: product.id, rating: 3 })
    await shop.payload.delete({ collection: 'products', id: product.id })
    const answer = await shop.rest(
      'PATCH',
      `/reviews/${id}`,
      { status: 'rejected' },
      {
        user: shop.as.manager,
      },
    )
    expect(answer.status).toBe(200)
  })
})

describe('EV-10 a review by a guest', () => {
  const guest = (data: Record<string, unknown>, address: string) =>
    shop.rest(
      'POST',
      '/reviews/guest',
      { product: tea.id, rating: 4, name: 'Олег', ...data },
      {
        headers: { 'x-forwarded-for': address },
      },
    )
  const count = async (): Promise<number> =>
    (await shop.payload.count({ collection: 'reviews' })).totalDocs

  test('is accepted and says nothing of what was stored', async () => {
    const answer = await guest({ email: 'o@example.com', text: 'Хорошо' }, '192.0.2.1')
    expect([answer.status, answer.body]).toEqual([202, { status: 'pending' }])
  })

  test('of a program that fills every field is accepted and thrown away', async () => {
    const before = await count()
    expect((await guest({ website: 'https://spam.example' }, '192.0.2.2')).status).toBe(202)
    expect(await count()).toBe(before)
  })

  test.each([
    [{ product: 999_999 }, 404, 'FLOW_PRODUCT_NOT_FOUND'],
    [{ product: 'abc' }, 404, 'FLOW_PRODUCT_NOT_FOUND'],
    [{ rating: 6 }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ name: '' }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ status: 'approved' }, 400, 'FLOW_API_INPUT_INVALID'],
  ])('is refused: %j', async (data, status, code) => {
    const answer = await guest(data, '192.0.2.3')
    expect([answer.status, answer.body.errors[0]]).toEqual([
      status,
      expect.objectContaining({ code }),
    ])
  })

  test('is one of ten an hour from one address', async () => {
    const statuses: number[] = []
    for (let each = 0; each < 11; each += 1) statuses.push((await guest({}, '192.0.2.4')).status)
    expect(statuses).toEqual([...Array(10).fill(202), 429])
  })
})

describe('EV-10 access to reviews', () => {
  test.each<[Role | undefined, number, number, number, number, number]>([
    ['admin', 201, 200, 200, 200, 200],
    ['manager', 201, 200, 200, 200, 200],
    ['viewer', 403, 200, 200, 403, 403],
    ['customer', 201, 200, 404, 403, 403],
    [undefined, 403, 200, 404, 403, 403],
  ])(
    '%s: create %d, read approved %d, read pending %d, update %d, delete %d',
    async (role, ...expected) => {
      const approved = await create({ product: tea.id, rating: 5, status: 'approved' })
      const pending = await create({ product: tea.id, rating: 5 })
      const options = { user: role ? shop.as[role] : undefined }
      const product = (await shop.product()).id
      const statuses = [
        (await post({ product, rating: 5 }, role)).status,
        (await shop.rest('GET', `/reviews/${approved.id}`, undefined, options)).status,
        (await shop.rest('GET', `/reviews/${pending.id}`, undefined, options)).status,
        (await shop.rest('PATCH', `/reviews/${approved.id}`, { text: 'x' }, options)).status,
        (await shop.rest('DELETE', `/reviews/${approved.id}`, undefined, options)).status,
      ]
      expect(statuses).toEqual(expected)
    },
  )

  test('authors read, change and delete their own; the address of a guest is for staff', async () => {
    const product = await shop.product()
    const { id } = await create({ product: product.id, rating: 5, author: shop.as.customer.id })
    const as = { user: shop.as.customer }
    expect((await shop.rest('GET', `/reviews/${id}`, undefined, as)).status).toBe(200)
    expect((await shop.rest('PATCH', `/reviews/${id}`, { text: 'x' }, as)).status).toBe(200)
    expect((await shop.rest('DELETE', `/reviews/${id}`, undefined, as)).status).toBe(200)
    const guest = await create({
      product: product.id,
      rating: 5,
      status: 'approved',
      authorEmail: 'guest@example.com',
    })
    const seen = await shop.rest('GET', `/reviews/${guest.id}`, undefined, as)
    expect(seen.bytes.toString()).not.toContain('guest@example.com')
    const query = '/reviews?where[authorEmail][equals]=guest@example.com'
    expect((await shop.rest('GET', query)).status).toBe(400)
  })

  test('over GraphQL a visitor finds approved ones only, and writes none', async () => {
    await create({ product: tea.id, rating: 2, status: 'rejected' })
    const { data } = await shop.graphql('{ Reviews(limit: 100) { docs { status } } }')
    const { docs } = (data?.['Reviews'] ?? { docs: [] }) as { docs: { status: string }[] }
    expect(new Set(docs.map(({ status }) => status))).toEqual(new Set(['approved']))
    const { errors } = await shop.graphql(
      `mutation { createReview(data: { product: ${tea.id}, rating: 5 }) { id } }`,
    )
    expect(errors).toHaveLength(1)
  })
})

describe('EV-10 categories of products', () => {
  const category = async (data: Record<string, unknown>): Promise<number> => {
    const { body } = await shop.rest('POST', '/product-categories', data, { user: shop.as.manager })
    return Number(body.doc['id'])
  }
  const move = (id: number, parent: number, language = 'en') =>
    shop.rest(
      'PATCH',
      `/product-categories/${id}`,
      { parent },
      {
        user: shop.as.manager,
        headers: { 'accept-language': language },
      },
    )

  test('get their slug from the title; visitors read them, customers change none', async () => {
    const id = await category({ title: 'Зелёный чай' })
    const seen = await shop.rest('GET', `/product-categories/${id}`)
    expect(seen.body).toMatchObject({ slug: 'zelenyy-chay', position: 0 })
    const answer = await shop.rest(
      'PATCH',
      `/product-categories/${id}`,
      { title: 'x' },
      {
        user: shop.as.customer,
      },
    )
    expect(answer.status).toBe(403)
  })

  test('never stand inside themselves, near or far, in either language', async () => {
    const tea = await category({ title: 'A' })
    const green = await category({ title: 'B', parent: tea })
    const sencha = await category({ title: 'C', parent: green })
    const far = await move(tea, sencha, 'ru')
    expect([far.status, JSON.stringify(far.body)]).toEqual([
      400,
      expect.stringContaining('внутри самой себя'),
    ])
    expect((await move(tea, tea)).status).toBe(400)
    expect((await move(sencha, tea)).status).toBe(200)
  })

  test('two moves that are fine each make no circle together', async () => {
    const [a, b] = [await category({ title: 'D' }), await category({ title: 'E' })]
    const answers = await Promise.all([move(a, b), move(b, a)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })
})
