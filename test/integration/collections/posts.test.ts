import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import { postSnapshot } from '../../../src/index.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'

let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld()
})
afterAll(async () => world?.destroy())

const text = {
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [
      { type: 'paragraph', version: 1, children: [{ type: 'text', text: 'Абзац', version: 1 }] },
    ],
  },
}
const newPost = async (data: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
  const answer = await world.rest(
    'POST',
    '/posts?locale=ru',
    { title: 'Кофе дома', _status: 'published', ...data },
    { user: world.as.manager },
  )
  expect(answer.status).toBe(201)
  return answer.body.doc
}

describe('EV-10 a post', () => {
  test('is made from a title alone, as a draft', async () => {
    const { body, status } = await world.rest(
      'POST',
      '/posts?draft=true',
      { title: 'Набросок', _status: 'draft' },
      { user: world.as.manager },
    )
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ _status: 'draft', allowComments: true, slug: 'nabrosok' })
    expect(body.doc['publishedAt'] ?? null).toBeNull()
    expect(body.doc['author']).toMatchObject({ id: world.as.manager.id })
  })

  test('notes when it was first published, and keeps that when it comes back', async () => {
    const { id, publishedAt } = await newPost()
    expect(publishedAt).toEqual(expect.any(String))
    await world.payload.update({ collection: 'posts', id: Number(id), data: { _status: 'draft' } })
    const again = await world.payload.update({
      collection: 'posts',
      id: Number(id),
      data: { _status: 'published' },
    })
    expect(again['publishedAt']).toBe(publishedAt)
  })

  test('may be dated back by its author', async () => {
    const publishedAt = '2024-05-01T09:00:00.000Z'
    expect(await newPost({ publishedAt })).toMatchObject({ publishedAt })
  })

  test('is kept per language, with one address', async () => {
    const { id, slug } = await newPost({ title: 'Чай дома' })
    await world.rest(
      'PATCH',
      `/posts/${id}?locale=en`,
      { title: 'Tea at home' },
      { user: world.as.manager },
    )
    const { body } = await world.rest('GET', `/posts/${id}?locale=all`)
    expect(body['title']).toEqual({ ru: 'Чай дома', en: 'Tea at home' })
    expect(body['slug']).toBe(slug)
  })

  test('has no column that its snapshot does not know, and fits it', async () => {
    const category = await world.payload.create({
      collection: 'post-categories',
      data: { title: 'Советы' },
    })
    const [event] = await world.eventsOf(() =>
      newPost({
        excerpt: 'Коротко',
        content: text,
        categories: [category.id],
        tags: ['кофе'],
        seo: { title: 'Кофе', description: 'О кофе' },
      }),
    )
    const current = event?.data.current ?? {}
    expect(postSnapshot.safeParse(current).error).toBeUndefined()
    expect(Object.keys(current).filter((name) => !(name in postSnapshot.shape))).toEqual([])
    expect(current).toMatchObject({
      categories: [category.id],
      tags: ['кофе'],
      author: world.as.manager.id,
      content: { ru: text },
      seo: { title: { ru: 'Кофе' } },
    })
  })

  test('takes its comments and their likes with it when it is deleted', async () => {
    const { id } = await newPost()
    const other = await newPost()
    const target = (value: unknown) => ({ relationTo: 'posts' as const, value: Number(value) })
    const make = async (value: unknown) =>
      (
        await world.payload.create({
          collection: 'comments',
          data: { target: target(value), text: 'a', status: 'approved' },
        })
      ).id
    const [gone, stays] = [await make(id), await make(other['id'])]
    for (const comment of [gone, stays]) {
      await world.rest('POST', `/comments/${comment}/like`, undefined, { user: world.as.customer })
    }
    const answer = await world.rest('DELETE', `/posts/${id}`, undefined, { user: world.as.admin })
    expect(answer.status).toBe(200)
    const { docs } = await world.payload.find({
      collection: 'comments',
      where: { id: { in: [gone, stays] } },
    })
    expect(docs.map((comment) => comment.id)).toEqual([stays])
    const likes = await world.payload.find({ collection: 'comment-likes', depth: 0 })
    expect(likes.docs.map((like) => like['comment'])).toEqual([stays])
  })

  test.each([[{ title: '' }], [{ title: 'a', excerpt: 'x'.repeat(501) }]])(
    'is refused: %j',
    async (data) => {
      const answer = await world.rest(
        'POST',
        '/posts',
        { _status: 'published', ...data },
        { user: world.as.admin },
      )
      expect(answer.status).toBe(400)
    },
  )
})

describe('EV-10 access to posts', () => {
  test.each<[Role | undefined, number, number, number, number, number]>([
    ['admin', 201, 200, 200, 200, 200],
    ['manager', 201, 200, 200, 200, 200],
    ['viewer', 403, 200, 200, 403, 403],
    ['customer', 403, 200, 404, 403, 403],
    [undefined, 403, 200, 404, 403, 403],
  ])(
    '%s: create %d, read %d, read a draft %d, update %d, delete %d',
    async (role, create, read, readDraft, update, remove) => {
      const { id } = await newPost()
      const draft = await newPost({ _status: 'draft' })
      const options = { user: role ? world.as[role] : undefined }
      const statuses = [
        (await world.rest('POST', '/posts', { title: 'x' }, options)).status,
        (await world.rest('GET', `/posts/${id}`, undefined, options)).status,
        (await world.rest('GET', `/posts/${draft['id']}`, undefined, options)).status,
        (await world.rest('PATCH', `/posts/${id}`, { tags: ['x'] }, options)).status,
        (await world.rest('DELETE', `/posts/${id}`, undefined, options)).status,
      ]
      expect(statuses).toEqual([create, read, readDraft, update, remove])
    },
  )

  test('a draft of a published post stays inside, over REST and GraphQL', async () => {
    const { id } = await newPost({ title: 'Снаружи' })
    await world.rest(
      'PATCH',
      `/posts/${id}?draft=true`,
      { title: 'Внутри' },
      { user: world.as.manager },
    )
    const rest = await world.rest('GET', `/posts/${id}?draft=true`)
    const { data, errors } = await world.graphql(`{ Post(id: ${id}, draft: true) { title } }`)
    expect(JSON.stringify([rest.body, data, errors])).not.toContain('Внутри')
    const versions = await world.rest('GET', `/posts/versions?where[parent][equals]=${id}`)
    expect(versions.status).toBe(403)
  })

  test('readers learn the author’s id and nothing of the account', async () => {
    const { id } = await newPost()
    const { body } = await world.rest('GET', `/posts/${id}?depth=2`)
    expect(body['author']).toBe(world.as.manager.id)
  })
})
