import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import {
  type CommerceWorld,
  type Doc,
  type GuestCart,
  openCommerceWorld,
} from '../../support/events/commerceWorld.ts'

let shop: CommerceWorld
let tea: Doc
let cup: Doc
let pot: Doc

beforeAll(async () => {
  shop = await openCommerceWorld()
  tea = await shop.product({ title: 'Чай', price: { amount: 250.5, currency: 'RUB' } })
  cup = await shop.product({ title: 'Чашка' })
  pot = await shop.product({ title: 'Чайник' })
}, 300_000)
afterAll(async () => shop?.destroy())

const ok = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> => {
  const { body, status } = await answer
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
}

const lineOf = async ({ id }: Pick<GuestCart, 'id'>, index = 0): Promise<string> => {
  const items = (await shop.cart(id))['items'] as { id: string }[]
  return String(items[index]?.id)
}

describe('EV-03 events of carts, through the endpoints of buyers', () => {
  test('EV-03 cart.created by a guest, with nothing of the secret in it', async () => {
    const events = await shop.events(() => shop.guestCart({ email: 'guest@example.com' }))
    expect(events.map(({ type }) => type)).toEqual(['cart.created'])
    expect(events[0]?.data.current).toMatchObject({
      status: 'active',
      items: [],
      itemCount: 0,
      subtotal: { amount: 0, currency: 'RUB' },
      email: 'guest@example.com',
    })
    expect(JSON.stringify(events)).not.toMatch(/secret/i)
  })

  test('EV-03 cart.item_added for a new line and for more of it, with the quantities', async () => {
    const cart = await shop.guestCart()
    const events = await shop.events(async () => {
      await ok(shop.add(cart, tea, 2))
      await ok(shop.add(cart, tea, 3))
    })
    expect(
      events.map(({ data, type }) => [type, data['quantityBefore'], data['quantityAfter']]),
    ).toEqual([
      ['cart.item_added', 0, 2],
      ['cart.item_added', 2, 5],
    ])
    expect(events[0]?.data['item']).toEqual({
      product: tea.id,
      variant: null,
      title: 'Чай',
      sku: tea['sku'],
      price: { amount: 250.5, currency: 'RUB' },
    })
    expect(events[1]?.data.current).toMatchObject({
      itemCount: 5,
      subtotal: { amount: 1252.5, currency: 'RUB' },
    })
    expect(events[1]?.data['changed']).toEqual(
      expect.arrayContaining(['items', 'itemCount', 'subtotal', 'lastChangedAt']),
    )
  })

  test('EV-03 cart.item_removed for less of a line and for a line taken out', async () => {
    const cart = await shop.guestCart()
    await ok(shop.add(cart, tea, 5))
    const path = `/carts/${cart.id}/items/${await lineOf(cart)}`
    const events = await shop.events(async () => {
      await ok(shop.rest('PATCH', path, { quantity: 2 }, { headers: cart.key }))
      await ok(shop.rest('DELETE', path, undefined, { headers: cart.key }))
    })
    expect(
      events.map(({ data, type }) => [type, data['quantityBefore'], data['quantityAfter']]),
    ).toEqual([
      ['cart.item_removed', 5, 2],
      ['cart.item_removed', 2, 0],
    ])
    expect(events[1]?.data['item']).toMatchObject({ product: tea.id, title: 'Чай' })
  })

  test('EV-03 cart.item_removed once per line when a cart is cleared', async () => {
    const cart = await shop.guestCart()
    for (const product of [tea, cup, pot]) await ok(shop.add(cart, product))
    const events = await shop.events(() =>
      ok(shop.rest('DELETE', `/carts/${cart.id}/items`, undefined, { headers: cart.key })),
    )
    expect(events.map(({ data, type }) => [type, (data['item'] as Doc)['product']])).toEqual([
      ['cart.item_removed', tea.id],
      ['cart.item_removed', cup.id],
      ['cart.item_removed', pot.id],
    ])
  })

  test('EV-03 cart.converted after order.created, carrying the order', async () => {
    const cart = await shop.guestCart({ email: 'guest@example.com' })
    await ok(shop.add(cart, tea, 2))
    const events = await shop.events(() =>
      ok(shop.rest('POST', `/carts/${cart.id}/convert`, {}, { headers: cart.key })),
    )
    expect(events.map(({ type }) => type)).toEqual(['order.created', 'cart.converted'])
    const [created, converted] = events
    expect(converted?.data['orderId']).toBe(created?.data.current['id'])
    expect(converted?.data['changed']).toEqual(
      expect.arrayContaining(['status', 'order', 'convertedAt']),
    )
    expect(created?.data.current).toMatchObject({
      cart: cart.id,
      total: { ru: { amount: 501, currency: 'RUB' } },
      customerEmail: 'guest@example.com',
    })
  })

  test('EV-03 product.updated too for what the order took out of stock', async () => {
    const counted = await shop.product({ stock: 5 })
    const cart = await shop.guestCart({ email: 'guest@example.com' })
    await ok(shop.add(cart, counted, 2))
    const events = await shop.events(() =>
      ok(shop.rest('POST', `/carts/${cart.id}/convert`, {}, { headers: cart.key })),
    )
    expect(events.map(({ type }) => type)).toEqual([
      'product.updated',
      'order.created',
      'cart.converted',
    ])
    expect(events[0]?.data).toMatchObject({
      current: { id: counted.id, stock: 3 },
      previous: { stock: 5 },
      changed: ['stock'],
    })
  })

  test('a refused action writes nothing', async () => {
    const scarce = await shop.product({ stock: 1 })
    const cart = await shop.guestCart({ email: 'guest@example.com' })
    await ok(shop.add(cart, scarce))
    await shop.payload.update({ collection: 'products', id: scarce.id, data: { stock: 0 } })
    const written = await shop.types(async () => {
      await shop.add(cart, scarce)
      await shop.add(cart, tea, 0)
      await shop.rest('POST', `/carts/${cart.id}/convert`, {}, { headers: cart.key })
      await shop.rest('POST', `/carts/${cart.id}/items`, { product: tea.id })
    })
    expect(written).toEqual([])
  })

  test('a merge adds to the account’s cart, and the guest’s cart falls silent', async () => {
    const { body } = await shop.rest('POST', '/carts/open', {}, { user: shop.as.customer })
    const own = (body['cart'] as Doc).id
    await ok(
      shop.rest('POST', `/carts/${own}/items`, { product: tea.id }, { user: shop.as.customer }),
    )
    const guest = await shop.guestCart()
    await ok(shop.add(guest, tea, 2))
    await ok(shop.add(guest, cup))
    const events = await shop.events(() =>
      ok(
        shop.rest(
          'POST',
          `/carts/${guest.id}/merge`,
          {},
          {
            user: shop.as.customer,
            headers: guest.key,
          },
        ),
      ),
    )
    expect(
      events.map(({ data, documentId, type }) => [type, documentId, data['quantityAfter']]),
    ).toEqual([
      ['cart.item_added', String(own), 3],
      ['cart.item_added', String(own), 1],
    ])
  })
})

describe('EV-03 the same events when staff save the rows, whatever the way', () => {
  const items = (lines: [Doc, number][]): { product: number; quantity: number }[] =>
    lines.map(([{ id }, quantity]) => ({ product: id, quantity }))

  type Write = (id: number, lines: [Doc, number][]) => Promise<unknown>
  const ways: [string, Write][] = [
    [
      'REST',
      (id, lines) =>
        ok(shop.rest('PATCH', `/carts/${id}`, { items: items(lines) }, { user: shop.as.manager })),
    ],
    [
      'GraphQL',
      async (id, lines) => {
        const rows = items(lines)
          .map(({ product, quantity }) => `{ product: ${product}, quantity: ${quantity} }`)
          .join(', ')
        const { errors } = await shop.graphql(
          `mutation { updateCart(id: ${id}, data: { items: [${rows}] }) { id } }`,
          { user: shop.as.manager },
        )
        expect(errors).toEqual([])
      },
    ],
    [
      'Local API',
      (id, lines) =>
        shop.payload.update({ collection: 'carts', id, data: { items: items(lines) } }),
    ],
    [
      'Local API in bulk',
      (id, lines) =>
        shop.payload.update({
          collection: 'carts',
          where: { id: { equals: id } },
          data: { items: items(lines) },
        }),
    ],
  ]

  test.each(ways)(
    '%s: three lines touched in one save, in the order of the lines',
    async (_way, write) => {
      const { id } = await shop.payload.create({
        collection: 'carts',
        data: {
          items: items([
            [tea, 5],
            [cup, 1],
          ]),
        },
      })
      const events = await shop.events(() =>
        write(Number(id), [
          [tea, 2],
          [pot, 4],
        ]),
      )
      expect(
        events.map(({ data, type }) => [
          type,
          (data['item'] as Doc)['product'],
          data['quantityBefore'],
          data['quantityAfter'],
        ]),
      ).toEqual([
        ['cart.item_removed', tea.id, 5, 2],
        ['cart.item_removed', cup.id, 1, 0],
        ['cart.item_added', pot.id, 0, 4],
      ])
    },
  )

  test('created with lines: created first, then every line', async () => {
    const data = {
      items: items([
        [tea, 1],
        [cup, 2],
      ]),
    }
    const types = await shop.types(() =>
      ok(shop.rest('POST', '/carts', data, { user: shop.as.manager })),
    )
    expect(types).toEqual(['cart.created', 'cart.item_added', 'cart.item_added'])
  })

  test('EV-03 cart.converted when staff mark a cart, without an order if they name none', async () => {
    const { id } = await shop.payload.create({ collection: 'carts', data: {} })
    const events = await shop.events(() =>
      ok(shop.rest('PATCH', `/carts/${id}`, { status: 'converted' }, { user: shop.as.manager })),
    )
    expect(events.map(({ data, type }) => [type, data['orderId']])).toEqual([
      ['cart.converted', null],
    ])
  })
})

describe('EV-03 quiet saves of carts', () => {
  const saves: [string, (cart: Doc) => Record<string, unknown>][] = [
    ['nothing', () => ({})],
    ['the same lines', (cart) => ({ items: cart['items'] })],
    [
      'the same lines without row ids, as a program sends them',
      () => ({
        items: [
          { product: tea.id, quantity: 1 },
          { product: cup.id, quantity: 2 },
        ],
      }),
    ],
    ['the lines in another order', (cart) => ({ items: [...(cart['items'] as [])].reverse() })],
    ['a phone number', () => ({ phone: '+79160000000' })],
  ]

  test.each(saves)('%s', async (_what, dataOf) => {
    const { id } = await shop.payload.create({
      collection: 'carts',
      data: {
        items: [
          { product: tea.id, quantity: 1 },
          { product: cup.id, quantity: 2 },
        ],
      },
    })
    const cart = await shop.cart(Number(id))
    const types = await shop.types(() =>
      ok(shop.rest('PATCH', `/carts/${id}`, dataOf(cart), { user: shop.as.manager })),
    )
    expect(types).toEqual([])
  })

  test('an unchanged re-save moves neither the date of change nor the prices', async () => {
    const { id } = await shop.payload.create({
      collection: 'carts',
      data: { items: [{ product: cup.id, quantity: 2 }] },
    })
    const before = await shop.cart(Number(id))
    await shop.payload.update({
      collection: 'products',
      id: cup.id,
      locale: 'ru',
      data: { price: { amount: 999, currency: 'RUB' } },
    })
    await ok(
      shop.rest(
        'PATCH',
        `/carts/${id}`,
        { items: [{ product: cup.id, quantity: 2 }] },
        { user: shop.as.manager },
      ),
    )
    const after = await shop.cart(Number(id))
    expect(after['lastChangedAt']).toBe(before['lastChangedAt'])
    expect(after['subtotal']).toEqual({ amount: 200, currency: 'RUB' })
  })

  test('deleting a cart means nothing', async () => {
    const { id } = await shop.guestCart()
    expect(
      await shop.types(() =>
        ok(shop.rest('DELETE', `/carts/${id}`, undefined, { user: shop.as.admin })),
      ),
    ).toEqual([])
  })
})
