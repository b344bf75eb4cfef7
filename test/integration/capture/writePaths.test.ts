import { afterAll, beforeAll, describe, expect } from '@jest/globals'

import { captureActions, total, type WritePath } from './captureActions.ts'
import { type CaptureWorld, openCaptureWorld } from './captureWorld.ts'

let world: CaptureWorld
beforeAll(async () => {
  world = await openCaptureWorld()
}, 300_000)
afterAll(async () => world.close())

const { order, product, note, swallow, testPaths } = captureActions(() => world)
const paid = ['order.status_changed', 'order.paid']

const createPaths: WritePath[] = [
  { path: 'create, Local API', when: () => order(), events: ['order.created'] },
  {
    path: 'create already paid',
    when: () => order({ status: 'paid' }),
    events: ['order.created', 'order.paid'],
  },
  {
    path: 'create, REST',
    when: () => world.rest('POST', '/orders?locale=ru', { total }, { user: world.admin }),
    events: ['order.created'],
  },
  {
    path: 'create, GraphQL',
    when: async () => {
      const answer = await world.graphql(
        'mutation { createOrder(data: { status: pending, total: { amount: 5 } }, locale: ru) { id } }',
        { user: world.admin },
      )
      expect(answer.errors).toEqual([])
    },
    events: ['order.created'],
  },
  {
    path: 'create with select: the event still has the whole row',
    when: () =>
      world.payload.create({
        collection: 'orders',
        locale: 'ru',
        data: { total },
        select: { status: true },
      }),
    events: ['order.created'],
  },
  {
    path: 'create refused by validation',
    when: () =>
      swallow(world.payload.create({ collection: 'orders', data: { status: 'nonsense' } })),
    events: [],
  },
  {
    path: 'duplicate',
    given: () => note(),
    when: (id) => world.payload.duplicate({ collection: 'notes', id }),
    events: ['note.created'],
  },
]

const updatePaths: WritePath[] = [
  {
    path: 'update, Local API',
    given: () => order(),
    when: (id) => world.payload.update({ collection: 'orders', id, data: { status: 'paid' } }),
    events: paid,
  },
  {
    path: 'update, REST',
    given: () => order(),
    when: (id) => world.rest('PATCH', `/orders/${id}`, { status: 'paid' }, { user: world.admin }),
    events: paid,
  },
  {
    path: 'update, GraphQL',
    given: () => order(),
    when: async (id) => {
      const source = `mutation { updateOrder(id: ${id}, data: { status: paid }) { id } }`
      const answer = await world.graphql(source, { user: world.admin })
      expect(answer.errors).toEqual([])
    },
    events: paid,
  },
  {
    path: 'update, REST at default depth, of an order with a customer: populating replaces the context',
    given: () => order({ customer: world.admin.id }),
    when: (id) => world.rest('PATCH', `/orders/${id}`, { status: 'paid' }, { user: world.admin }),
    events: paid,
  },
  {
    path: 'unchanged re-save, REST at default depth, of a paid order with a customer',
    given: () => order({ customer: world.admin.id, status: 'paid' }),
    when: (id) => world.rest('PATCH', `/orders/${id}`, { status: 'paid' }, { user: world.admin }),
    events: [],
  },
  {
    path: 'update that changes nothing',
    given: () => order(),
    when: (id) => world.payload.update({ collection: 'orders', id, data: { status: 'pending' } }),
    events: [],
  },
  {
    path: 'update refused by the status machine',
    given: () => order({ status: 'completed' }),
    when: (id) =>
      swallow(world.payload.update({ collection: 'orders', id, data: { status: 'pending' } })),
    events: [],
  },
  {
    path: 'update with select and depth 2',
    given: () => order(),
    when: (id) =>
      world.payload.update({
        collection: 'orders',
        id,
        data: { status: 'paid' },
        depth: 2,
        select: { number: true },
      }),
    events: paid,
  },
  {
    path: 'bulk update',
    given: async () => {
      await order({ source: 'import' })
      return order({ source: 'import' })
    },
    when: () =>
      world.payload.update({
        collection: 'orders',
        where: { and: [{ source: { equals: 'import' } }, { status: { equals: 'pending' } }] },
        data: { status: 'paid' },
      }),
    events: [...paid, ...paid],
  },
  {
    path: 'localised update of another locale',
    given: () => product('published'),
    when: (id) =>
      world.payload.update({ collection: 'products', id, locale: 'en', data: { title: 'Tea' } }),
    events: ['product.updated'],
  },
]

const deletePaths: WritePath[] = [
  {
    path: 'delete',
    given: () => note(),
    when: (id) => world.payload.delete({ collection: 'notes', id }),
    events: ['note.deleted'],
  },
  {
    path: 'bulk delete',
    given: async () => {
      await note({ title: 'bulk' })
      return note({ title: 'bulk' })
    },
    when: () => world.payload.delete({ collection: 'notes', where: { title: { equals: 'bulk' } } }),
    events: ['note.deleted', 'note.deleted'],
  },
  {
    path: 'trash',
    given: () => note(),
    when: (id) =>
      world.payload.update({
        collection: 'notes',
        id,
        data: { deletedAt: '2026-11-21T00:00:00.000Z' },
      }),
    events: ['note.trashed'],
  },
  {
    path: 'restore from trash',
    given: () => note({ deletedAt: '2026-11-21T00:00:00.000Z' }),
    when: (id) =>
      world.payload.update({ collection: 'notes', id, trash: true, data: { deletedAt: null } }),
    events: ['note.restored'],
  },
]

describe('write paths (matrix d3): each write means exactly these events', () => {
  testPaths([...createPaths, ...updatePaths, ...deletePaths])
})
