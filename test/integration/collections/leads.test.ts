import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { LeadStatus } from '../../../collections/crm/leads/leadStatusMachine.ts'
import { type CrmWorld, openCrmWorld } from '../../support/events/crmWorld.ts'
import { createApiKey } from '../../support/flow/createApiKey.ts'

let world: CrmWorld

beforeAll(async () => {
  world = await openCrmWorld()
}, 300_000)

afterAll(async () => world?.close())

const post = (data: Record<string, unknown>, headers: Record<string, string> = {}) =>
  world.rest('POST', '/leads', data, { user: world.as.manager, headers })
const patch = (id: number, data: Record<string, unknown>, headers: Record<string, string> = {}) =>
  world.rest('PATCH', `/leads/${id}`, data, { user: world.as.manager, headers })
const lead = (data: Record<string, unknown> = {}) => world.make('leads', { name: 'Анна', ...data })
const read = (id: number) => world.payload.findByID({ collection: 'leads', id, depth: 0 })
const russian = { 'accept-language': 'ru' }
const textOf = (body: unknown): string => JSON.stringify(body).replaceAll('\\"', '"')

describe('EV-10 a lead', () => {
  test.each([
    [{ name: 'Анна' }, 'Анна'],
    [{ phone: '8 916 123-45-67' }, '+79161234567'],
    [{ email: 'Anna@Example.TEST' }, 'anna@example.test'],
    [{ phoneRaw: 'спросить Анну' }, 'спросить Анну'],
    [{ message: ' Сколько \n стоит? ' }, 'Сколько стоит?'],
    [{ company: 'Север', email: 'a@b.test' }, 'Север'],
  ])('is made of %j alone, and called %s', async (data, title) => {
    const { body, status } = await post(data)
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ status: 'new', source: 'site', title })
  })

  test('is called by its name once it has one', async () => {
    const { id } = await lead({ name: null, phone: '+79161234567' })
    await patch(id, { name: 'Анна' })
    expect(await read(id)).toMatchObject({ title: 'Анна' })
  })

  test.each([
    [{}, 'Give at least a name', 'Укажите хотя бы имя'],
    [{ name: ' ', company: 'x', phone: '12' }, 'not a phone number', 'не номер телефона'],
    [{ phone: 'позвоните мне' }, 'not a phone number', 'не номер телефона'],
  ])('is refused: %j', async (data, en, ru) => {
    const english = await post(data)
    expect([english.status, textOf(english.body)]).toEqual([400, expect.stringContaining(en)])
    const inRussian = await post(data, russian)
    expect([inRussian.status, textOf(inRussian.body)]).toEqual([400, expect.stringContaining(ru)])
  })

  test.each([
    [{ name: 'x', email: 'nobody' }],
    [{ name: 'x', status: 'dreaming' }],
    [{ name: 'x', value: { amount: -1 } }],
    [{ name: 'x', assignee: 999_999 }],
    [{ name: 'x', form: 999_999 }],
    [{ name: 'x', submission: 'abc' }],
    [{ name: 'x', phone: 916 }],
    [{ name: 'x', message: 'я'.repeat(20_001) }],
  ])('is refused: %j', async (data) => {
    expect((await post(data)).status).toBe(400)
  })

  test('may not lose its last contact', async () => {
    const { id } = await lead()
    expect((await patch(id, { name: '' })).status).toBe(400)
    expect(await read(id)).toMatchObject({ name: 'Анна' })
  })

  test('is not given to a customer', async () => {
    const { body, status } = await post({ name: 'x', assignee: world.as.customer.id })
    expect([status, textOf(body)]).toEqual([400, expect.stringContaining('Responsible')])
  })

  test('stays editable when its responsible has left the team', async () => {
    const leaver = await world.make('users', {
      email: 'leaver@example.test',
      password: 'correct horse battery staple',
      role: 'manager',
    })
    const { id } = await lead({ assignee: leaver.id })
    await world.payload.update({ collection: 'users', id: leaver.id, data: { role: 'customer' } })
    expect((await patch(id, { status: 'in_work' })).status).toBe(200)
  })
})

describe('phones', () => {
  test.each([
    ['8 (916) 123-45-67', '+79161234567'],
    ['79161234567', '+79161234567'],
    ['+7 916 123 45 67 доб. 12', '+79161234567'],
    ['+375 29 123-45-67', '+375291234567'],
  ])('%s is saved as %s and as it was written', async (phone, expected) => {
    expect((await post({ phone })).body.doc).toMatchObject({ phone: expected, phoneRaw: phone })
  })

  test('the text is kept that another program brought along', async () => {
    const doc = (await post({ phone: '+79161234567', phoneRaw: 'моб.: 8-916…' })).body.doc
    expect(doc).toMatchObject({ phone: '+79161234567', phoneRaw: 'моб.: 8-916…' })
  })

  test('another number replaces both, an empty one removes both', async () => {
    const { id } = await lead({ phone: '8 916 123-45-67' })
    await patch(id, { phone: '8 903 111-22-33' })
    expect(await read(id)).toMatchObject({ phone: '+79031112233', phoneRaw: '8 903 111-22-33' })
    await patch(id, { phone: '' })
    expect(await read(id)).toMatchObject({ phone: null, phoneRaw: null })
  })

  test('the whole document saved back, as the admin does, changes nothing', async () => {
    const { id } = await lead({ phone: '8 916 123-45-67' })
    const before = await read(id)
    const { updatedAt: _, ...rest } = before
    await patch(id, rest)
    expect(await read(id)).toMatchObject(rest)
  })
})

describe('EV-11 the status', () => {
  test('does not jump from lost to won, in either language', async () => {
    const { id } = await lead({ status: 'lost' })
    const answer = await patch(id, { status: 'won' })
    expect(answer.status).toBe(400)
    expect(textOf(answer.body)).toMatch(/"lost" to "won".*Allowed: in_work/)
    expect(textOf((await patch(id, { status: 'won' }, russian)).body)).toContain(
      'Статус «lost» нельзя сменить на «won»',
    )
    const { errors } = await world.graphql(
      `mutation { updateLead(id: ${id}, data: { status: won }) { id } }`,
      { user: world.as.admin },
    )
    expect(errors.join(' ')).toContain('lost')
    expect(await read(id)).toMatchObject({ status: 'lost' })
  })

  test('is dated, and so is the end; taken up again, the lead is open', async () => {
    const at = (ms: number) => new Date(ms).toISOString()
    const created = world.clock.now()
    const { id } = await lead()
    expect(await read(id)).toMatchObject({ statusChangedAt: at(created), closedAt: null })
    world.clock.advance(60_000)
    await patch(id, { note: 'x' })
    expect(await read(id)).toMatchObject({ statusChangedAt: at(created) })
    await patch(id, { status: 'lost', lostReason: 'price', lostComment: 'дорого' })
    const lost = at(world.clock.now())
    expect(await read(id)).toMatchObject({ statusChangedAt: lost, closedAt: lost })
    world.clock.advance(60_000)
    await patch(id, { note: 'y' })
    expect(await read(id)).toMatchObject({ closedAt: lost, lostReason: 'price' })
    await patch(id, { status: 'in_work' })
    expect(await read(id)).toMatchObject({
      statusChangedAt: at(world.clock.now()),
      closedAt: null,
      lostReason: null,
      lostComment: null,
    })
  })

  test('of two that contradict each other at once, one wins', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await lead()
      const write = async (status: LeadStatus) => (await patch(id, { status })).status
      expect((await Promise.all([write('won'), write('lost')])).sort()).toEqual([200, 400])
    }
  })

  test('dates are not the caller’s to write over the API, but an import may bring them', async () => {
    const { body } = await post({ name: 'x', status: 'won', closedAt: '2001-01-01T00:00:00.000Z' })
    expect(body.doc['closedAt']).toBe(new Date(world.clock.now()).toISOString())
    const imported = await lead({ status: 'won', closedAt: '2020-05-01T00:00:00.000Z' })
    expect(imported['closedAt']).toBe('2020-05-01T00:00:00.000Z')
  })
})

describe('a number of another system', () => {
  test('belongs to one lead, however many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post({ name: 'x', externalSystem: 'amo', externalId: '77' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400])
  })

  test('left empty, it is shared by all', async () => {
    const one = await post({ name: 'x', externalSystem: '', externalId: '' })
    const two = await post({ name: 'y', externalSystem: '', externalId: ' ' })
    expect([one.status, two.status]).toEqual([201, 201])
  })
})

describe('consents', () => {
  test('are dated when they come without a date', async () => {
    const { body } = await post({ name: 'x', consents: [{ text: 'Согласен' }] })
    expect(body.doc['consents']).toEqual([
      expect.objectContaining({ text: 'Согласен', at: new Date(world.clock.now()).toISOString() }),
    ])
  })
})

describe('who may', () => {
  test.each([
    ['admin', [200, 201, 200, 200]],
    ['manager', [200, 201, 200, 200]],
    ['viewer', [200, 403, 403, 403]],
    ['customer', [403, 403, 403, 403]],
  ] as const)('%s: read, create, update, delete → %j', async (role, expected) => {
    const { id } = await lead()
    const user = world.as[role]
    const statuses = [
      await world.rest('GET', `/leads/${id}`, undefined, { user }),
      await world.rest('POST', '/leads', { name: 'x' }, { user }),
      await world.rest('PATCH', `/leads/${id}`, { note: 'x' }, { user }),
      await world.rest('DELETE', `/leads/${id}`, undefined, { user }),
    ].map(({ status }) => status)
    expect(statuses).toEqual(expected)
  })

  test('a visitor nothing, over REST and GraphQL', async () => {
    const { id } = await lead()
    expect((await world.rest('GET', `/leads/${id}`)).status).toBe(403)
    expect((await world.rest('POST', '/leads', { name: 'x' })).status).toBe(403)
    const { data, errors } = await world.graphql('{ Leads { docs { name phone } } }')
    expect(errors).not.toEqual([])
    expect(data?.['Leads'] ?? null).toBeNull()
  })

  test('a customer sees none over GraphQL', async () => {
    const { data } = await world.graphql('{ Leads { docs { name } } }', { user: world.as.customer })
    expect(data?.['Leads'] ?? null).toBeNull()
  })

  test('another program, with the key of a manager', async () => {
    const headers = await createApiKey(world.payload, world.as.manager)
    const answer = await world.rest('POST', '/leads', { phone: '8 916 123-45-67' }, { headers })
    expect(answer.status).toBe(201)
  })
})

test('lists are searched by phone, name and company, and filtered by status', async () => {
  await lead({ name: 'Зоя', company: 'Ромашка', phone: '+79990001122', status: 'qualified' })
  const find = async (query: string) =>
    (await world.rest('GET', `/leads?${query}`, undefined, { user: world.as.viewer })).body.docs
      .length
  expect(await find('where[phone][like]=9990001122')).toBe(1)
  expect(await find('where[company][like]=ромаш&where[status][equals]=qualified')).toBe(1)
  expect(await find('where[company][like]=ромаш&where[status][equals]=won')).toBe(0)
})
