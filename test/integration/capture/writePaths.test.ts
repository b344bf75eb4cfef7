import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'

import { type CaptureWorld, openCaptureWorld } from './captureWorld.ts'

let world: CaptureWorld
beforeAll(async () => {
  world = await openCaptureWorld()
}, 120_000)
afterAll(async () => world.close())

type Row = {
  path: string
  /** What stands before the write under test; its id comes first. */
  given?: () => Promise<number | string>
  when: (id: number | string) => Promise<unknown>
  events: string[]
}

const total = { amount: 20_000, currency: 'RUB' }
const order = async (data: Record<string, unknown> = {}): Promise<number | string> =>
  (await world.payload.create({ collection: 'orders', locale: 'ru', data: { total, ...data } })).id
const product = async (status: 'draft' | 'published'): Promise<number | string> =>
  (await world.payload.create({ collection: 'products', data: { title: 'Чай', _status: status } }))
    .id
const note = async (data: Record<string, unknown> = {}): Promise<number | string> =>
  (await world.payload.create({ collection: 'notes', data: { title: 'a', ...data } })).id
const article = async (data: Record<string, unknown>, draft = false): Promise<number | string> =>
  (await world.payload.create({ collection: 'articles', draft, data })).id
const paid = ['order.status_changed', 'order.paid']
const swallow = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined)

const createPaths: Row[] = [
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

const updatePaths: Row[] = [
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

const draftPaths: Row[] = [
  { path: 'create as draft by _status', when: () => product('draft'), events: [] },
  { path: 'create as draft by argument', when: () => article({ title: 'x' }, true), events: [] },
  {
    path: 'create published',
    when: () => product('published'),
    events: ['product.created', 'product.published'],
  },
  {
    path: 'publish the first time',
    given: () => product('draft'),
    when: (id) =>
      world.payload.update({ collection: 'products', id, data: { _status: 'published' } }),
    events: ['product.created', 'product.published'],
  },
  {
    path: 'draft save over a published document',
    given: () => product('published'),
    when: (id) =>
      world.payload.update({
        collection: 'products',
        id,
        draft: true,
        data: { title: 'черновик' },
      }),
    events: [],
  },
  {
    path: 'autosave',
    given: () => article({ title: 'x', _status: 'published' }),
    when: (id) =>
      world.payload.update({
        collection: 'articles',
        id,
        draft: true,
        autosave: true,
        data: { title: 'y' },
      }),
    events: [],
  },
  {
    path: 'publish what was drafted over a published document',
    given: async () => {
      const id = await article({ title: 'x', _status: 'published' })
      await world.payload.update({ collection: 'articles', id, draft: true, data: { title: 'y' } })
      return id
    },
    when: (id) =>
      world.payload.update({
        collection: 'articles',
        id,
        data: { title: 'y', _status: 'published' },
      }),
    events: ['article.updated'],
  },
  {
    path: 'unpublish',
    given: () => article({ title: 'x', _status: 'published' }),
    when: (id) => world.payload.update({ collection: 'articles', id, data: { _status: 'draft' } }),
    events: ['article.unpublished', 'article.updated'],
  },
  {
    path: 'publish again after unpublishing',
    given: async () => {
      const id = await article({ title: 'x', _status: 'published' })
      await world.payload.update({ collection: 'articles', id, data: { _status: 'draft' } })
      return id
    },
    when: (id) =>
      world.payload.update({ collection: 'articles', id, data: { _status: 'published' } }),
    events: ['article.published'],
  },
  {
    path: 'restore an older version',
    given: async () => {
      const id = await article({ title: 'x', _status: 'published' })
      await world.payload.update({ collection: 'articles', id, data: { title: 'y' } })
      return id
    },
    when: async (id) => {
      const { docs } = await world.payload.findVersions({
        collection: 'articles',
        where: { parent: { equals: id } },
        sort: 'createdAt',
      })
      await world.payload.restoreVersion({ collection: 'articles', id: String(docs[0]?.id) })
    },
    events: ['article.updated'],
  },
  {
    path: 'duplicate a published document as a draft (what the admin does)',
    given: () => article({ title: 'x', _status: 'published' }),
    when: (id) => world.payload.duplicate({ collection: 'articles', id, draft: true }),
    events: [],
  },
  {
    path: 'duplicate a published document as it is: the copy is published',
    given: () => article({ title: 'x', _status: 'published' }),
    when: (id) => world.payload.duplicate({ collection: 'articles', id }),
    events: ['article.created', 'article.published'],
  },
]

const deletePaths: Row[] = [
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

const transactionPaths: Row[] = [
  {
    path: 'two writes in one transaction of the user’s, committed',
    when: async () => {
      const req = await createLocalReq({}, world.payload)
      await initTransaction(req)
      const { id } = await world.payload.create({ collection: 'notes', data: { title: 'a' }, req })
      await world.payload.update({ collection: 'notes', id, data: { title: 'b' }, req })
      await commitTransaction(req)
    },
    events: ['note.created', 'note.updated'],
  },
  {
    path: 'a transaction of the user’s, rolled back',
    when: async () => {
      const req = await createLocalReq({}, world.payload)
      await initTransaction(req)
      await world.payload.create({ collection: 'notes', data: { title: 'a' }, req })
      await killTransaction(req)
    },
    events: [],
  },
  {
    path: 'a later hook throws: no document, no event',
    when: () =>
      swallow(world.payload.create({ collection: 'notes', data: { title: 'late failure' } })),
    events: [],
  },
  {
    path: 'a later hook throws in a bulk update: Payload keeps the write, so the event stays too',
    given: () => note({ title: 'to fail' }),
    when: (id) =>
      world.payload.update({
        collection: 'notes',
        where: { id: { equals: id } },
        data: { title: 'late failure' },
      }),
    events: ['note.updated'],
  },
  {
    path: 'a unique violation in a bulk update: nothing is kept',
    given: async () => {
      await note({ uniqueCode: 'taken' })
      return note({ title: 'wants the code' })
    },
    when: (id) =>
      swallow(
        world.payload.update({
          collection: 'notes',
          where: { id: { equals: id } },
          data: { uniqueCode: 'taken' },
        }),
      ),
    events: [],
  },
  {
    path: 'disableTransaction: the write is kept, and so is the event',
    when: () =>
      world.payload.create({ collection: 'notes', data: { title: 'a' }, disableTransaction: true }),
    events: ['note.created'],
  },
]

describe('write paths (matrix d3): each write means exactly these events', () => {
  const rows = [...createPaths, ...updatePaths, ...draftPaths, ...deletePaths, ...transactionPaths]
  test.each(rows)('$path', async ({ events, given, when }) => {
    const id = given ? await given() : 0
    const written = await world.eventsOf(() => when(id))
    expect(written.map(({ type }) => type).sort()).toEqual([...events].sort())
  })

  test('documents and events agree after a late failure in bulk', async () => {
    const id = await note({ title: 'to fail' })
    const events = await world.eventsOf(() =>
      world.payload.update({
        collection: 'notes',
        where: { id: { equals: id } },
        data: { title: 'late failure' },
      }),
    )
    const { title } = await world.payload.findByID({ collection: 'notes', id })
    expect(events).toHaveLength(title === 'late failure' ? 1 : 0)
  })
})

describe('what an event says', () => {
  test('the snapshot is the row: all locales, relations as ids, no hidden fields', async () => {
    const related = await note()
    const [created] = await world.eventsOf(() =>
      world.payload.create({
        collection: 'notes',
        data: { title: 'b', related, secretNote: 'never leaves' },
        depth: 2,
      }),
    )
    expect(created?.data.current).toMatchObject({ title: 'b', related })
    expect(JSON.stringify(created)).not.toContain('never leaves')

    const id = await product('published')
    const [updated] = await world.eventsOf(() =>
      world.payload.update({ collection: 'products', id, locale: 'en', data: { title: 'Tea' } }),
    )
    expect(updated?.data.current['title']).toEqual({ ru: 'Чай', en: 'Tea' })
    expect(updated?.data.previous?.['title']).toEqual({ ru: 'Чай' })
    expect(updated?.data.changed).toEqual(['title'])
  })

  test('the same row is told the same way by create and by update', async () => {
    const [created] = await world.eventsOf(() => order())
    const id = Number(created?.data.current['id'])
    const [, changed] = await world.eventsOf(() =>
      world.payload.update({ collection: 'orders', id, data: { status: 'paid' } }),
    )
    const { updatedAt: a, ...before } = created?.data.current ?? {}
    const { updatedAt: b, ...previous } = changed?.data.previous ?? {}
    expect(previous).toEqual(before)
  })

  test('with select, the snapshot is complete all the same', async () => {
    const [event] = await world.eventsOf(() =>
      world.payload.create({
        collection: 'orders',
        locale: 'ru',
        data: { total },
        select: { status: true },
      }),
    )
    expect(event?.data.current).toMatchObject({ total: { ru: total }, status: 'pending' })
  })

  test('who, where and the number within the document', async () => {
    const answer = await world.rest('POST', '/orders?locale=ru', { total }, { user: world.admin })
    const id = String(answer.body.doc['id'])
    await world.rest('PATCH', `/orders/${id}`, { status: 'paid' }, { user: world.admin })
    const { rows } = await world.payload.db.pool.query(
      'SELECT body FROM event_logs WHERE collection = $1 AND document_id = $2 ORDER BY sequence',
      ['orders', id],
    )
    const events = rows.map(({ body }: { body: string }) => JSON.parse(body))
    expect(events.map(({ meta }) => meta.sequence)).toEqual([1, 2, 3])
    expect(events[0].meta).toMatchObject({
      source: 'collection_operation',
      collection: 'orders',
      operation: 'create',
      documentId: id,
      userId: String(world.admin.id),
      userEmail: world.admin.email,
      locale: 'ru',
      hop: 0,
      causationId: null,
    })
  })

  test('two saves at once that both set "paid" mean one order.paid', async () => {
    const id = await order()
    const events = await world.eventsOf(() =>
      Promise.all(
        Array.from({ length: 4 }, () =>
          swallow(world.payload.update({ collection: 'orders', id, data: { status: 'paid' } })),
        ),
      ),
    )
    expect(events.filter(({ type }) => type === 'order.paid')).toHaveLength(1)
  })
})
