import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { type LoggedEvent, newEvents } from '../../support/events/newEvents.ts'
import { threeWays } from '../../support/events/threeWays.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'

let world: BootedFlow & { as: Record<Role, Actor> }
let serial = 0
beforeAll(async () => {
  const booted = await bootFlow({ worker: false })
  world = { ...booted, as: await createActors(booted.payload) }
}, 300_000)
afterAll(async () => world?.destroy())

const eventsOf = (act: () => Promise<unknown>): Promise<LoggedEvent[]> => newEvents(world.sql, act)
const typesOf = async (act: () => Promise<unknown>): Promise<string[]> =>
  (await eventsOf(act)).map(({ type }) => type)
const unique = (name: string): string => {
  serial += 1
  return `${name}-${serial}`
}
const account = (): Record<string, unknown> => ({
  email: `${unique('person')}@example.test`,
  password: 'correct horse battery staple',
  name: 'Анна',
  role: 'customer',
})
const total = { amount: 20_000, currency: 'RUB' }
/** GraphQL asks for what has a default, too. */
const order = { total, status: 'pending' }

describe.each(threeWays)('saved by $name', ({ create, update }) => {
  describe('a user', () => {
    test('EV-03 user.registered', async () => {
      const events = await eventsOf(() => create(world, 'users', account()))
      expect(events.map(({ type }) => type)).toEqual(['user.registered'])
      expect(JSON.stringify(events)).not.toMatch(/password|salt|hash|session/)
    })

    test('EV-03 user.updated when the profile changes, and not when nothing does', async () => {
      const { id } = await create(world, 'users', account())
      expect(await typesOf(() => update(world, 'users', id, { name: 'Мария' }))).toEqual([
        'user.updated',
      ])
      expect(await typesOf(() => update(world, 'users', id, { name: 'Мария' }))).toEqual([])
      const newPassword = { password: 'another battery staple horse' }
      expect(await typesOf(() => update(world, 'users', id, newPassword))).toEqual([])
    })
  })

  describe('an order', () => {
    test('EV-03 order.created', async () => {
      const events = await eventsOf(() => create(world, 'orders', order))
      expect(events.map(({ type }) => type)).toEqual(['order.created'])
      expect(events[0]?.data.current).toMatchObject({ status: 'pending', total: { ru: total } })
    })

    test.each(['paid', 'completed', 'cancelled'])(
      'EV-03 order.%s, after order.status_changed',
      async (status) => {
        const { id } = await create(world, 'orders', order)
        const events = await eventsOf(() => update(world, 'orders', id, { status }))
        expect(events.map(({ type }) => type)).toEqual(['order.status_changed', `order.${status}`])
        expect(events[0]?.data).toMatchObject({ statusFrom: 'pending', statusTo: status })
        expect(await typesOf(() => update(world, 'orders', id, { status }))).toEqual([])
      },
    )

    test('EV-03 order.status_changed alone, where no other event belongs to the status', async () => {
      const { id } = await create(world, 'orders', { total, status: 'paid' })
      expect(await typesOf(() => update(world, 'orders', id, { status: 'refunded' }))).toEqual([
        'order.status_changed',
      ])
    })
  })

  describe('a product', () => {
    const product = (): Record<string, unknown> => ({
      title: unique('Кофе'),
      price: { amount: 1_000, currency: 'RUB' },
      _status: 'published',
    })

    test('EV-03 product.created and product.published, together on the first publish', async () => {
      expect(await typesOf(() => create(world, 'products', product()))).toEqual([
        'product.created',
        'product.published',
      ])
    })

    test('EV-03 product.updated by a new title', async () => {
      const { id } = await create(world, 'products', product())
      const title = unique('Чай')
      expect(
        await typesOf(() => update(world, 'products', id, { title, _status: 'published' })),
      ).toEqual(['product.updated'])
    })

    test('EV-03 product.price_changed carries old and new, beside product.updated', async () => {
      const { id } = await create(world, 'products', product())
      const price = { amount: 900, currency: 'RUB' }
      const events = await eventsOf(() =>
        update(world, 'products', id, { price, _status: 'published' }),
      )
      expect(events.map(({ type }) => type)).toEqual(['product.updated', 'product.price_changed'])
      expect(events[1]?.data['prices']).toEqual([
        { path: 'price.ru', locale: 'ru', currency: 'RUB', old: 1_000, new: 900 },
      ])
    })
  })
})

describe('a session', () => {
  test('EV-03 user.login and user.logout', async () => {
    const data = account()
    await world.payload.create({ collection: 'users', data })
    const { email, password } = data
    let token = ''
    expect(
      await typesOf(async () => {
        const { body } = await world.rest('POST', '/users/login', { email, password })
        token = String(body['token'])
      }),
    ).toEqual(['user.login'])
    expect(
      await typesOf(() => world.rest('POST', '/users/logout', undefined, { user: { token } })),
    ).toEqual(['user.logout'])
    expect(
      await typesOf(() => world.rest('POST', '/users/login', { email, password: 'wrong' })),
    ).toEqual([])
  })
})
