import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type CrmWorld, openCrmWorld } from '../../support/events/crmWorld.ts'

let world: CrmWorld

beforeAll(async () => {
  world = await openCrmWorld()
}, 300_000)

afterAll(async () => world?.close())

const question = { blockType: 'text', name: 'name', label: 'Имя' }
const smallest = { title: 'Обратный звонок', fields: [question] }
const russian = { 'accept-language': 'ru' }
const post = (data: Record<string, unknown>, headers: Record<string, string> = {}) =>
  world.rest('POST', '/forms?locale=ru', data, { user: world.as.manager, headers })
const textOf = (body: unknown): string => JSON.stringify(body).replaceAll('\\"', '"')

describe('EV-10 a form', () => {
  test('is made of a title and one question', async () => {
    const { body, status } = await post(smallest)
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      active: true,
      slug: expect.stringMatching(/^obratnyi?y?-zvonok/),
      protection: { maxSubmissions: 5, perMinutes: 10, honeypot: 'website' },
      lead: { enabled: false },
    })
  })

  test('takes every kind of question', async () => {
    const kinds = ['text', 'email', 'phone', 'textarea', 'checkbox', 'number', 'date', 'hidden']
    const fields: Record<string, unknown>[] = kinds.map((blockType) => ({
      blockType,
      name: `a_${blockType}`,
      label: blockType,
    }))
    fields.push({
      blockType: 'select',
      name: 'choice',
      label: 'x',
      options: [{ value: 'a', label: 'А' }],
    })
    const { body, status } = await post({ title: 'Все вопросы', fields })
    expect(status).toBe(201)
    expect(body.doc['fields']).toHaveLength(9)
  })

  test('gives its copy an address of its own', async () => {
    const { body } = await post({ title: 'Копия', fields: [question] })
    const id = String(body.doc['id'])
    const copy = await world.rest('POST', `/forms/${id}/duplicate`, {}, { user: world.as.manager })
    expect(copy.status).toBe(200)
    expect(copy.body.doc['slug']).not.toBe(body.doc['slug'])
  })

  test('keeps its texts in both languages', async () => {
    const { body } = await post(smallest)
    const id = Number(body.doc['id'])
    const english = await world.rest(
      'PATCH',
      `/forms/${id}?locale=en`,
      { title: 'Call me back', submitLabel: 'Send' },
      { user: world.as.manager },
    )
    expect(english.status).toBe(200)
    const { body: all } = await world.rest('GET', `/forms/${id}?locale=all`, undefined, {
      user: world.as.viewer,
    })
    expect(all['title']).toEqual({ ru: 'Обратный звонок', en: 'Call me back' })
  })

  test('is saved in English before every question is translated, as the admin does it', async () => {
    const { body } = await post(smallest)
    const path = `/forms/${body.doc['id']}?locale=en&fallback-locale=none`
    const user = world.as.manager
    const untranslated = (await world.rest('GET', path, undefined, { user })).body
    expect(untranslated['fields']).toMatchObject([{ name: 'name' }])
    const saved = await world.rest('PATCH', path, { ...untranslated, title: 'Call me' }, { user })
    expect(saved.status).toBe(200)
    const { body: russianForm } = await world.rest('GET', path.replace('=en', '=ru'))
    expect(russianForm['fields']).toMatchObject([{ name: 'name', label: 'Имя' }])
  })

  const two = (other: Record<string, unknown>) => ({ ...smallest, fields: [question, other] })
  const lead = (mapping: Record<string, unknown>) => ({
    ...smallest,
    lead: { enabled: true, ...mapping },
  })
  test.each([
    ['without questions', { title: 'x', fields: [] }, /fields|row/i, /fields|row|строк/i],
    [
      'a question without words',
      two({ ...question, name: 'b', label: ' ' }),
      /Write the question/,
      /Напишите вопрос/,
    ],
    ['a name used twice', two(question), /"name" is used twice/, /«name» встречается дважды/],
    [
      'a name with spaces',
      two({ ...question, name: 'мой вопрос' }),
      /Latin letters/,
      /латинские буквы/,
    ],
    [
      'a name of JavaScript’s',
      two({ ...question, name: 'constructor' }),
      /Latin letters/,
      /латинские буквы/,
    ],
    [
      'impossible lengths',
      two({ ...question, name: 'b', minLength: 9, maxLength: 3 }),
      /upper limit 3 is below/,
      /Верхняя граница 3/,
    ],
    [
      'impossible numbers',
      two({ blockType: 'number', name: 'b', label: 'x', min: 2, max: 1 }),
      /upper limit 1 is below/,
      /Верхняя граница 1/,
    ],
    [
      'a choice listed twice',
      two({
        blockType: 'select',
        name: 'b',
        label: 'x',
        options: [{ value: 'a' }, { value: 'a' }],
      }),
      /"a" is used twice/,
      /«a» встречается дважды/,
    ],
    [
      'a trap that is a question',
      { ...smallest, protection: { honeypot: 'name' } },
      /taken for a robot/,
      /сойдут за роботов/,
    ],
    [
      'a lead filled from nowhere',
      lead({ phone: 'telephone' }),
      /no question called "telephone"/,
      /нет вопроса с именем «telephone»/,
    ],
    [
      'an address of digits',
      { ...smallest, slug: '12' },
      /at least one letter/,
      /хотя бы одна буква/,
    ],
    [
      'a redirect to a script',
      { ...smallest, confirmation: { type: 'redirect', redirectUrl: 'javascript:alert(1)' } },
      /begins with https/,
      /начинается с https/,
    ],
    [
      'a redirect to another site in disguise',
      { ...smallest, confirmation: { type: 'redirect', redirectUrl: '//evil.example' } },
      /begins with https/,
      /начинается с https/,
    ],
  ])('is refused: %s', async (_story, data, en, ru) => {
    const english = await post(data)
    expect([english.status, textOf(english.body)]).toEqual([400, expect.stringMatching(en)])
    const inRussian = await post(data, russian)
    expect([inRussian.status, textOf(inRussian.body)]).toEqual([400, expect.stringMatching(ru)])
  })

  test('may not take away the question that fills its lead', async () => {
    const { body } = await post({
      ...smallest,
      fields: [question, { ...question, name: 'tel' }],
      lead: { enabled: true, phone: 'tel' },
    })
    const answer = await world.rest(
      'PATCH',
      `/forms/${body.doc['id']}?locale=ru`,
      { fields: [question] },
      { user: world.as.manager },
    )
    expect(answer.status).toBe(400)
  })
})

describe('who sees what', () => {
  test('a visitor reads forms that take answers, without what the team set up', async () => {
    const open = await world.make('forms', {
      ...smallest,
      lead: { enabled: true, assignee: world.as.manager.id },
    })
    const closed = await world.make('forms', { ...smallest, active: false })
    await world.make('form-submissions', { form: open.id, values: [{ name: 'name', value: 'x' }] })
    const answer = await world.rest('GET', `/forms/${open.id}`)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body)).toContain('fields')
    expect(answer.body['lead']).toBeUndefined()
    expect(answer.body['protection']).toBeUndefined()
    expect(answer.body['submissions']).toBeUndefined()
    expect((await world.rest('GET', `/forms/${closed.id}`)).status).toBe(404)
    const { data } = await world.graphql(
      `{ Forms(where: { id: { in: [${open.id}, ${closed.id}] } }) { docs { id lead { enabled } } } }`,
    )
    expect(JSON.stringify(data)).not.toContain(`"id":${closed.id}`)
    expect(JSON.stringify(data)).not.toContain('"enabled":true')
  })

  test.each([
    ['viewer', [403, 403, 403]],
    ['customer', [403, 403, 403]],
    ['manager', [201, 200, 200]],
  ] as const)('%s: create, update, delete → %j', async (role, expected) => {
    const { id } = await world.make('forms', smallest)
    const user = world.as[role]
    const statuses = [
      await world.rest('POST', '/forms', smallest, { user }),
      await world.rest('PATCH', `/forms/${id}`, { active: false }, { user }),
      await world.rest('DELETE', `/forms/${id}`, undefined, { user }),
    ].map(({ status }) => status)
    expect(statuses).toEqual(expected)
  })
})

describe('answers', () => {
  const answered = async () => {
    const { id } = await world.make('forms', smallest)
    const values = [{ name: 'name', value: 'Анна' }]
    return { id, submission: await world.make('form-submissions', { form: id, values }) }
  }

  test('keep their form from being deleted', async () => {
    const { id } = await answered()
    const remove = (headers: Record<string, string> = {}) =>
      world.rest('DELETE', `/forms/${id}`, undefined, { user: world.as.admin, headers })
    const english = await remove()
    expect([english.status, textOf(english.body)]).toEqual([
      409,
      expect.stringContaining('This form has answers (1)'),
    ])
    expect(textOf((await remove(russian)).body)).toContain('На эту форму есть ответы (1)')
    expect(
      await world.payload.count({ collection: 'forms', where: { id: { equals: id } } }),
    ).toEqual({ totalDocs: 1 })
  })

  test('are called by what was answered, with the question as it was then', async () => {
    const { id, submission } = await answered()
    expect(submission).toMatchObject({ title: 'Анна', values: [{ label: 'Имя', value: 'Анна' }] })
    const fields = [{ ...question, label: 'Как вас зовут?' }]
    await world.payload.update({ collection: 'forms', id, data: { fields } })
    const later = await world.payload.findByID({
      collection: 'form-submissions',
      id: submission.id,
    })
    expect(later['values'][0]?.label).toBe('Имя')
  })

  test.each([
    ['admin', [200, 201, 403, 200]],
    ['manager', [200, 201, 403, 403]],
    ['viewer', [200, 403, 403, 403]],
    ['customer', [403, 403, 403, 403]],
  ] as const)('%s: read, create, update, delete → %j', async (role, expected) => {
    const { id, submission } = await answered()
    const user = world.as[role]
    const path = `/form-submissions/${submission.id}`
    const data = { form: id, values: [{ name: 'name', value: 'x' }] }
    const statuses = [
      await world.rest('GET', path, undefined, { user }),
      await world.rest('POST', '/form-submissions', data, { user }),
      await world.rest('PATCH', path, { page: 'x' }, { user }),
      await world.rest('DELETE', path, undefined, { user }),
    ].map(({ status }) => status)
    expect(statuses).toEqual(expected)
  })

  test('are found by what was answered', async () => {
    const { id } = await world.make('forms', smallest)
    const values = [{ name: 'name', value: 'Евлампий' }]
    await world.make('form-submissions', { form: id, values })
    const path = `/form-submissions?where[values.value][like]=${encodeURIComponent('евлампий')}`
    const { body } = await world.rest('GET', path, undefined, { user: world.as.viewer })
    expect(body.docs).toHaveLength(1)
  })

  test('are closed to visitors, who answer through the form', async () => {
    const { id, submission } = await answered()
    expect((await world.rest('GET', `/form-submissions/${submission.id}`)).status).toBe(403)
    const data = { form: id, values: [{ name: 'name', value: 'x' }] }
    expect((await world.rest('POST', '/form-submissions', data)).status).toBe(403)
    const { data: found } = await world.graphql('{ FormSubmissions { docs { title } } }')
    expect(found?.['FormSubmissions'] ?? null).toBeNull()
  })

  const value = { name: 'name', value: 'x' }
  test.each([
    ['without a form', { form: undefined }],
    ['of a form that is not there', { form: 999_999 }],
    ['of no id at all', { form: 'abc' }],
    ['that are none', { values: [] }],
    ['without a name', { values: [{ value: 'x' }] }],
    ['that are text', { values: 'x' }],
    ['with an empty row', { values: [null] }],
    ['with a row of text', { values: ['x'] }],
  ])('are refused: %s', async (_story, data) => {
    const { id } = await world.make('forms', smallest)
    const body = { form: id, values: [value], ...data }
    const { status } = await world.rest('POST', '/form-submissions', body, {
      user: world.as.manager,
    })
    expect(status).toBe(400)
  })
})
