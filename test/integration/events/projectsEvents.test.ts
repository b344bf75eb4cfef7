import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type CrmWorld, openCrmWorld } from '../../support/events/crmWorld.ts'
import { crmWriters } from '../../support/events/crmWriters.ts'

let world: CrmWorld

beforeAll(async () => {
  world = await openCrmWorld()
}, 300_000)

afterAll(async () => world?.close())

const project = (data: Record<string, unknown> = {}) =>
  world.make('service-projects', { title: 'Сайт', ...data })
const task = (data: Record<string, unknown> = {}) =>
  world.make('tasks', { title: 'Макет', ...data })

describe.each(crmWriters(() => world))('over $api', ({ create, update }) => {
  test('EV-03 project.created', async () => {
    const act = () => create('service-projects', { title: 'Сайт', status: 'planned' })
    expect(await world.typesOf(act)).toEqual(['project.created'])
  })

  test('EV-03 project.started, project.completed, one each in the life of a project', async () => {
    const { id } = await project()
    const to = (status: string) => world.typesOf(() => update('service-projects', id, { status }))
    expect(await to('in_progress')).toEqual(['project.started'])
    expect(await to('on_hold')).toEqual([])
    expect(await to('in_progress')).toEqual([])
    expect(await to('completed')).toEqual(['project.completed'])
  })

  test('EV-03 project.created beside what the project is born with', async () => {
    const born = (status: string) =>
      world.typesOf(() => create('service-projects', { title: 'Сайт', status }))
    expect(await born('in_progress')).toEqual(['project.created', 'project.started'])
    expect(await born('completed')).toEqual(['project.created', 'project.completed'])
    expect(await born('on_hold')).toEqual(['project.created'])
  })

  test('EV-03 task.created', async () => {
    expect(await world.typesOf(() => create('tasks', { title: 'Макет', status: 'todo' }))).toEqual([
      'task.created',
    ])
  })

  test('EV-03 task.assigned: on creation, on setting and on changing, not on taking away', async () => {
    const { admin, manager } = world.as
    const born = () => create('tasks', { title: 'Макет', status: 'todo', assignee: manager.id })
    expect(await world.typesOf(born)).toEqual(['task.created', 'task.assigned'])
    const { id } = await task()
    const give = (assignee: number | string | null) =>
      world.eventsOf(() => update('tasks', id, { assignee }))
    const [set, ...more] = await give(manager.id)
    expect(more).toEqual([])
    expect(set).toMatchObject({
      type: 'task.assigned',
      data: { assignee: manager.id, previousAssignee: null, changed: ['assignee'] },
    })
    expect(await give(manager.id)).toEqual([])
    const [changed] = await give(admin.id)
    expect(changed?.data).toMatchObject({ assignee: admin.id, previousAssignee: manager.id })
    expect(await give(null)).toEqual([])
  })

  test('EV-03 task.completed: when it is done, and again after it was reopened', async () => {
    const { id } = await task()
    const to = (status: string) => world.typesOf(() => update('tasks', id, { status }))
    expect(await to('in_progress')).toEqual([])
    expect(await to('done')).toEqual(['task.completed'])
    expect(await to('done')).toEqual([])
    expect(await to('in_progress')).toEqual([])
    expect(await to('done')).toEqual(['task.completed'])
  })

  test('EV-03 task.created, task.assigned and task.completed of a task born done', async () => {
    const act = () =>
      create('tasks', { title: 'Звонок', status: 'done', assignee: world.as.manager.id })
    expect(await world.typesOf(act)).toEqual(['task.created', 'task.assigned', 'task.completed'])
  })

  test('EV-03 task.assigned and task.completed in one save', async () => {
    const { id } = await task()
    const act = () => update('tasks', id, { status: 'done', assignee: world.as.viewer.id })
    expect(await world.typesOf(act)).toEqual(['task.assigned', 'task.completed'])
  })
})

describe('saves that mean nothing', () => {
  test('fields that no event is about, and a save that changes nothing', async () => {
    const { id } = await task({ assignee: world.as.manager.id, status: 'done' })
    const save = (data: Record<string, unknown>) =>
      world.typesOf(() => world.rest('PATCH', `/tasks/${id}`, data, { user: world.as.admin }))
    expect(await save({ title: 'Другое' })).toEqual([])
    expect(await save({ status: 'done', assignee: world.as.manager.id })).toEqual([])
  })

  test('the progress that a task gives its project', async () => {
    const { id } = await project({ status: 'in_progress' })
    const act = async () => task({ project: id, status: 'done' })
    expect(await world.typesOf(act)).toEqual(['task.created', 'task.completed'])
  })

  test('deletion', async () => {
    const [{ id: projectId }, { id: taskId }] = [await project(), await task()]
    const act = async () => {
      await world.payload.delete({ collection: 'tasks', id: taskId })
      await world.payload.delete({ collection: 'service-projects', id: projectId })
    }
    expect(await world.typesOf(act)).toEqual([])
  })
})

describe('copies and bulk changes', () => {
  test('a copy of a finished task begins anew, with the same assignee', async () => {
    const { id } = await task({ status: 'done', assignee: world.as.manager.id })
    const [created, assigned, ...more] = await world.eventsOf(() =>
      world.rest('POST', `/tasks/${id}/duplicate`, {}, { user: world.as.admin }),
    )
    expect([created?.type, assigned?.type, more]).toEqual(['task.created', 'task.assigned', []])
    expect(created?.data.current).toMatchObject({
      status: 'todo',
      startedAt: null,
      completedAt: null,
    })
  })

  test('a copy of a running project is planned', async () => {
    const { id } = await project({ status: 'in_progress' })
    const [created, ...more] = await world.eventsOf(() =>
      world.payload.duplicate({ collection: 'service-projects', id }),
    )
    expect(more).toEqual([])
    expect(created?.data.current).toMatchObject({ status: 'planned', startedAt: null })
  })

  test('tasks finished in bulk mean one task.completed each', async () => {
    const { id } = await project()
    for (const status of ['todo', 'review', 'done']) await task({ project: id, status })
    const act = () =>
      world.rest(
        'PATCH',
        `/tasks?where[project][equals]=${id}`,
        { status: 'done' },
        { user: world.as.manager },
      )
    expect(await world.typesOf(act)).toEqual(['task.completed', 'task.completed'])
    const { progress } = await world.payload.findByID({ collection: 'service-projects', id })
    expect(progress).toBe(100)
  })

  test('two saves at once that both finish a task mean one task.completed', async () => {
    const { id } = await task()
    const act = () =>
      Promise.all(
        Array.from({ length: 4 }, () =>
          world.rest('PATCH', `/tasks/${id}`, { status: 'done' }, { user: world.as.admin }),
        ),
      )
    expect(await world.typesOf(act)).toEqual(['task.completed'])
  })
})
