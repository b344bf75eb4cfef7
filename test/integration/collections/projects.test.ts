import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type CrmWorld, openCrmWorld } from '../../support/events/crmWorld.ts'
import { until } from '../../support/flow/until.ts'

let world: CrmWorld

beforeAll(async () => {
  world = await openCrmWorld()
}, 300_000)

afterAll(async () => world?.close())

const project = (data: Record<string, unknown> = {}) =>
  world.make('service-projects', { title: 'Сайт', ...data })
const task = (data: Record<string, unknown> = {}) =>
  world.make('tasks', { title: 'Макет', ...data })
const patch = (path: string, data: Record<string, unknown>, headers: Record<string, string> = {}) =>
  world.rest('PATCH', path, data, { user: world.as.manager, headers })
const readProject = (id: number) =>
  world.payload.findByID({ collection: 'service-projects', id, depth: 0 })
const readTask = (id: number) => world.payload.findByID({ collection: 'tasks', id, depth: 0 })
const progressOf = async (id: number) => (await readProject(id))['progress'] ?? null
const now = () => new Date(world.clock.now()).toISOString()
const textOf = (body: unknown): string => JSON.stringify(body).replaceAll('\\"', '"')

describe('EV-10 a project', () => {
  test('is made of a title alone', async () => {
    const answer = await world.rest(
      'POST',
      '/service-projects',
      { title: 'Сайт' },
      { user: world.as.manager },
    )
    expect(answer.status).toBe(201)
    expect(answer.body.doc).toMatchObject({ status: 'planned', progress: null, startedAt: null })
  })

  test.each([
    [{}],
    [{ title: 'x', status: 'asleep' }],
    [{ title: 'x', manager: 999_999 }],
    [{ title: 'x', client: 999_999 }],
    [{ title: 'x', lead: 999_999 }],
    [{ title: 'x', team: [999_999] }],
    [{ title: 'x', deadline: 'tomorrow' }],
    [{ title: 'x', budget: { amount: -5 } }],
  ])('is refused: %j', async (data) => {
    const user = world.as.manager
    expect((await world.rest('POST', '/service-projects', data, { user })).status).toBe(400)
  })

  test('has no customer for a manager or in its team', async () => {
    for (const data of [{ manager: world.as.customer.id }, { team: [world.as.customer.id] }]) {
      const { id } = await project()
      expect((await patch(`/service-projects/${id}`, data)).status).toBe(400)
    }
  })

  test('notes when it began, once, and when it was completed', async () => {
    const { id } = await project()
    const to = (status: string) => patch(`/service-projects/${id}`, { status })
    await to('in_progress')
    const startedAt = now()
    world.clock.advance(60_000)
    await to('on_hold')
    await to('in_progress')
    expect(await readProject(id)).toMatchObject({ startedAt, completedAt: null })
    await to('completed')
    const completedAt = now()
    world.clock.advance(60_000)
    await patch(`/service-projects/${id}`, { title: 'Другой' })
    expect(await readProject(id)).toMatchObject({ startedAt, completedAt })
    await to('in_progress')
    expect(await readProject(id)).toMatchObject({ startedAt, completedAt: null })
  })

  test('takes neither dates nor progress from a caller of the API', async () => {
    const { id } = await project()
    const forged = { startedAt: '2001-01-01T00:00:00.000Z', progress: 90 }
    expect((await patch(`/service-projects/${id}`, forged)).status).toBe(200)
    expect(await readProject(id)).toMatchObject({ startedAt: null, progress: null })
  })

  test('EV-11 does not jump from completed to planned, in either language', async () => {
    const { id } = await project({ status: 'completed' })
    const answer = await patch(`/service-projects/${id}`, { status: 'planned' })
    expect(answer.status).toBe(400)
    expect(textOf(answer.body)).toMatch(/"completed" to "planned".*Allowed: in_progress/)
    const russian = { 'accept-language': 'ru' }
    const inRussian = await patch(`/service-projects/${id}`, { status: 'planned' }, russian)
    expect(textOf(inRussian.body)).toContain('Статус «completed» нельзя сменить на «planned»')
    const { errors } = await world.graphql(
      `mutation { updateServiceProject(id: ${id}, data: { status: planned }) { id } }`,
      { user: world.as.admin },
    )
    expect(errors.join(' ')).toContain('completed')
  })
})

describe('progress', () => {
  test('is the share of its tasks that are done; cancelled ones do not count', async () => {
    const { id } = await project()
    const first = await task({ project: id })
    expect(await progressOf(id)).toBe(0)
    const second = await task({ project: id, status: 'done' })
    expect(await progressOf(id)).toBe(50)
    await patch(`/tasks/${first.id}`, { status: 'cancelled' })
    expect(await progressOf(id)).toBe(100)
    await world.rest('DELETE', `/tasks/${second.id}`, undefined, { user: world.as.manager })
    expect(await progressOf(id)).toBeNull()
  })

  test('follows a task to another project, whatever the answer was asked to hold', async () => {
    const [one, other] = [await project(), await project()]
    const { id } = await task({ project: one.id, status: 'done' })
    await world.payload.update({
      collection: 'tasks',
      id,
      data: { project: other.id },
      select: { title: true },
    })
    expect([await progressOf(one.id), await progressOf(other.id)]).toEqual([null, 100])
    await patch(`/tasks/${id}?depth=2`, { project: null })
    expect(await progressOf(other.id)).toBeNull()
  })

  test('is right after two people moved one task to different projects at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const projects = [await project(), await project(), await project()]
      const [from, left, right] = projects.map(({ id }) => id)
      const { id } = await task({ project: from, status: 'done' })
      const move = (to: number | undefined) => patch(`/tasks/${id}`, { project: to })
      const answers = await Promise.all([move(left), move(right)])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const home = (await readTask(id))['project']
      for (const each of projects) {
        expect(await progressOf(each.id)).toBe(each.id === home ? 100 : null)
      }
    }
  })

  test('is right after tasks were added and finished all at once', async () => {
    const { id } = await project()
    const tasks = await Promise.all(
      Array.from({ length: 8 }, () =>
        world.rest('POST', '/tasks', { title: 'x', project: id }, { user: world.as.manager }),
      ),
    )
    expect(tasks.map(({ status }) => status)).toEqual(Array(8).fill(201))
    const finished = await Promise.all(
      tasks.map(({ body }) => patch(`/tasks/${body.doc['id']}`, { status: 'done' })),
    )
    expect(finished.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await progressOf(id)).toBe(100)
  })

  test('is not undone by an edit of the project at the same time', async () => {
    const { id } = await project()
    const tasks = await Promise.all(Array.from({ length: 4 }, () => task({ project: id })))
    const answers = await Promise.all([
      ...tasks.map((each) => patch(`/tasks/${each.id}`, { status: 'done' })),
      ...tasks.map((_, index) => patch(`/service-projects/${id}`, { title: `Сайт ${index}` })),
    ])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await progressOf(id)).toBe(100)
  })

  test('and dates that were written while an edit waited for the row are kept', async () => {
    const { id } = await project()
    const other = await world.payload.db.pool.connect()
    try {
      await other.query('BEGIN')
      await other.query('SELECT 1 FROM service_projects WHERE id = $1 FOR UPDATE', [id])
      const edit = patch(`/service-projects/${id}`, { title: 'Другой' })
      await until(async () => {
        const { rows } = await world.sql.query<{ waiting: boolean }>(
          'SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted) AS waiting',
        )
        return rows[0]?.waiting === true
      }, 'an edit that waits')
      const written = 'progress = 77, status = $2, started_at = $3'
      const values = [id, 'in_progress', '2026-11-01T08:00:00.000Z']
      await other.query(`UPDATE service_projects SET ${written} WHERE id = $1`, values)
      await other.query('COMMIT')
      expect((await edit).status).toBe(200)
    } finally {
      other.release()
    }
    expect(await readProject(id)).toMatchObject({
      title: 'Другой',
      progress: 77,
      status: 'in_progress',
      startedAt: '2026-11-01T08:00:00.000Z',
    })
  })

  test('does not make the project look edited', async () => {
    const { id, updatedAt } = await project()
    await task({ project: id })
    expect((await readProject(id))['updatedAt']).toBe(updatedAt)
  })
})

test('projects are found by the services they are about', async () => {
  await project({ title: 'Особый', serviceNames: ['Логотип', 'Фирменный стиль'] })
  const path = `/service-projects?where[serviceNames][like]=${encodeURIComponent('логотип')}`
  const { body } = await world.rest('GET', path, undefined, { user: world.as.viewer })
  expect(body.docs.map(({ title }) => title)).toEqual(['Особый'])
})

describe('EV-10 a task', () => {
  test('is made of a title alone, and asked for by whoever made it', async () => {
    const { body, status } = await world.rest(
      'POST',
      '/tasks?depth=0',
      { title: 'Позвонить' },
      { user: world.as.manager },
    )
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      status: 'todo',
      priority: 'normal',
      order: 0,
      reporter: world.as.manager.id,
    })
    const given = { title: 'x', reporter: world.as.admin.id }
    const other = await world.rest('POST', '/tasks?depth=0', given, { user: world.as.manager })
    expect(other.body.doc['reporter']).toBe(world.as.admin.id)
  })

  test.each([
    [{}],
    [{ title: 'x', priority: 'someday' }],
    [{ title: 'x', project: 999_999 }],
    [{ title: 'x', assignee: 999_999 }],
    [{ title: 'x', dueAt: 'soon' }],
    [{ title: 'x', order: 1.5 }],
    [{ title: 'x', checklist: [{ done: true }] }],
  ])('is refused: %j', async (data) => {
    const user = world.as.manager
    expect((await world.rest('POST', '/tasks', data, { user })).status).toBe(400)
  })

  test('is not given to a customer, but stays editable when its assignee left the team', async () => {
    const refused = await world.rest(
      'POST',
      '/tasks',
      { title: 'x', assignee: world.as.customer.id },
      { user: world.as.manager },
    )
    expect([refused.status, textOf(refused.body)]).toEqual([
      400,
      expect.stringContaining('Assignee'),
    ])
    const leaver = await world.make('users', {
      email: 'leaver@example.test',
      password: 'correct horse battery staple',
      role: 'viewer',
    })
    const { id } = await task({ assignee: leaver.id })
    await world.payload.update({ collection: 'users', id: leaver.id, data: { role: 'customer' } })
    expect((await patch(`/tasks/${id}`, { status: 'done' })).status).toBe(200)
  })

  test('stays editable when its lead is in the trash', async () => {
    const lead = await world.make('leads', { name: 'Анна' })
    const { id } = await task({ lead: lead.id })
    await world.payload.update({ collection: 'leads', id: lead.id, data: { deletedAt: now() } })
    expect((await patch(`/tasks/${id}`, { title: 'y' })).status).toBe(200)
    expect((await patch(`/tasks/${(await task()).id}`, { lead: lead.id })).status).toBe(400)
  })

  test('notes when it began and when it was done; reopened, it is not done', async () => {
    const { id } = await task()
    await patch(`/tasks/${id}`, { status: 'in_progress' })
    const startedAt = now()
    world.clock.advance(60_000)
    await patch(`/tasks/${id}`, { status: 'done' })
    expect(await readTask(id)).toMatchObject({ startedAt, completedAt: now() })
    await patch(`/tasks/${id}`, { status: 'in_progress' })
    expect(await readTask(id)).toMatchObject({ startedAt, completedAt: null })
  })

  test('EV-11 does not jump from cancelled to done', async () => {
    const { id } = await task({ status: 'cancelled' })
    const answer = await patch(`/tasks/${id}`, { status: 'done' })
    expect(answer.status).toBe(400)
    expect(textOf(answer.body)).toMatch(/"cancelled" to "done".*Allowed: todo/)
  })

  test('of two that finish and cancel it at once, one wins', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await task()
      const answers = await Promise.all([
        patch(`/tasks/${id}`, { status: 'done' }),
        patch(`/tasks/${id}`, { status: 'cancelled' }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    }
  })

  test('lists show what is open first, by its due date', async () => {
    const lead = (await world.make('leads', { name: 'Анна' })).id
    const day = (number: number) => `2026-12-0${number}T12:00:00.000Z`
    await task({ lead, title: 'done', status: 'done', dueAt: day(1) })
    await task({ lead, title: 'later', dueAt: day(3) })
    await task({ lead, title: 'sooner', dueAt: day(2) })
    const path = `/tasks?where[lead][equals]=${lead}`
    const { body } = await world.rest('GET', path, undefined, { user: world.as.viewer })
    expect(body.docs.map(({ title }) => title)).toEqual(['sooner', 'later', 'done'])
  })
})

describe('who may', () => {
  test.each([
    ['admin', [200, 201, 200, 200]],
    ['manager', [200, 201, 200, 403]],
    ['viewer', [200, 403, 403, 403]],
    ['customer', [404, 403, 403, 403]],
  ] as const)('%s with projects: read, create, update, delete → %j', async (role, expected) => {
    const { id } = await project()
    const user = world.as[role]
    const path = `/service-projects/${id}`
    const statuses = [
      await world.rest('GET', path, undefined, { user }),
      await world.rest('POST', '/service-projects', { title: 'x' }, { user }),
      await world.rest('PATCH', path, { title: 'y' }, { user }),
      await world.rest('DELETE', path, undefined, { user }),
    ].map(({ status }) => status)
    expect(statuses).toEqual(expected)
  })

  test.each([
    ['manager', [200, 201, 200, 200]],
    ['viewer', [200, 403, 403, 403]],
    ['customer', [403, 403, 403, 403]],
  ] as const)('%s with tasks: read, create, update, delete → %j', async (role, expected) => {
    const { id } = await task()
    const user = world.as[role]
    const statuses = [
      await world.rest('GET', `/tasks/${id}`, undefined, { user }),
      await world.rest('POST', '/tasks', { title: 'x' }, { user }),
      await world.rest('PATCH', `/tasks/${id}`, { title: 'y' }, { user }),
      await world.rest('DELETE', `/tasks/${id}`, undefined, { user }),
    ].map(({ status }) => status)
    expect(statuses).toEqual(expected)
  })

  test('a client sees the projects that name them, without notes, lead and tasks', async () => {
    const lead = (await world.make('leads', { name: 'Анна' })).id
    const own = await project({ client: world.as.customer.id, note: 'тайна', lead })
    await task({ project: own.id, title: 'внутреннее' })
    const foreign = await project({ client: world.as.viewer.id })
    const user = world.as.customer
    const { body } = await world.rest('GET', '/service-projects?depth=2', undefined, { user })
    expect(body.docs.map(({ id }) => id)).toEqual([own.id])
    expect(body.docs[0]).toMatchObject({ title: 'Сайт', status: 'planned', progress: 0 })
    expect(JSON.stringify(body)).not.toMatch(/тайна|внутреннее|Анна/)
    const path = `/service-projects/${foreign.id}`
    expect((await world.rest('GET', path, undefined, { user })).status).toBe(404)
    const { data } = await world.graphql('{ ServiceProjects { docs { id note } } }', { user })
    expect(data?.['ServiceProjects']).toEqual({ docs: [{ id: own.id, note: null }] })
    expect((await world.rest('GET', '/service-projects')).status).toBe(403)
  })
})
