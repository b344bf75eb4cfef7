import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import { commentSnapshot } from '../../../src/index.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'
import { createActor } from '../../support/payload/createActor.ts'

let world: MarketingWorld
let post = 0
beforeAll(async () => {
  world = await openMarketingWorld()
  post = await newPost()
})
afterAll(async () => world?.destroy())

const newPost = async (data: Record<string, unknown> = {}): Promise<number> =>
  Number(
    (
      await world.payload.create({
        collection: 'posts',
        data: { title: 'Кофе', _status: 'published', ...data },
      })
    ).id,
  )
const newComment = async (data: Record<string, unknown> = {}): Promise<number> =>
  Number(
    (
      await world.payload.create({
        collection: 'comments',
        data: { target: { relationTo: 'posts', value: post }, text: 'Да', ...data },
      })
    ).id,
  )
let network = 0
const submit = (
  body: unknown,
  options: { user?: { token: string } | undefined; headers?: Record<string, string> } = {},
) => {
  network += 1
  const headers = { 'x-forwarded-for': `198.51.100.${network}`, ...options.headers }
  return world.rest('POST', '/comments/submit', body, { ...options, headers })
}
const comment = (id: number) => world.payload.findByID({ collection: 'comments', id, depth: 0 })
const guest = { name: 'Пётр', email: 'Petr@Example.com' }

describe('EV-10 a comment', () => {
  test('of a guest waits, and shows a name but never an address', async () => {
    const answer = await submit({ post, text: ' Спасибо ', ...guest })
    expect([answer.status, answer.body]).toEqual([
      201,
      { id: expect.any(Number), status: 'pending' },
    ])
    const id = Number(answer.body['id'])
    expect(await comment(id)).toMatchObject({
      text: 'Спасибо',
      authorName: 'Пётр',
      authorEmail: 'petr@example.com',
      author: null,
      likesCount: 0,
    })
    expect((await world.rest('GET', `/comments/${id}`)).status).toBe(404)
    await world.payload.update({ collection: 'comments', id, data: { status: 'approved' } })
    const seen = await world.rest('GET', `/comments/${id}`)
    expect(seen.body).toMatchObject({ authorName: 'Пётр' })
    const { data } = await world.graphql(`{ Comment(id: ${id}) { authorName authorEmail } }`)
    expect(JSON.stringify([seen.body, data])).not.toMatch(/petr@|moderated(At|By)":"/i)
  })

  test('of somebody signed in carries the name of the account', async () => {
    await world.payload.update({
      collection: 'users',
      id: Number(world.as.customer.id),
      data: { name: 'Анна' },
    })
    const { body } = await submit({ post, text: 'Я здесь' }, { user: world.as.customer })
    expect(await comment(Number(body['id']))).toMatchObject({
      author: world.as.customer.id,
      authorName: 'Анна',
      authorEmail: null,
    })
  })

  test('answers another one on the same post, and nothing else', async () => {
    const parent = await newComment({ status: 'approved' })
    const answer = await submit({ post, text: 'Согласен', parent, ...guest })
    expect(answer.status).toBe(201)
    expect(await comment(Number(answer.body['id']))).toMatchObject({ parent })
    const elsewhere = await submit({ post: await newPost(), text: 'Где я?', parent, ...guest })
    expect([elsewhere.status, elsewhere.body.errors]).toMatchObject([
      400,
      [{ code: 'FLOW_SAVE_REFUSED', details: { issues: [{ field: 'parent' }] } }],
    ])
    const lost = await submit({ post, text: 'Где я?', parent: 999_999, ...guest })
    expect(lost.status).toBe(400)
  })

  test('stays where it was written', async () => {
    const parent = await newComment()
    const id = await newComment({ parent })
    const other = await newPost()
    await world.payload.update({
      collection: 'comments',
      id,
      data: { target: { relationTo: 'posts', value: other }, parent: id, text: 'Правка' },
    })
    expect(await comment(id)).toMatchObject({
      text: 'Правка',
      parent,
      target: { relationTo: 'posts', value: post },
    })
  })

  test.each([
    [{ text: 'Да' }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ post: 1, text: '   ', ...guest }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ post: 1, text: 'x'.repeat(5001), ...guest }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ post: 1, text: 'Да', status: 'approved', ...guest }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ post: 1, text: 'Да', name: 'Пётр' }, 400, 'FLOW_COMMENT_GUEST_UNNAMED'],
    [{ post: 999_999, text: 'Да', ...guest }, 404, 'FLOW_COMMENT_TARGET_NOT_FOUND'],
    [{ post: 'abc', text: 'Да', ...guest }, 404, 'FLOW_COMMENT_TARGET_NOT_FOUND'],
    [{ post: '99999999999999', text: 'Да', ...guest }, 404, 'FLOW_COMMENT_TARGET_NOT_FOUND'],
  ])('is refused: %j → %d %s', async (body, status, code) => {
    const answer = await submit(body)
    expect([answer.status, answer.body.errors]).toMatchObject([status, [{ code }]])
  })

  test('is refused on a draft, and where comments are closed, in the reader’s language', async () => {
    const draft = await newPost({ _status: 'draft' })
    expect((await submit({ post: draft, text: 'Да', ...guest })).status).toBe(404)
    const closed = await newPost({ allowComments: false })
    const answer = await submit(
      { post: closed, text: 'Да', ...guest },
      { headers: { 'accept-language': 'ru' } },
    )
    expect([answer.status, answer.body.errors]).toMatchObject([
      403,
      [{ code: 'FLOW_COMMENTS_CLOSED', message: 'комментарии к этой публикации закрыты' }],
    ])
  })

  test('of a machine that fills in everything is forgotten', async () => {
    const { totalDocs } = await world.payload.count({ collection: 'comments' })
    const answer = await submit({ post, text: 'Купи', website: 'http://spam.example', ...guest })
    expect(answer.status).toBe(201)
    expect((await world.payload.count({ collection: 'comments' })).totalDocs).toBe(totalDocs)
  })

  test('may be sent ten times in five minutes', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.10' }
    const statuses: number[] = []
    for (let n = 0; n < 11; n += 1) {
      statuses.push((await submit({ post, text: `№${n}`, ...guest }, { headers })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429])
  })

  test('has no column that its snapshot does not know, and fits it', async () => {
    const parent = await newComment()
    const id = await newComment({
      parent,
      author: world.as.customer.id,
      authorEmail: 'a@example.com',
    })
    const [event] = await world.eventsOf(() =>
      world.rest('PATCH', `/comments/${id}`, { status: 'approved' }, { user: world.as.manager }),
    )
    const current = event?.data.current ?? {}
    expect(commentSnapshot.safeParse(current).error).toBeUndefined()
    expect(Object.keys(current).filter((name) => !(name in commentSnapshot.shape))).toEqual([])
    expect(current).toMatchObject({ moderatedBy: world.as.manager.id, parent })
  })
})

describe('EV-11 an illegal status change is refused', () => {
  test.each([
    ['en', /"approved" to "pending".*Allowed: rejected/],
    ['ru', /«approved» нельзя сменить на «pending»/],
  ])('in %s', async (language, message) => {
    const id = await newComment({ status: 'approved' })
    const answer = await world.rest(
      'PATCH',
      `/comments/${id}`,
      { status: 'pending' },
      { user: world.as.admin, headers: { 'accept-language': language } },
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body).replaceAll('\\"', '"')).toMatch(message)
  })
})

describe('EV-10 access to comments', () => {
  test.each<[Role | undefined, number, number, number, number, number]>([
    ['admin', 201, 200, 200, 200, 200],
    ['manager', 201, 200, 200, 200, 200],
    ['viewer', 403, 200, 200, 403, 403],
    ['customer', 403, 200, 404, 403, 403],
    [undefined, 403, 200, 404, 403, 403],
  ])(
    '%s: create %d, read %d, read a waiting one %d, update %d, delete %d',
    async (role, create, read, readWaiting, update, remove) => {
      const id = await newComment({ status: 'approved' })
      const waiting = await newComment()
      const options = { user: role ? world.as[role] : undefined }
      const data = { target: { relationTo: 'posts', value: post }, text: 'x' }
      const statuses = [
        (await world.rest('POST', '/comments', data, options)).status,
        (await world.rest('GET', `/comments/${id}`, undefined, options)).status,
        (await world.rest('GET', `/comments/${waiting}`, undefined, options)).status,
        (await world.rest('PATCH', `/comments/${id}`, { text: 'y' }, options)).status,
        (await world.rest('DELETE', `/comments/${id}`, undefined, options)).status,
      ]
      expect(statuses).toEqual([create, read, readWaiting, update, remove])
    },
  )

  test('a person sees their own while it waits', async () => {
    const user = await createActor(world.payload, 'customer')
    const { body } = await submit({ post, text: 'Моё' }, { user })
    const own = await world.rest('GET', `/comments/${body['id']}`, undefined, { user })
    expect(own.status).toBe(200)
  })
})

describe('likes', () => {
  const like = (id: number | string, user?: { token: string }, method = 'POST') =>
    world.rest(method, `/comments/${id}/like`, undefined, { user })

  test('need an account, and an approved comment', async () => {
    const id = await newComment({ status: 'approved' })
    const waiting = await newComment()
    const visitor = await like(id)
    expect([visitor.status, visitor.body.errors]).toMatchObject([
      401,
      [{ code: 'FLOW_API_UNAUTHENTICATED' }],
    ])
    for (const wrong of [waiting, 999_999, 'abc', '0']) {
      for (const method of ['POST', 'DELETE']) {
        const answer = await like(wrong, world.as.customer, method)
        expect([answer.status, answer.body.errors]).toMatchObject([
          404,
          [{ code: 'FLOW_COMMENT_NOT_FOUND' }],
        ])
      }
    }
  })

  test('are counted by nobody else: neither a caller nor a save can write the number', async () => {
    const id = await newComment({ status: 'approved' })
    await like(id, world.as.customer)
    await world.rest('PATCH', `/comments/${id}`, { likesCount: 99 }, { user: world.as.admin })
    expect(await comment(id)).toMatchObject({ likesCount: 1 })
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      const path = method === 'POST' ? '/comment-likes' : '/comment-likes/1'
      const answer = await world.rest(method, path, { comment: id }, { user: world.as.admin })
      expect(answer.status).toBe(403)
    }
  })

  test('given while a moderator saves are not lost', async () => {
    const id = await newComment({ status: 'approved' })
    const people = [world.as.admin, world.as.manager, world.as.viewer, world.as.customer]
    await Promise.all([
      ...people.map((user) => like(id, user)),
      ...Array.from({ length: 6 }, (_, n) =>
        world.payload.update({ collection: 'comments', id, data: { text: `Правка ${n}` } }),
      ),
    ])
    expect(await comment(id)).toMatchObject({ likesCount: 4 })
  })

  test('of an account that is deleted do not stand in its way', async () => {
    const id = await newComment({ status: 'approved' })
    const user = await createActor(world.payload, 'customer')
    await submit({ post, text: 'Пока' }, { user })
    await like(id, user)
    const answer = await world.rest('DELETE', `/users/${user.id}`, undefined, {
      user: world.as.admin,
    })
    expect(answer.status).toBe(200)
  })

  test('are seen by the person who gave them', async () => {
    const id = await newComment({ status: 'approved' })
    const user = await createActor(world.payload, 'customer')
    await like(id, user)
    await like(id, world.as.customer)
    const own = await world.rest('GET', '/comment-likes?depth=0', undefined, { user })
    expect(own.body.docs).toMatchObject([{ comment: id, user: user.id, isActive: true }])
    expect((await world.rest('GET', '/comment-likes')).status).toBe(403)
  })
})
