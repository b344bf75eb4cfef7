import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import {
  type CommerceWorld,
  type Doc,
  type GuestCart,
  openCommerceWorld,
} from '../../support/events/commerceWorld.ts'
import type { RestAnswer } from '../../support/payload/restClient.ts'

let shop: CommerceWorld
let tea: Doc

beforeAll(async () => {
  shop = await openCommerceWorld()
  tea = await shop.product({ title: 'Чай' })
}, 300_000)
afterAll(async () => shop?.destroy())

const times = <Value>(count: number, make: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))
const convert = (cart: GuestCart, data: unknown = {}): Promise<RestAnswer> =>
  shop.rest('POST', `/carts/${cart.id}/convert`, data, { headers: cart.key })
const codeOf = ({ body }: RestAnswer): unknown =>
  (body.errors[0] as unknown as { code: string } | undefined)?.code
const buyer = { email: 'buyer@example.com' }

describe('EV-10 many hands on one cart', () => {
  test('20 parallel adds of one give 20', async () => {
    const cart = await shop.guestCart()
    const events = await shop.events(async () => {
      const answers = await times(20, () => shop.add(cart, tea))
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    })
    expect((await shop.cart(cart.id))['itemCount']).toBe(20)
    expect(events.map(({ data }) => data['quantityAfter'])).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  test('a manager who writes a phone number meanwhile takes nothing out', async () => {
    const cart = await shop.guestCart()
    await Promise.all([
      times(10, () => shop.add(cart, tea)),
      times(10, (index) =>
        shop.rest(
          'PATCH',
          `/carts/${cart.id}`,
          { phone: `+7916000000${index}` },
          {
            user: shop.as.manager,
          },
        ),
      ),
      times(5, (index) =>
        shop.rest(
          'PATCH',
          `/carts?where[id][equals]=${cart.id}`,
          { name: `n${index}` },
          { user: shop.as.manager },
        ),
      ),
    ])
    expect((await shop.cart(cart.id))['itemCount']).toBe(10)
  })

  test('10 parallel conversions give one order', async () => {
    const product = await shop.product({ stock: 5 })
    const cart = await shop.guestCart(buyer)
    await shop.add(cart, product, 2)
    const answers = await times(10, () => convert(cart))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
    expect(answers.filter(({ status }) => status === 409).map(codeOf)).toEqual(
      Array(9).fill('FLOW_CART_NOT_ACTIVE'),
    )
    const orders = await shop.payload.find({
      collection: 'orders',
      where: { cart: { equals: cart.id } },
    })
    expect(orders.totalDocs).toBe(1)
    const { stock } = await shop.payload.findByID({ collection: 'products', id: product.id })
    expect(stock).toBe(3)
  })

  test('8 carts want 5 units: 5 orders, never less than nothing in stock', async () => {
    const product = await shop.product({ stock: 5 })
    const other = await shop.product({ stock: 100 })
    const carts = await times(8, () => shop.guestCart(buyer))
    for (const [index, cart] of carts.entries()) {
      for (const each of index % 2 ? [product, other] : [other, product]) await shop.add(cart, each)
    }
    const answers = await Promise.all(carts.map((cart) => convert(cart)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
    expect(answers.filter(({ status }) => status !== 201).map(codeOf)).toEqual(
      Array(3).fill('FLOW_CART_OUT_OF_STOCK'),
    )
    const stocks = await Promise.all(
      [product, other].map(({ id }) => shop.payload.findByID({ collection: 'products', id })),
    )
    // What a refused order had taken of the other product is back.
    expect(stocks.map(({ stock }) => stock)).toEqual([0, 95])
  })

  test('a manager who renames a product meanwhile does not undo what was sold', async () => {
    const product = await shop.product({ stock: 50 })
    const carts = await times(6, () => shop.guestCart(buyer))
    for (const cart of carts) await shop.add(cart, product)
    await Promise.all([
      ...carts.map((cart) => convert(cart)),
      ...Array.from({ length: 6 }, (_, index) =>
        shop.rest(
          'PATCH',
          `/products/${product.id}`,
          { title: `Имя ${index}` },
          {
            user: shop.as.manager,
          },
        ),
      ),
    ])
    const { stock } = await shop.payload.findByID({ collection: 'products', id: product.id })
    expect(stock).toBe(44)
  })

  test('an add that races a conversion is in the order or refused, never lost in between', async () => {
    for (let round = 0; round < 5; round += 1) {
      const cart = await shop.guestCart(buyer)
      await shop.add(cart, tea)
      const [added, converted] = await Promise.all([shop.add(cart, tea), convert(cart)])
      const [line] = (converted.body['order'] as { items: { quantity: number }[] }).items
      expect(line?.quantity).toBe(added.status === 200 ? 2 : 1)
    }
  })
})

describe('EV-10 the guest signs in', () => {
  const merge = (cart: GuestCart, secret = cart.key['x-cart-secret']): Promise<RestAnswer> =>
    shop.rest('POST', `/carts/${cart.id}/merge`, { secret }, { user: shop.as.customer })
  const cartOf = ({ body }: RestAnswer): Doc => body['cart'] as Doc

  test('without a cart of their own they take the guest’s over; its secret opens it no more', async () => {
    const cart = await shop.guestCart()
    await shop.add(cart, tea, 2)
    const answer = await merge(cart)
    expect(cartOf(answer)).toMatchObject({
      id: cart.id,
      itemCount: 2,
      email: shop.as.customer.email,
    })
    expect((await shop.add(cart, tea)).status).toBe(404)
    const mine = await shop.rest('GET', '/carts/mine', undefined, { user: shop.as.customer })
    expect(cartOf(mine).id).toBe(cart.id)
  })

  test('five parallel merges of five guest carts lose nothing', async () => {
    const carts = await times(5, () => shop.guestCart())
    for (const cart of carts) await shop.add(cart, tea)
    const before = await shop.rest('GET', '/carts/mine', undefined, { user: shop.as.customer })
    const answers = await Promise.all(carts.map((cart) => merge(cart)))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
    const after = await shop.rest('GET', '/carts/mine', undefined, { user: shop.as.customer })
    expect(cartOf(after)['itemCount']).toBe(Number(cartOf(before)['itemCount']) + 5)
  })

  test('one guest cart merged five times at once counts once', async () => {
    const cart = await shop.guestCart()
    await shop.add(cart, tea)
    const before = await shop.rest('GET', '/carts/mine', undefined, { user: shop.as.customer })
    const answers = await times(5, () => merge(cart))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    const after = await shop.rest('GET', '/carts/mine', undefined, { user: shop.as.customer })
    expect(cartOf(after)['itemCount']).toBe(Number(cartOf(before)['itemCount']) + 1)
    expect(await shop.cart(cart.id)).toMatchObject({
      status: 'merged',
      mergedInto: cartOf(after).id,
    })
  })

  test('a wrong secret, a visitor, somebody else’s cart, also as an administrator', async () => {
    const cart = await shop.guestCart()
    expect(codeOf(await merge(cart, 'wrong'))).toBe('FLOW_CART_NOT_FOUND')
    const visitor = await shop.rest('POST', `/carts/${cart.id}/merge`, {}, { headers: cart.key })
    expect(visitor.status).toBe(401)
    const admin = await shop.rest('POST', `/carts/${cart.id}/merge`, {}, { user: shop.as.admin })
    expect(codeOf(admin)).toBe('FLOW_CART_NOT_FOUND')
  })

  test('lines in another currency are priced anew', async () => {
    const cart = await shop.guestCart({ currency: 'USD' })
    const product = await shop.product()
    await shop.add(cart, product, 2)
    const { body } = await merge(cart)
    const items = (body['cart'] as { items: Doc[] }).items
    expect(items.find((line) => line['product'] === product.id)).toMatchObject({
      price: { amount: 100, currency: 'RUB' },
    })
  })
})

describe('EV-10 the order a cart becomes', () => {
  test('has the lines, the wishes and the contact of its buyer', async () => {
    const cart = await shop.guestCart({ ...buyer, name: 'Аня' })
    await shop.add(cart, tea, 2)
    const phone = '+79160000000'
    const wishes = {
      comment: 'Не звонить',
      deliveryMethod: 'courier',
      paymentMethod: 'card',
      shippingAddress: { city: 'Москва', street: 'Лесная, 5' },
    }
    const answer = await convert(cart, { ...wishes, phone })
    expect(answer.status).toBe(201)
    const { id } = answer.body['order'] as Doc
    const order = await shop.payload.findByID({ collection: 'orders', id, depth: 0 })
    expect(order).toMatchObject({
      ...wishes,
      status: 'pending',
      customer: null,
      customerName: 'Аня',
      customerEmail: buyer.email,
      customerPhone: phone,
      cart: cart.id,
      total: { amount: 200, currency: 'RUB' },
      items: [
        { product: tea.id, title: 'Чай', quantity: 2, price: { amount: 100, currency: 'RUB' } },
      ],
    })
    expect(await shop.cart(cart.id)).toMatchObject({ status: 'converted', order: id })
    expect(JSON.stringify(answer.body)).not.toContain('takenFromStock')
  })

  test('belongs to the account of the cart, whatever language it was bought in', async () => {
    const as = { user: shop.as.manager }
    const { body } = await shop.rest('POST', '/carts/open', {}, as)
    const { id } = body['cart'] as Doc
    await shop.rest('POST', `/carts/${id}/items`, { product: tea.id }, as)
    const answer = await shop.rest('POST', `/carts/${id}/convert?locale=en`, {}, as)
    const order = await shop.payload.findByID({
      collection: 'orders',
      id: (answer.body['order'] as Doc).id,
      depth: 0,
      locale: 'all',
    })
    expect(order).toMatchObject({
      customer: shop.as.manager.id,
      total: { ru: { amount: 100, currency: 'RUB' } },
    })
  })

  test('is refused for an empty cart, without a contact, and of what is sold no more', async () => {
    const empty = await shop.guestCart(buyer)
    expect(codeOf(await convert(empty))).toBe('FLOW_CART_EMPTY')
    const nameless = await shop.guestCart()
    await shop.add(nameless, tea)
    expect(codeOf(await convert(nameless))).toBe('FLOW_CART_CONTACT_MISSING')
    const product = await shop.product()
    const cart = await shop.guestCart(buyer)
    await shop.add(cart, product)
    await shop.payload.update({
      collection: 'products',
      id: product.id,
      data: { _status: 'draft' },
    })
    expect(codeOf(await convert(cart))).toBe('FLOW_CART_PRODUCT_UNAVAILABLE')
    expect((await shop.cart(cart.id))['status']).toBe('active')
    expect(codeOf(await convert(cart, { deliveryMethod: 'teleport' }))).toBe(
      'FLOW_API_INPUT_INVALID',
    )
  })
})
