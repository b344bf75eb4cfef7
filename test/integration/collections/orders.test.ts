import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { OrderStatus } from '../../../collections/commerce/orderStatusMachine.ts'
import type { Role } from '../../../collections/access/role.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'

let app: BootedPayload
let as: Record<Role, Actor>

beforeAll(async () => {
  app = await bootPayload()
  as = await createActors(app.payload)
})

afterAll(async () => {
  await app?.destroy()
})

const smallest = { total: { amount: 20000, currency: 'RUB' } }

async function newOrder(data: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const answer = await app.rest(
    'POST',
    '/orders?locale=ru',
    { ...smallest, ...data },
    { user: as.admin },
  )
  expect(answer.status).toBe(201)
  return answer.body.doc
}

const idOf = (doc: Record<string, unknown>): number => Number(doc['id'])

const statusOf = async (id: number): Promise<unknown> =>
  (await app.payload.findByID({ collection: 'orders', id }))['status']

describe('EV-10 an order', () => {
  test('is made from a total alone', async () => {
    expect(await newOrder()).toMatchObject({
      total: { amount: 20000, currency: 'RUB' },
      status: 'pending',
      source: 'site',
      number: expect.stringMatching(/^FM-\d{6}$/),
    })
  })

  test('keeps a total per language', async () => {
    const id = idOf(await newOrder())
    await app.rest(
      'PATCH',
      `/orders/${id}?locale=en`,
      { total: { amount: 250, currency: 'USD' } },
      { user: as.admin },
    )
    const { body } = await app.rest('GET', `/orders/${id}?locale=all`, undefined, {
      user: as.admin,
    })
    expect(body['total']).toEqual({
      ru: { amount: 20000, currency: 'RUB' },
      en: { amount: 250, currency: 'USD' },
    })
  })

  test('can be changed in a language that has no total yet', async () => {
    const id = idOf(await newOrder())
    const answer = await app.rest(
      'PATCH',
      `/orders/${id}?locale=en`,
      { status: 'paid' },
      { user: as.admin },
    )
    expect(answer.status).toBe(200)
  })

  test('never shares its number, however many are made at once', async () => {
    const orders = await Promise.all(
      Array.from({ length: 25 }, () =>
        app.payload.create({ collection: 'orders', data: smallest }),
      ),
    )
    expect(new Set(orders.map(({ number }) => number)).size).toBe(25)
  })

  test('takes neither its number nor its dates from a caller', async () => {
    const order = await newOrder({
      number: 'FM-1',
      paidAt: '2001-01-01T00:00:00.000Z',
      status: 'paid',
    })
    expect(order['number']).not.toBe('FM-1')
    expect(String(order['paidAt'])).not.toMatch(/^2001/)
  })

  test('adds its items up when it comes without a total', async () => {
    const items = [
      { title: 'Cup', quantity: 3, price: { amount: 0.1, currency: 'EUR' } },
      { title: 'Tea', quantity: 1, price: { amount: 12.5, currency: 'EUR' } },
    ]
    const { doc } = (await app.rest('POST', '/orders', { items }, { user: as.manager })).body
    expect(doc['total']).toEqual({ amount: 12.8, currency: 'EUR' })
  })

  test.each([
    [{ total: { amount: -1, currency: 'RUB' } }],
    [{ total: { amount: 1, currency: 'XXX' } }],
    [{ ...smallest, status: 'lost' }],
    [{ ...smallest, items: [{ title: 'Cup', quantity: 0 }] }],
    [{ ...smallest, items: [{ title: 'Cup', quantity: 1.5 }] }],
    [{ ...smallest, customerEmail: 'not an address' }],
  ])('is refused: %j', async (data) => {
    const answer = await app.rest('POST', '/orders', data, { user: as.admin })
    expect(answer.status).toBe(400)
  })

  test.each([
    ['paid', 'paidAt'],
    ['completed', 'completedAt'],
    ['cancelled', 'cancelledAt'],
  ])('that becomes %s notes %s, once', async (status, field) => {
    const id = idOf(await newOrder())
    const first = await app.rest('PATCH', `/orders/${id}`, { status }, { user: as.manager })
    expect(first.body.doc[field]).toEqual(expect.any(String))
    const second = await app.rest('PATCH', `/orders/${id}`, { note: 'x' }, { user: as.manager })
    expect(second.body.doc[field]).toBe(first.body.doc[field])
  })
})

describe('EV-11 an illegal status change is refused with from, to and what is allowed', () => {
  const refusal = /"completed" to "pending".*Allowed: refunded/

  test('over REST', async () => {
    const id = idOf(await newOrder({ status: 'completed' }))
    const answer = await app.rest(
      'PATCH',
      `/orders/${id}`,
      { status: 'pending' },
      { user: as.admin },
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body).replaceAll('\\"', '"')).toMatch(refusal)
    expect(await statusOf(id)).toBe('completed')
  })

  test('in Russian for who reads Russian', async () => {
    const id = idOf(await newOrder({ status: 'cancelled' }))
    const answer = await app.rest(
      'PATCH',
      `/orders/${id}`,
      { status: 'paid' },
      { user: as.admin, headers: { 'accept-language': 'ru' } },
    )
    expect(JSON.stringify(answer.body)).toContain('Статус «cancelled» нельзя сменить на «paid»')
  })

  test('over GraphQL', async () => {
    const id = idOf(await newOrder({ status: 'completed' }))
    const { errors } = await app.graphql(
      `mutation { updateOrder(id: ${id}, data: { status: pending }) { id } }`,
      { user: as.admin },
    )
    expect(errors.join(' ').replaceAll('\\"', '"')).toMatch(refusal)
    expect(await statusOf(id)).toBe('completed')
  })

  test('through the Local API, even with access overridden', async () => {
    const id = idOf(await newOrder({ status: 'completed' }))
    await expect(
      app.payload.update({ collection: 'orders', id, data: { status: 'pending' } }),
    ).rejects.toMatchObject({ status: 400 })
    expect(await statusOf(id)).toBe('completed')
  })

  test('in a bulk update, which still changes the legal ones', async () => {
    const legal = idOf(await newOrder({ status: 'pending' }))
    const illegal = idOf(await newOrder({ status: 'refunded' }))
    const answer = await app.rest(
      'PATCH',
      `/orders?where[id][in]=${legal},${illegal}`,
      { status: 'paid' },
      { user: as.admin },
    )
    expect(answer.body.errors).toHaveLength(1)
    expect(await statusOf(legal)).toBe('paid')
    expect(await statusOf(illegal)).toBe('refunded')
  })

  test('when two contradict each other at the same time, exactly one wins', async () => {
    const race = async (): Promise<number[]> => {
      const id = idOf(await newOrder({ status: 'pending' }))
      const write = async (status: OrderStatus) =>
        (await app.rest('PATCH', `/orders/${id}`, { status }, { user: as.admin })).status
      return Promise.all([write('cancelled'), write('completed')])
    }
    for (let round = 0; round < 5; round += 1) expect((await race()).sort()).toEqual([200, 400])
  })

  test('an edit of another field does not undo a status set meanwhile', async () => {
    const id = idOf(await newOrder({ status: 'pending' }))
    const edits = Array.from({ length: 6 }, (_, index) =>
      app.rest('PATCH', `/orders/${id}`, { note: `n${index}` }, { user: as.admin }),
    )
    const paid = app.rest('PATCH', `/orders/${id}`, { status: 'paid' }, { user: as.admin })
    await Promise.all([...edits, paid])
    expect(await statusOf(id)).toBe('paid')
  })

  test('an update that repeats the status is no change', async () => {
    const id = idOf(await newOrder({ status: 'refunded' }))
    const answer = await app.rest(
      'PATCH',
      `/orders/${id}`,
      { status: 'refunded' },
      { user: as.admin },
    )
    expect(answer.status).toBe(200)
  })
})

describe('EV-10 access to orders', () => {
  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const id = idOf(await newOrder())
    const options = { user: role ? as[role] : undefined }
    const statuses = [
      (await app.rest('POST', '/orders', smallest, options)).status,
      (await app.rest('GET', `/orders/${id}`, undefined, options)).status,
      (await app.rest('PATCH', `/orders/${id}`, { note: 'x' }, options)).status,
      (await app.rest('DELETE', `/orders/${id}`, undefined, options)).status,
    ]
    expect(statuses).toEqual([create, read, update, remove])
  })

  test('a customer finds their own orders only, without the note of the staff', async () => {
    const own = await newOrder({ customer: as.customer.id, note: 'difficult' })
    await newOrder()
    const { body } = await app.rest('GET', '/orders', undefined, { user: as.customer })
    expect(body.docs.map((doc) => doc['id'])).toEqual([own['id']])
    expect(body.docs[0]).not.toHaveProperty('note')
  })
})
