import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import {
  type CommerceWorld,
  type Doc,
  type GuestCart,
  openCommerceWorld,
} from '../../support/events/commerceWorld.ts'
import type { RestAnswer } from '../../support/payload/restClient.ts'

let shop: CommerceWorld
let tea: Doc
let cup: Doc

beforeAll(async () => {
  shop = await openCommerceWorld()
  tea = await shop.product({ title: 'Чай', price: { amount: 0.1, currency: 'RUB' } })
  cup = await shop.product({ title: 'Чашка', price: { amount: 350, currency: 'RUB' } })
}, 300_000)
afterAll(async () => shop?.destroy())

const codeOf = ({ body }: RestAnswer): unknown =>
  (body.errors[0] as unknown as { code: string } | undefined)?.code
const cartOf = ({ body }: RestAnswer): Doc & { items: Doc[] } =>
  body['cart'] as Doc & { items: Doc[] }
const post = (cart: GuestCart, path: string, data: unknown = {}, headers = cart.key) =>
  shop.rest('POST', `/carts/${cart.id}${path}`, data, { headers })

describe('EV-10 a cart of a guest', () => {
  test('is opened with nothing, in roubles and in the language of the visitor', async () => {
    const answer = await shop.rest('POST', '/carts/open?locale=en', {})
    expect(answer.status).toBe(201)
    expect(answer.body['cart']).toMatchObject({
      status: 'active',
      currency: 'RUB',
      items: [],
      itemCount: 0,
      language: 'en',
      lastChangedAt: null,
    })
    expect(answer.body['secret']).toEqual(expect.stringMatching(/^[\w-]{43}$/))
  })

  test('adds up without the errors of floating point', async () => {
    const cart = await shop.guestCart()
    await shop.add(cart, tea, 3)
    const answer = await shop.add(cart, cup)
    expect(answer.status).toBe(200)
    expect(cartOf(answer)).toMatchObject({
      subtotal: { amount: 350.3, currency: 'RUB' },
      itemCount: 4,
    })
    expect(cartOf(answer).items[0]).toMatchObject({ sum: { amount: 0.3, currency: 'RUB' } })
  })

  test('in dollars takes the price in dollars', async () => {
    const cart = await shop.guestCart({ currency: 'USD' })
    const answer = await shop.add(cart, cup, 2)
    expect(cartOf(answer)).toMatchObject({ subtotal: { amount: 4, currency: 'USD' } })
  })

  test('keeps variants of a product apart', async () => {
    const cart = await shop.guestCart()
    await post(cart, '/items', { product: cup.id, variant: 'red' })
    await post(cart, '/items', { product: cup.id, variant: 'blue' })
    const answer = await post(cart, '/items', { product: cup.id, variant: 'red' })
    expect(cartOf(answer).items.map(({ quantity, variant }) => [variant, quantity])).toEqual([
      ['red', 2],
      ['blue', 1],
    ])
  })

  test('keeps the price of a line when the product becomes dearer', async () => {
    const product = await shop.product({ price: { amount: 10, currency: 'RUB' } })
    const cart = await shop.guestCart()
    await shop.add(cart, product)
    await shop.payload.update({
      collection: 'products',
      id: product.id,
      locale: 'ru',
      data: { price: { amount: 99, currency: 'RUB' } },
    })
    const answer = await shop.add(cart, product)
    expect(cartOf(answer)['subtotal']).toEqual({ amount: 20, currency: 'RUB' })
  })

  test('takes contact data for letters about it', async () => {
    const cart = await shop.guestCart()
    const contact = { email: 'a@example.com', phone: '+79160000000', name: 'Аня', language: 'en' }
    const answer = await shop.rest('PATCH', `/carts/${cart.id}/contact`, contact, {
      headers: cart.key,
    })
    expect(cartOf(answer)).toMatchObject(contact)
  })

  test('forgets a product that was deleted, and can still be changed', async () => {
    const gone = await shop.product()
    const cart = await shop.guestCart()
    await shop.add(cart, gone)
    await shop.payload.delete({ collection: 'products', id: gone.id })
    const answer = await shop.add(cart, cup)
    expect(answer.status).toBe(200)
    expect(cartOf(answer).items.map(({ product }) => product)).toEqual([cup.id])
  })

  test('is one of at most 30 a minute from one address', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' }
    const answers: number[] = []
    for (let count = 0; count < 32; count += 1) {
      answers.push((await shop.rest('POST', '/carts/open', {}, { headers })).status)
    }
    expect(answers).toEqual([...Array(30).fill(201), 429, 429])
  })

  test('may send its secret in the body', async () => {
    const cart = await shop.guestCart()
    const data = { product: cup.id, secret: cart.key['x-cart-secret'] }
    expect((await post(cart, '/items', data, {} as GuestCart['key'])).status).toBe(200)
  })

  test('never tells its secret or the hash of it again', async () => {
    const cart = await shop.guestCart()
    const row = await shop.sql.query<{ hash: string }>(
      'SELECT secret_hash AS hash FROM carts WHERE id = $1',
      [cart.id],
    )
    const hash = String(row.rows[0]?.hash)
    expect(hash).not.toBe(cart.key['x-cart-secret'])
    const answers = [
      await shop.rest('GET', `/carts/${cart.id}/view`, undefined, { headers: cart.key }),
      await shop.rest('GET', `/carts/${cart.id}`, undefined, { user: shop.as.admin }),
      await shop.rest('GET', `/carts/${cart.id}?select[secretHash]=true`, undefined, {
        user: shop.as.admin,
      }),
    ]
    for (const { bytes } of answers) {
      expect(bytes.toString()).not.toContain(hash)
      expect(bytes.toString()).not.toContain(cart.key['x-cart-secret'])
    }
    const query = `/carts?where[secretHash][equals]=${encodeURIComponent(hash)}`
    const found = await shop.rest('GET', query, undefined, { user: shop.as.admin })
    expect(found.status).toBe(400)
  })
})

describe('EV-10 what a cart refuses', () => {
  const refusals: [string, unknown, number, string][] = [
    ['quantity 0', { quantity: 0 }, 400, 'FLOW_CART_QUANTITY_INVALID'],
    ['a negative quantity', { quantity: -1 }, 400, 'FLOW_CART_QUANTITY_INVALID'],
    ['half a unit', { quantity: 0.5 }, 400, 'FLOW_CART_QUANTITY_INVALID'],
    ['a quantity as text', { quantity: '2' }, 400, 'FLOW_CART_QUANTITY_INVALID'],
    ['far too many', { quantity: 1e9 }, 400, 'FLOW_CART_QUANTITY_INVALID'],
    ['a price of the buyer’s own', { price: { amount: 1 } }, 400, 'FLOW_API_INPUT_INVALID'],
    ['an unknown product', { product: 999_999 }, 404, 'FLOW_CART_PRODUCT_UNAVAILABLE'],
    ['no id at all', { product: 'abc' }, 404, 'FLOW_CART_PRODUCT_UNAVAILABLE'],
    ['an id too large', { product: 1e12 }, 404, 'FLOW_CART_PRODUCT_UNAVAILABLE'],
    ['no product', { product: null }, 400, 'FLOW_API_INPUT_INVALID'],
    ['NUL in a variant', { variant: 'a\0b' }, 400, 'FLOW_API_INPUT_INVALID'],
  ]

  test.each(refusals)('%s', async (_what, data, status, code) => {
    const cart = await shop.guestCart()
    const answer = await post(cart, '/items', { product: cup.id, ...(data as object) })
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
    expect((await shop.cart(cart.id))['items']).toEqual([])
  })

  test('a draft, a product without a price in its currency, more than there is', async () => {
    const draft = await shop.product({ _status: 'draft' })
    await shop.payload.update({
      collection: 'products',
      id: draft.id,
      data: { _status: 'draft' },
    })
    const scarce = await shop.product({ stock: 2 })
    const cart = await shop.guestCart()
    expect(codeOf(await shop.add(cart, draft))).toBe('FLOW_CART_PRODUCT_UNAVAILABLE')
    await shop.add(cart, scarce, 2)
    const short = await shop.add(cart, scarce)
    expect([short.status, codeOf(short)]).toEqual([409, 'FLOW_CART_OUT_OF_STOCK'])
    expect(short.body.errors[0]).toMatchObject({ details: { wanted: 3, available: 2 } })
    const euro = await shop.guestCart({ currency: 'EUR' })
    expect(codeOf(await shop.add(euro, cup))).toBe('FLOW_CART_PRICE_MISSING')
  })

  test('in Russian for who reads Russian', async () => {
    const cart = await shop.guestCart()
    const answer = await shop.rest(
      'POST',
      `/carts/${cart.id}/items`,
      { product: cup.id, quantity: 0 },
      { headers: { ...cart.key, 'accept-language': 'ru' } },
    )
    expect(answer.body.errors[0]?.message).toContain('целое число от 1 до 999')
  })

  test('line 101', async () => {
    const cart = await shop.guestCart()
    const items = Array.from({ length: 100 }, (_, index) => ({
      product: cup.id,
      variant: String(index),
      quantity: 1,
    }))
    await shop.payload.update({ collection: 'carts', id: cart.id, data: { items } })
    expect(codeOf(await shop.add(cart, cup))).toBe('FLOW_CART_FULL')
  })

  test('an unknown line', async () => {
    const cart = await shop.guestCart()
    const path = `/carts/${cart.id}/items/nothing`
    const answer = await shop.rest('PATCH', path, { quantity: 2 }, { headers: cart.key })
    expect([answer.status, codeOf(answer)]).toEqual([404, 'FLOW_CART_ITEM_UNKNOWN'])
  })

  test('staff saves of what is not there: a message on the field, in the reader’s language', async () => {
    const save = (item: Record<string, unknown>, language: string) =>
      shop.rest(
        'POST',
        '/carts',
        { items: [item] },
        {
          user: shop.as.manager,
          headers: { 'accept-language': language },
        },
      )
    const unknown = await save({ product: 999_999, quantity: 1 }, 'ru')
    expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([
      400,
      expect.stringContaining('Ссылка ни на что не указывает'),
    ])
    expect((await save({ quantity: 1 }, 'en')).status).toBe(400)
    expect((await save({ product: 'abc', quantity: 1 }, 'en')).status).toBe(400)
    expect((await save({ product: cup.id, quantity: 0 }, 'en')).status).toBe(400)
    expect((await save({ product: cup.id, quantity: 1.5 }, 'en')).status).toBe(400)
    const rubbish = await shop.rest('POST', '/carts', { items: 'x' }, { user: shop.as.manager })
    expect(rubbish.status).toBe(400)
  })
})

describe('EV-10 whose cart it is', () => {
  const actions: [string, string, unknown][] = [
    ['GET', '/view', undefined],
    ['POST', '/items', { product: 1 }],
    ['PATCH', '/items/x', { quantity: 1 }],
    ['DELETE', '/items/x', undefined],
    ['DELETE', '/items', undefined],
    ['PATCH', '/contact', { name: 'x' }],
    ['POST', '/convert', {}],
  ]

  test.each(actions)(
    '%s %s: strangers hear what they would hear of a cart that is not there',
    async (method, path, data) => {
      const cart = await shop.guestCart()
      const other = await shop.guestCart()
      const strangers = [
        shop.rest(method, `/carts/${cart.id}${path}`, data),
        shop.rest(method, `/carts/${cart.id}${path}`, data, { headers: other.key }),
        shop.rest(method, `/carts/${cart.id}${path}`, data, { headers: { 'x-cart-secret': '' } }),
        shop.rest(method, `/carts/${cart.id}${path}`, data, { user: shop.as.customer }),
        shop.rest(method, `/carts/999999${path}`, data, { headers: cart.key }),
        shop.rest(method, `/carts/abc${path}`, data, { headers: cart.key }),
        shop.rest(method, `/carts/99999999999${path}`, data, { headers: cart.key }),
      ]
      for (const answer of await Promise.all(strangers)) {
        expect([answer.status, codeOf(answer)]).toEqual([404, 'FLOW_CART_NOT_FOUND'])
      }
    },
  )

  test('an account has one active cart, however often it asks for it', async () => {
    const opened = await Promise.all(
      Array.from({ length: 8 }, () =>
        shop.rest('POST', '/carts/open', {}, { user: shop.as.manager }),
      ),
    )
    expect(new Set(opened.map((answer) => cartOf(answer).id)).size).toBe(1)
    expect(opened.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201])
    const mine = await shop.rest('GET', '/carts/mine', undefined, { user: shop.as.manager })
    expect(cartOf(mine).id).toBe(cartOf(opened[0] as RestAnswer).id)
    expect(opened[0]?.body).not.toHaveProperty('secret')
  })

  test('/carts/mine asks a visitor to sign in, and has nothing for who has none', async () => {
    expect((await shop.rest('GET', '/carts/mine')).status).toBe(401)
    const { body } = await shop.rest('GET', '/carts/mine', undefined, { user: shop.as.viewer })
    expect(body).toEqual({ cart: null })
  })

  test('a viewer looks at every cart and changes none', async () => {
    const cart = await shop.guestCart()
    const as = { user: shop.as.viewer }
    expect((await shop.rest('GET', `/carts/${cart.id}/view`, undefined, as)).status).toBe(200)
    const add = await shop.rest('POST', `/carts/${cart.id}/items`, { product: cup.id }, as)
    expect(add.status).toBe(404)
  })

  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('rows over REST, %s: create %d, read %d, update %d, delete %d', async (role, ...expected) => {
    const { id } = await shop.guestCart()
    const options = { user: role ? shop.as[role] : undefined }
    const statuses = [
      (await shop.rest('POST', '/carts', {}, options)).status,
      (await shop.rest('GET', `/carts/${id}`, undefined, options)).status,
      (await shop.rest('PATCH', `/carts/${id}`, { name: 'x' }, options)).status,
      (await shop.rest('DELETE', `/carts/${id}`, undefined, options)).status,
    ]
    expect(statuses).toEqual(expected)
  })

  test('over GraphQL a customer finds their own carts only', async () => {
    await shop.guestCart()
    const { body } = await shop.rest('POST', '/carts/open', {}, { user: shop.as.customer })
    const { data } = await shop.graphql('{ Carts { docs { id } } }', { user: shop.as.customer })
    expect(data).toMatchObject({ Carts: { docs: [{ id: (body['cart'] as Doc).id }] } })
  })
})

describe('EV-11 the status of a cart', () => {
  test('does not come back, in the reader’s language', async () => {
    const { id } = await shop.payload.create({ collection: 'carts', data: { status: 'converted' } })
    const answer = await shop.rest(
      'PATCH',
      `/carts/${id}`,
      { status: 'active' },
      {
        user: shop.as.admin,
        headers: { 'accept-language': 'ru' },
      },
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('Статус «converted» нельзя сменить на «active»')
    const items = { items: [{ product: cup.id, quantity: 1 }] }
    const touched = await shop.rest('PATCH', `/carts/${id}`, items, { user: shop.as.admin })
    expect(JSON.stringify(touched.body)).toContain('its items do not change')
  })

  test('cannot be emptied', async () => {
    const { id } = await shop.guestCart()
    const answer = await shop.rest(
      'PATCH',
      `/carts/${id}`,
      { status: null },
      { user: shop.as.admin },
    )
    expect(answer.status).toBe(400)
  })
})
