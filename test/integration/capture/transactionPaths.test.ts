import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'

import { captureActions, type WritePath } from './captureActions.ts'
import { type CaptureWorld, openCaptureWorld } from './captureWorld.ts'

let world: CaptureWorld
beforeAll(async () => {
  world = await openCaptureWorld()
}, 300_000)
afterAll(async () => world.close())

const { note, swallow, testPaths } = captureActions(() => world)

const transactionPaths: WritePath[] = [
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

describe('write paths (matrix d3) and transactions: each write means exactly these events', () => {
  testPaths(transactionPaths)

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

  test('a bulk update that Postgres rolled back whole is an error, and not a list of what was done', async () => {
    await note({ uniqueCode: 'once' })
    const ids = [await note({ title: 'x' }), await note({ title: 'x' })]
    const update = world.payload.update({
      collection: 'notes',
      where: { id: { in: ids } },
      data: { uniqueCode: 'once' },
    })
    await expect(update).rejects.toMatchObject({ code: 'FLOW_DATABASE_NOT_COMMITTED' })
  })
})
