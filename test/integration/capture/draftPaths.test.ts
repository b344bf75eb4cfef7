import { afterAll, beforeAll, describe } from '@jest/globals'

import { captureActions, type WritePath } from './captureActions.ts'
import { type CaptureWorld, openCaptureWorld } from './captureWorld.ts'

let world: CaptureWorld
beforeAll(async () => {
  world = await openCaptureWorld()
}, 300_000)
afterAll(async () => world.close())

const { product, article, testPaths } = captureActions(() => world)

const draftPaths: WritePath[] = [
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

describe('write paths (matrix d3) of drafts: each write means exactly these events', () => {
  testPaths(draftPaths)
})
