import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

const russian = { 'accept-language': 'ru' }
const text = (body: unknown): string => JSON.stringify(body).replaceAll('\\"', '"')
const award = (data: Record<string, unknown>, headers = {}, locale = 'ru') =>
  school.rest('POST', `/achievements?depth=0&locale=${locale}`, data, {
    user: school.as.manager,
    headers,
  })

let counter = 0
async function kind(data: Record<string, unknown> = {}): Promise<number> {
  counter += 1
  const { id } = await school.payload.create({
    collection: 'achievement-types',
    locale: 'ru',
    data: { code: `kind-${counter}`, title: 'Знаток', points: 50, ...data },
  })
  await school.payload.update({
    collection: 'achievement-types',
    id,
    locale: 'en',
    data: { title: 'Expert' },
  })
  return Number(id)
}

describe('EV-10 an achievement', () => {
  test('is made from a user and a title', async () => {
    const user = await school.student()
    const answer = await award({ user: user.id, title: 'За помощь' })
    expect(answer.status).toBe(201)
    expect(answer.body.doc).toMatchObject({
      title: 'За помощь',
      points: 0,
      isMilestone: false,
      number: 1,
      milestoneReached: null,
      earnedAt: expect.any(String),
    })
  })

  test.each(['ru', 'en'])('of a kind copies it in every language, asked in %s', async (locale) => {
    const user = await school.student()
    const type = await kind({ isMilestone: true })
    const { doc } = (await award({ user: user.id, type }, {}, locale)).body
    expect(doc).toMatchObject({ points: 50, isMilestone: true, code: `kind-${counter}` })
    await school.payload.update({
      collection: 'achievement-types',
      id: type,
      locale: 'ru',
      data: { title: 'Переименовано', points: 1 },
    })
    const all = await school.rest('GET', `/achievements/${doc['id']}?locale=all`, undefined, {
      user,
    })
    expect(all.body).toMatchObject({ title: { ru: 'Знаток', en: 'Expert' }, points: 50 })
  })

  test('says otherwise than its kind where it wants to', async () => {
    const user = await school.student()
    const type = await kind()
    const { doc } = (await award({ user: user.id, type, title: 'Особый', points: 0 })).body
    expect(doc).toMatchObject({ title: 'Особый', points: 0 })
  })

  test('its event holds every language', async () => {
    const user = await school.student()
    const type = await kind()
    const [earned] = await school.events(() => award({ user: user.id, type }))
    expect(earned?.data.current['title']).toEqual({ ru: 'Знаток', en: 'Expert' })
  })

  test('with a code is one per user, also when three are given at once', async () => {
    const user = await school.student()
    const give = () => award({ user: user.id, title: 'x', code: 'once' }, russian)
    const answers = await Promise.all([give(), give(), give()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
    expect(answers.map(({ body }) => text(body)).join()).toContain(
      'У этого пользователя уже есть это достижение.',
    )
    const other = await school.student()
    expect((await award({ user: other.id, title: 'x', code: 'once' })).status).toBe(201)
  })

  test('without a code may be given again; an empty code is none', async () => {
    const user = await school.student()
    for (const code of [undefined, '', '  ', null]) {
      expect((await award({ user: user.id, title: 'x', code })).status).toBe(201)
    }
  })

  test('a code given later is checked too', async () => {
    const user = await school.student()
    await award({ user: user.id, title: 'x', code: 'later' })
    const { doc } = (await award({ user: user.id, title: 'y' })).body
    const answer = await school.rest(
      'PATCH',
      `/achievements/${doc['id']}`,
      { code: 'later' },
      {
        user: school.as.admin,
      },
    )
    expect(answer.status).toBe(400)
    expect(text(answer.body)).toContain('This user has this achievement already.')
  })

  test.each([
    ['a user', { user: null, title: 'x' }, 'user'],
    ['a user that exists', { user: 999_999, title: 'x' }, 'user'],
    ['a title', {}, 'title'],
    ['a kind that exists', { title: 'x', type: 999_999 }, 'type'],
    ['a code for programs', { title: 'x', code: 'Первый!' }, 'code'],
    ['whole points', { title: 'x', points: 1.5 }, 'points'],
    ['points from 0', { title: 'x', points: -1 }, 'points'],
  ])('needs %s', async (_what, data, field) => {
    const user = await school.student()
    const answer = await award({ user: user.id, ...data })
    expect(answer.status).toBe(400)
    expect(text(answer.body)).toContain(`"path":"${field}"`)
  })

  test('takes its number from no caller', async () => {
    const user = await school.student()
    const { doc } = (await award({ user: user.id, title: 'x', number: 5, milestoneReached: 5 }))
      .body
    expect(doc).toMatchObject({ number: 1, milestoneReached: null })
  })

  test('outlives its user', async () => {
    const user = await school.student()
    const { doc } = (await award({ user: user.id, title: 'x' })).body
    await school.payload.delete({ collection: 'users', id: user.id })
    expect((await school.row('achievements', Number(doc['id'])))['user']).toBeNull()
  })

  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const user = await school.student()
    const path = `/achievements/${(await award({ user: user.id, title: 'x' })).body.doc['id']}`
    const options = { user: role ? school.as[role] : undefined }
    const statuses = [
      (await school.rest('POST', '/achievements', { user: user.id, title: 'y' }, options)).status,
      (await school.rest('GET', path, undefined, options)).status,
      (await school.rest('PATCH', path, { reason: 'x' }, options)).status,
      (await school.rest('DELETE', path, undefined, options)).status,
    ]
    expect(statuses).toEqual([create, read, update, remove])
  })

  test('a user finds their own only; what can be earned is public', async () => {
    const user = await school.student()
    const { doc } = (await award({ user: user.id, title: 'x' })).body
    const { body } = await school.rest('GET', '/achievements', undefined, { user })
    expect(body.docs.map(({ id }) => id)).toEqual([doc['id']])
    expect((await school.rest('GET', '/achievement-types')).status).toBe(200)
  })
})

describe('EV-10 a kind of achievement', () => {
  test('needs a code of its own, and duplicates with another', async () => {
    const id = await kind()
    const again = await school.rest(
      'POST',
      '/achievement-types',
      { title: 'x', code: `kind-${counter}` },
      { user: school.as.manager },
    )
    expect(again.status).toBe(400)
    const copy = await school.payload.duplicate({ collection: 'achievement-types', id })
    expect(copy['code']).toBe(`kind-${counter}-copy`)
  })

  test('deleted, leaves its awards', async () => {
    const user = await school.student()
    const type = await kind()
    const { doc } = (await award({ user: user.id, type })).body
    const removed = await school.rest('DELETE', `/achievement-types/${type}`, undefined, {
      user: school.as.admin,
    })
    expect(removed.status).toBe(200)
    expect(await school.row('achievements', Number(doc['id']))).toMatchObject({
      type: null,
      title: 'Знаток',
    })
  })
})
