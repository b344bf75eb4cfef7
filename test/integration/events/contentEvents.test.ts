import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { threeWays } from '../../support/events/marketingWays.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld()
})
afterAll(async () => world?.destroy())

const ways = threeWays(() => world)

const published = { title: 'Как выбрать кофемолку', _status: 'published' }
const newPost = async (data: Record<string, unknown> = published): Promise<number> =>
  Number((await world.payload.create({ collection: 'posts', data })).id)
const newComment = async (data: Record<string, unknown> = {}): Promise<number> => {
  const target = { relationTo: 'posts', value: await newPost() }
  const comment = await world.payload.create({
    collection: 'comments',
    data: { target, text: 'Спасибо!', ...data },
  })
  return Number(comment.id)
}
const typesOf = async (act: () => Promise<unknown>): Promise<string[]> =>
  (await world.eventsOf(act)).map(({ type }) => type)

describe.each(ways)('saves of content through $name', ({ create, update }) => {
  test('EV-03 post.created and post.published: a post is published at once', async () => {
    expect(await typesOf(() => create('posts', published))).toEqual([
      'post.created',
      'post.published',
    ])
  })

  test('EV-03 post.created and post.published: a draft means nothing until it is published', async () => {
    let id = 0
    const drafted = await typesOf(async () => {
      id = await create('posts', { ...published, _status: 'draft' })
      await update('posts', id, { title: 'Ещё черновик', _status: 'draft' })
    })
    expect(drafted).toEqual([])
    expect(await typesOf(() => update('posts', id, { _status: 'published' }))).toEqual([
      'post.created',
      'post.published',
    ])
  })

  test('EV-03 post.updated: a published post changed', async () => {
    const id = await newPost()
    const events = await world.eventsOf(() => update('posts', id, { tags: ['кофе'] }))
    expect(events.map(({ type }) => type)).toEqual(['post.updated'])
    expect(events[0]?.data).toMatchObject({ current: { tags: ['кофе'] }, changed: ['tags'] })
  })

  test('EV-03 comment.created', async () => {
    const target = { relationTo: 'posts', value: await newPost() }
    expect(
      await typesOf(() => create('comments', { target, text: 'Вопрос', status: 'pending' })),
    ).toEqual(['comment.created'])
  })

  test('EV-03 comment.approved, comment.rejected: and the way back', async () => {
    const id = await newComment()
    const to = (status: string) => typesOf(() => update('comments', id, { status }))
    expect(await to('approved')).toEqual(['comment.approved'])
    expect(await to('rejected')).toEqual(['comment.rejected'])
    expect(await to('approved')).toEqual(['comment.approved'])
  })

  test('a save that changes nothing means nothing', async () => {
    const post = await newPost()
    const comment = await newComment({ status: 'approved' })
    const quiet = await typesOf(async () => {
      await update('posts', post, { title: published.title, _status: 'published' })
      await update('comments', comment, { status: 'approved' })
      await update('comments', comment, { text: 'Спасибо!' })
    })
    expect(quiet).toEqual([])
  })
})

describe('posts', () => {
  test('taking a post off the site is an update, publishing it again is no creation', async () => {
    const id = await newPost()
    const off = () => world.payload.update({ collection: 'posts', id, data: { _status: 'draft' } })
    const on = () =>
      world.payload.update({ collection: 'posts', id, data: { _status: 'published' } })
    expect(await typesOf(off)).toEqual(['post.updated'])
    expect(await typesOf(on)).toEqual(['post.published'])
  })

  test('autosaves and draft versions of a published post mean nothing', async () => {
    const id = await newPost()
    const save = (query: string, title: string) =>
      world.rest('PATCH', `/posts/${id}?${query}`, { title }, { user: world.as.manager })
    const quiet = await typesOf(async () => {
      await save('draft=true&autosave=true', 'Наброс')
      await save('draft=true', 'Набросок')
    })
    expect(quiet).toEqual([])
    expect(
      await typesOf(() =>
        world.rest(
          'PATCH',
          `/posts/${id}`,
          { title: 'Готово', _status: 'published' },
          { user: world.as.manager },
        ),
      ),
    ).toEqual(['post.updated'])
  })

  test('a duplicate means nothing while it is a draft, as the admin makes it', async () => {
    const id = await newPost()
    const copy = (query: string) => () =>
      world.rest('POST', `/posts/${id}/duplicate${query}`, {}, { user: world.as.manager })
    expect(await typesOf(copy(''))).toEqual([])
    expect(await typesOf(copy('?draft=false'))).toEqual(['post.created', 'post.published'])
  })

  test('a bulk publication means the same for every post', async () => {
    const ids = [
      await newPost({ ...published, _status: 'draft' }),
      await newPost({ ...published, _status: 'draft' }),
    ]
    const types = await typesOf(() =>
      world.payload.update({
        collection: 'posts',
        where: { id: { in: ids } },
        data: { _status: 'published' },
      }),
    )
    expect(types.sort()).toEqual([
      'post.created',
      'post.created',
      'post.published',
      'post.published',
    ])
  })
})

describe('comments', () => {
  test('EV-03 comment.created: a reader comments through the site', async () => {
    const post = await newPost()
    const [event, ...rest] = await world.eventsOf(() =>
      world.rest(
        'POST',
        '/comments/submit',
        { post, text: 'Отличная статья' },
        { user: world.as.customer },
      ),
    )
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      type: 'comment.created',
      data: {
        current: {
          text: 'Отличная статья',
          author: world.as.customer.id,
          status: 'pending',
          target: { relationTo: 'posts', value: post },
        },
      },
      meta: { userId: String(world.as.customer.id), collection: 'comments' },
    })
  })

  test('EV-03 comment.approved: a comment of the team is approved at once', async () => {
    const post = await newPost()
    const types = await typesOf(() =>
      world.rest('POST', '/comments/submit', { post, text: 'Да!' }, { user: world.as.manager }),
    )
    expect(types).toEqual(['comment.created', 'comment.approved'])
  })

  test('EV-03 comment.liked: once per person, however often it is given and taken', async () => {
    const id = await newComment({ status: 'approved' })
    const call = (method: string) =>
      world.rest(method, `/comments/${id}/like`, undefined, { user: world.as.customer })
    const [event, ...rest] = await world.eventsOf(async () => {
      expect((await call('POST')).body).toEqual({ liked: true, already: false, likesCount: 1 })
      expect((await call('POST')).body).toEqual({ liked: true, already: true, likesCount: 1 })
      expect((await call('DELETE')).body).toEqual({ liked: false, already: false, likesCount: 0 })
      expect((await call('DELETE')).body).toEqual({ liked: false, already: true, likesCount: 0 })
      expect((await call('POST')).body).toEqual({ liked: true, already: false, likesCount: 1 })
    })
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      type: 'comment.liked',
      documentId: String(id),
      data: {
        current: { id, likesCount: 1 },
        previous: { likesCount: 0 },
        changed: ['likesCount'],
        likedBy: world.as.customer.id,
      },
      meta: { userId: String(world.as.customer.id), userEmail: world.as.customer.email },
    })
  })

  test('EV-03 comment.liked: twenty likes of one person at once are one', async () => {
    const id = await newComment({ status: 'approved' })
    const user = await createActor(world.payload, 'customer')
    const types = await typesOf(() =>
      Promise.all(
        Array.from({ length: 20 }, () =>
          world.rest('POST', `/comments/${id}/like`, undefined, { user }),
        ),
      ),
    )
    expect(types).toEqual(['comment.liked'])
    expect(await world.payload.findByID({ collection: 'comments', id })).toMatchObject({
      likesCount: 1,
    })
  })

  test('EV-03 comment.liked: twenty people at once are twenty', async () => {
    const id = await newComment({ status: 'approved' })
    const people: Actor[] = []
    for (let n = 0; n < 20; n += 1) people.push(await createActor(world.payload, 'customer'))
    const events = await world.eventsOf(() =>
      Promise.all(
        people.map((user) => world.rest('POST', `/comments/${id}/like`, undefined, { user })),
      ),
    )
    expect(events.map(({ type }) => type)).toEqual(
      Array.from({ length: 20 }, () => 'comment.liked'),
    )
    const counts = events.map(({ data }) => data.current['likesCount'])
    expect(counts).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(await world.payload.findByID({ collection: 'comments', id })).toMatchObject({
      likesCount: 20,
    })
  })
})
