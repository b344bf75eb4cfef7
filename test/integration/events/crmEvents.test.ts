import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type CrmWorld, openCrmWorld } from '../../support/events/crmWorld.ts'
import { crmWriters } from '../../support/events/crmWriters.ts'

let world: CrmWorld
let form: number
let leadForm: number

const questions = [
  { blockType: 'text', name: 'name', label: 'Имя', required: true },
  { blockType: 'phone', name: 'phone', label: 'Телефон' },
]

beforeAll(async () => {
  world = await openCrmWorld()
  const protection = { maxSubmissions: 1000, perMinutes: 1 }
  form = (await world.make('forms', { title: 'Опрос', fields: questions, protection })).id
  leadForm = (
    await world.make('forms', {
      title: 'Заявка',
      fields: questions,
      protection,
      lead: { enabled: true },
    })
  ).id
}, 300_000)

afterAll(async () => world?.close())

const answers = { values: [{ name: 'name', label: 'Имя', value: 'Анна' }] }

describe.each(crmWriters(() => world))('over $api', ({ create, update }) => {
  test('EV-03 lead.created: once, when the lead is created', async () => {
    let id: number | string = 0
    expect(
      await world.typesOf(async () => {
        id = await create('leads', { name: 'Анна', status: 'in_work' })
      }),
    ).toEqual(['lead.created'])
    expect(await world.typesOf(() => update('leads', id, { status: 'won' }))).toEqual([])
    expect(await world.typesOf(() => update('leads', id, { name: 'Анна Смирнова' }))).toEqual([])
  })

  test('EV-03 form.submitted: once, when answers are stored', async () => {
    const [event, ...more] = await world.eventsOf(() =>
      create('form-submissions', { form, ...answers }),
    )
    expect(more).toEqual([])
    expect(event).toMatchObject({ type: 'form.submitted', data: { answers: { name: 'Анна' } } })
  })

  test('EV-03 form.submitted and lead.created, in this order, where the form makes leads', async () => {
    const act = () => create('form-submissions', { form: leadForm, ...answers })
    expect(await world.typesOf(act)).toEqual(['form.submitted', 'lead.created'])
  })
})

describe('through the public endpoint', () => {
  const submit = (id: number, values: Record<string, unknown>) =>
    world.rest('POST', `/forms/${id}/submit`, { values })

  test('EV-03 form.submitted', async () => {
    const [event, ...more] = await world.eventsOf(() =>
      submit(form, { name: 'Анна', phone: '8 916 123-45-67' }),
    )
    expect(more).toEqual([])
    expect(event).toMatchObject({
      type: 'form.submitted',
      data: {
        previous: null,
        changed: [],
        answers: { name: 'Анна', phone: '+79161234567' },
        current: { form, values: [{ name: 'name' }, { name: 'phone', shown: '8 916 123-45-67' }] },
      },
      meta: { collection: 'form-submissions', operation: 'create', userId: null },
    })
  })

  test('EV-03 form.submitted, then the lead.created of the same transaction', async () => {
    const [submitted, created, ...more] = await world.eventsOf(() =>
      submit(leadForm, { name: 'Анна', phone: '8 916 123-45-67' }),
    )
    expect(more).toEqual([])
    expect(submitted?.type).toBe('form.submitted')
    expect(created).toMatchObject({
      type: 'lead.created',
      data: {
        current: {
          name: 'Анна',
          phone: '+79161234567',
          source: 'form',
          form: leadForm,
          submission: submitted?.data.current['id'],
        },
      },
    })
  })

  test('an answer that is refused means nothing', async () => {
    expect(await world.typesOf(() => submit(form, { phone: '12' }))).toEqual([])
  })

  test('a robot in the trap means nothing', async () => {
    const act = () => submit(leadForm, { name: 'Robot', website: 'http://spam.example' })
    expect(await world.typesOf(act)).toEqual([])
  })
})

describe('saves that mean nothing', () => {
  test('a lead saved again as it is', async () => {
    const { id } = await world.make('leads', { name: 'Анна', phone: '8 916 123-45-67' })
    const act = () =>
      world.rest(
        'PATCH',
        `/leads/${id}`,
        { name: 'Анна', phone: '8 916 123-45-67' },
        { user: world.as.manager },
      )
    expect(await world.typesOf(act)).toEqual([])
  })

  test('a lead put into the trash, taken back and deleted', async () => {
    const { id } = await world.make('leads', { name: 'Анна' })
    const asManager = { user: world.as.manager }
    const act = async () => {
      const deletedAt = new Date(world.clock.now()).toISOString()
      const trashed = await world.rest('PATCH', `/leads/${id}`, { deletedAt }, asManager)
      expect(trashed.status).toBe(200)
      expect((await world.rest('GET', `/leads/${id}`, undefined, asManager)).status).toBe(404)
      const path = `/leads/${id}?trash=true`
      expect((await world.rest('PATCH', path, { deletedAt: null }, asManager)).status).toBe(200)
      expect((await world.rest('DELETE', `/leads/${id}`, undefined, asManager)).status).toBe(200)
    }
    expect(await world.typesOf(act)).toEqual([])
  })

  test('leads changed in bulk', async () => {
    await world.make('leads', { name: 'Б', source: 'import' })
    await world.make('leads', { name: 'В', source: 'import' })
    const act = () =>
      world.rest(
        'PATCH',
        '/leads?where[source][equals]=import',
        { status: 'in_work' },
        { user: world.as.manager },
      )
    expect(await world.typesOf(act)).toEqual([])
  })

  test('a form created, changed and switched off', async () => {
    const act = async () => {
      const { id } = await world.make('forms', { title: 'Форма', fields: questions })
      await world.payload.update({ collection: 'forms', id, data: { active: false } })
    }
    expect(await world.typesOf(act)).toEqual([])
  })
})
