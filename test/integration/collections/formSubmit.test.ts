import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type CrmWorld, openCrmWorld } from '../../support/events/crmWorld.ts'

let world: CrmWorld
let address = 0

beforeAll(async () => {
  world = await openCrmWorld()
}, 300_000)

afterAll(async () => world?.close())

type Call = { headers?: Record<string, string>; locale?: string } & Record<string, unknown>

/** A visitor of their own each time, unless the call says where from. */
const submit = (form: number | string, { headers = {}, locale, ...body }: Call) => {
  address += 1
  const from = { 'x-forwarded-for': `198.51.${Math.floor(address / 250)}.${address % 250}` }
  const query = locale === undefined ? '' : `?locale=${locale}`
  return world.rest('POST', `/forms/${form}/submit${query}`, body, {
    headers: { ...from, ...headers },
  })
}
const russian = { 'accept-language': 'ru' }
const codeOf = ({ body }: { body: { errors: unknown[] } }) =>
  (body.errors[0] as { code: string }).code
const fieldsOf = ({ body }: { body: { errors: unknown[] } }) =>
  (body.errors[0] as { details: { fields: { field: string; code: string; message: string }[] } })
    .details.fields
const name = { blockType: 'text', name: 'name', label: 'Имя', required: true }
const phone = { blockType: 'phone', name: 'phone', label: 'Телефон' }
const form = (data: Record<string, unknown> = {}) =>
  world.make('forms', { title: 'Заявка', fields: [name, phone], ...data })
const stored = async (id: number) =>
  (await world.payload.find({ collection: 'form-submissions', where: { form: { equals: id } } }))
    .docs
const leadsOf = async (id: number) =>
  (await world.payload.find({ collection: 'leads', where: { form: { equals: id } }, depth: 0 }))
    .docs

describe('POST /api/forms/:id/submit', () => {
  test('stores what a visitor answered, by id or by slug', async () => {
    const { id, slug } = await form()
    const answer = await submit(id, {
      values: { name: ' Анна ', phone: '8 916 123-45-67' },
      page: 'https://studio.example/a?utm_source=yandex&utm_campaign=msk&yclid=1',
      referrer: 'https://yandex.ru/',
      utm: { campaign: 'spb' },
      headers: {
        ...russian,
        'x-forwarded-for': '203.0.113.77',
        'user-agent': 'Mozilla/5.0',
      },
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({ ok: true, message: 'Спасибо!', redirect: null })
    expect((await submit(String(slug), { values: { name: 'Борис' } })).status).toBe(201)
    const [second, first] = await stored(id)
    expect(second).toMatchObject({ title: 'Борис' })
    expect(first).toMatchObject({
      title: 'Анна, 8 916 123-45-67',
      values: [
        { name: 'name', label: 'Имя', value: 'Анна' },
        { name: 'phone', label: 'Телефон', value: '+79161234567', shown: '8 916 123-45-67' },
      ],
      page: 'https://studio.example/a?utm_source=yandex&utm_campaign=msk&yclid=1',
      referrer: 'https://yandex.ru/',
      utm: { source: 'yandex', campaign: 'spb', yclid: '1', medium: null },
      locale: 'ru',
      ip: '203.0.113.0',
      userAgent: 'Mozilla/5.0',
    })
    expect(JSON.stringify(first)).not.toContain('203.0.113.77')
  })

  test('speaks the visitor’s language, and the page may name it', async () => {
    const { id } = await form()
    await world.payload.update({
      collection: 'forms',
      id,
      locale: 'en',
      data: { title: 'Request', confirmation: { message: 'We will call you.' } },
    })
    const values = { name: 'x' }
    expect((await submit(id, { values })).body['message']).toBe('We will call you.')
    expect((await submit(id, { values, headers: russian })).body['message']).toBe('Спасибо!')
    const asked = await submit(id, { values, locale: 'en', headers: russian })
    expect(asked.body['message']).toBe('We will call you.')
    expect((await stored(id)).map(({ locale }) => locale).sort()).toEqual(['en', 'en', 'ru'])
  })

  test('sends on to another page', async () => {
    const { id } = await form({ confirmation: { type: 'redirect', redirectUrl: '/thanks' } })
    const { body } = await submit(id, { values: { name: 'x' } })
    expect(body).toEqual({ ok: true, message: null, redirect: '/thanks' })
  })

  test('keeps the consents that were given, in their words and with the time', async () => {
    const tick = (key: string, label: string, required = false) => ({
      blockType: 'checkbox',
      name: key,
      label,
      required,
      isConsent: true,
      documentUrl: `/docs/${key}`,
    })
    const fields = [name, tick('personal', 'Согласие на обработку', true), tick('ads', 'Реклама')]
    const { id } = await form({ fields, lead: { enabled: true } })
    const refused = await submit(id, { values: { name: 'x', personal: false } })
    expect(fieldsOf(refused)).toMatchObject([{ field: 'personal', code: 'required' }])
    await submit(id, { values: { name: 'x', personal: true, ads: false } })
    const expected = [
      {
        text: 'Согласие на обработку',
        documentUrl: '/docs/personal',
        at: new Date(world.clock.now()).toISOString(),
      },
    ]
    expect((await stored(id))[0]?.['consents']).toMatchObject(expected)
    expect((await leadsOf(id))[0]?.['consents']).toMatchObject(expected)
  })
})

describe('a refusal', () => {
  test('names every answer that does not fit, in English and in Russian', async () => {
    const { id } = await form()
    const values = { phone: '12', colour: 'red' }
    const english = await submit(id, { values })
    expect([english.status, codeOf(english)]).toEqual([400, 'FLOW_FORM_ANSWERS_INVALID'])
    expect(fieldsOf(english)).toEqual([
      { field: 'colour', code: 'unknown', message: 'the form has no such question' },
      { field: 'name', code: 'required', message: 'please fill this in' },
      { field: 'phone', code: 'not_phone', message: expect.stringContaining('not a phone') },
    ])
    const inRussian = await submit(id, { values, headers: russian })
    expect(inRussian.body.errors[0]?.message).toContain('Имя: заполните это поле')
    expect(await stored(id)).toEqual([])
  })

  test.each([
    ['no such id', 999_999, 404, 'FLOW_FORM_NOT_FOUND'],
    ['an id that no database holds', '99999999999999', 404, 'FLOW_FORM_NOT_FOUND'],
    ['no such slug', 'nowhere', 404, 'FLOW_FORM_NOT_FOUND'],
    ['a slug made of SQL', "x'%20or%201=1--", 404, 'FLOW_FORM_NOT_FOUND'],
    ['a path with NUL', 'a%00b', 400, 'FLOW_API_INPUT_INVALID'],
  ])('%s', async (_story, id, status, code) => {
    const answer = await submit(id, { values: { name: 'x' } })
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  test('for a form that was switched off, in both languages', async () => {
    const { id } = await form({ active: false })
    const answer = await submit(id, { values: { name: 'x' }, headers: russian })
    expect([answer.status, codeOf(answer)]).toEqual([410, 'FLOW_FORM_CLOSED'])
    expect(answer.body.errors[0]?.message).toBe('форма больше не принимает ответы')
    expect((await world.rest('GET', `/forms/${id}/definition`)).status).toBe(410)
  })

  test.each([
    ['no answers at all', {}, 'FLOW_API_INPUT_INVALID'],
    ['members that nobody asked for', { values: { name: 'x' }, ip: '1' }, 'FLOW_API_INPUT_INVALID'],
    ['answers that are a list', { values: ['x'] }, 'FLOW_API_INPUT_INVALID'],
    ['an answer that is an object', { values: { name: {} } }, 'FLOW_FORM_ANSWERS_INVALID'],
    ['an answer with NUL', { values: { name: 'a\0b' } }, 'FLOW_FORM_ANSWERS_INVALID'],
    ['a page with NUL', { values: { name: 'x' }, page: 'a\0b' }, 'FLOW_API_INPUT_INVALID'],
    [
      'a question of JavaScript’s',
      { values: { name: 'x', toString: 'y' } },
      'FLOW_FORM_ANSWERS_INVALID',
    ],
  ])('%s', async (_story, body, code) => {
    const { id } = await form()
    const answer = await submit(id, body)
    expect([answer.status, codeOf(answer)]).toEqual([400, code])
    expect(await stored(id)).toEqual([])
  })

  test('a member called __proto__ changes nothing', async () => {
    const { id } = await form()
    const values = JSON.parse('{ "name": "x", "__proto__": { "phone": "12" } }')
    expect((await submit(id, { values })).status).toBeLessThan(500)
    expect((await stored(id)).map(({ title }) => title)).toEqual(['x'])
  })

  test('for a body that is no JSON, or too much of it', async () => {
    const { id } = await form()
    const large = await submit(id, { values: { name: 'x'.repeat(70_000) } })
    expect([large.status, codeOf(large)]).toEqual([413, 'FLOW_API_BODY_TOO_LARGE'])
    const typed = await submit(id, {
      values: { name: 'x' },
      headers: { 'content-type': 'text/plain' },
    })
    expect([typed.status, codeOf(typed)]).toEqual([415, 'FLOW_API_BODY_TYPE'])
  })
})

describe('against robots', () => {
  test('the trap thanks as always and stores nothing', async () => {
    const { id } = await form({ lead: { enabled: true } })
    const values = { name: 'Robot', website: 'http://spam.example' }
    const trapped = await submit(id, { values })
    const honest = await submit(id, { values: { name: 'Анна', website: '' } })
    expect(trapped.status).toBe(honest.status)
    expect(trapped.body).toEqual(honest.body)
    expect([...trapped.headers.keys()].sort()).toEqual([...honest.headers.keys()].sort())
    expect((await stored(id)).map(({ title }) => title)).toEqual(['Анна'])
    expect(await leadsOf(id)).toHaveLength(1)
  })

  test('a form without a trap takes no such answer', async () => {
    const { id } = await form({ protection: { honeypot: '' } })
    const answer = await submit(id, { values: { name: 'x', website: '' } })
    expect(fieldsOf(answer)).toMatchObject([{ field: 'website', code: 'unknown' }])
  })

  test('one address answers a form so often and no more; the others go on', async () => {
    const protection = { maxSubmissions: 3, perMinutes: 10 }
    const [one, other] = [await form({ protection }), await form({ protection })]
    const headers = { 'x-forwarded-for': '192.0.2.1' }
    const values = { name: 'x' }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => submit(one.id, { values, headers })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429, 429])
    const refused = answers.find(({ status }) => status === 429)
    expect(refused && codeOf(refused)).toBe('FLOW_RATE_LIMITED')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await stored(one.id)).toHaveLength(3)
    const inRussian = await submit(one.id, { values, headers: { ...headers, ...russian } })
    expect(inRussian.body.errors[0]?.message).toContain('слишком часто')
    expect((await submit(other.id, { values, headers })).status).toBe(201)
    expect((await submit(one.id, { values })).status).toBe(201)
  })

  test('a form that takes time needs the token of its questions, and the time', async () => {
    const { id } = await form({ protection: { minFillSeconds: 5 } })
    const other = await form()
    const tokenOf = async (of: number) =>
      String((await world.rest('GET', `/forms/${of}/definition`)).body['token'])
    const token = await tokenOf(id)
    const values = { name: 'x' }
    const send = async (given?: string) => {
      const answer = await submit(id, { values, ...(given === undefined ? {} : { token: given }) })
      return answer.status === 201 ? 'stored' : codeOf(answer)
    }
    expect(await send()).toBe('FLOW_FORM_TOKEN_INVALID')
    expect(await send('abc.def')).toBe('FLOW_FORM_TOKEN_INVALID')
    expect(await send(token)).toBe('FLOW_FORM_TOO_FAST')
    world.clock.advance(5000)
    expect(await send(token)).toBe('stored')
    expect(await send(await tokenOf(other.id))).toBe('FLOW_FORM_TOKEN_INVALID')
    world.clock.advance(24 * 60 * 60 * 1000)
    expect(await send(token)).toBe('FLOW_FORM_TOKEN_INVALID')
    expect(await stored(id)).toHaveLength(1)
  })
})

describe('GET /api/forms/:id/definition', () => {
  test('gives a page what it draws, in the language asked for, and nothing of the team’s', async () => {
    const { id } = await form({
      fields: [
        { ...name, minLength: 2 },
        { blockType: 'select', name: 'size', label: 'Размер', options: [{ value: 's' }] },
      ],
      lead: { enabled: true, assignee: world.as.manager.id },
    })
    const { body, status } = await world.rest('GET', `/forms/${id}/definition?locale=en`)
    expect(status).toBe(200)
    expect(body).toEqual({
      id,
      slug: expect.any(String),
      language: 'en',
      title: 'Заявка',
      description: null,
      submitLabel: null,
      fields: [
        { type: 'text', name: 'name', label: 'Имя', required: true, minLength: 2 },
        expect.objectContaining({ type: 'select', name: 'size', label: 'Размер' }),
      ],
      honeypot: 'website',
      token: expect.any(String),
    })
  })
})

describe('a lead of the answers', () => {
  test('is filled by the mapping; the rest is its message', async () => {
    const fields = [
      { blockType: 'text', name: 'fio', label: 'ФИО' },
      phone,
      { blockType: 'email', name: 'mail', label: 'Почта' },
      {
        blockType: 'select',
        name: 'size',
        label: 'Размер',
        options: [{ value: 's', label: 'Маленький' }],
      },
    ]
    const lead = { enabled: true, name: 'fio', assignee: world.as.manager.id, tags: ['сайт'] }
    const { id } = await form({ fields, lead })
    await submit(id, {
      values: { fio: 'Анна', phone: '8 916 123-45-67', mail: 'A@b.test', size: 's' },
      utm: { source: 'vk' },
      page: 'https://studio.example/',
    })
    const [made, ...more] = await leadsOf(id)
    expect(more).toEqual([])
    expect(made).toMatchObject({
      status: 'new',
      source: 'form',
      name: 'Анна',
      phone: '+79161234567',
      phoneRaw: '8 916 123-45-67',
      email: 'a@b.test',
      message: 'Размер: Маленький',
      assignee: world.as.manager.id,
      tags: ['сайт'],
      utm: { source: 'vk' },
      landingPage: 'https://studio.example/',
      submission: (await stored(id))[0]?.id,
    })
  })

  test('is not lost when its responsible has left the team', async () => {
    const leaver = await world.make('users', {
      email: 'leaver@example.test',
      password: 'correct horse battery staple',
      role: 'manager',
    })
    const { id } = await form({ lead: { enabled: true, assignee: leaver.id } })
    await world.payload.update({ collection: 'users', id: leaver.id, data: { role: 'customer' } })
    expect((await submit(id, { values: { name: 'Анна' } })).status).toBe(201)
    expect(await leadsOf(id)).toMatchObject([{ name: 'Анна', assignee: null }])
  })

  test('keeps no answers without it: both are stored, or none', async () => {
    const { id } = await form({ lead: { enabled: true } })
    await world.sql.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN RAISE EXCEPTION 'no leads today'; END $$`,
    )
    await world.sql.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON leads FOR EACH ROW EXECUTE FUNCTION refuse()',
    )
    try {
      const events = await world.typesOf(async () => {
        const answer = await submit(id, { values: { name: 'Анна' } })
        expect([answer.status, codeOf(answer)]).toEqual([500, 'FLOW_API_FAILED'])
        expect(JSON.stringify(answer.body)).not.toContain('no leads today')
      })
      expect(events).toEqual([])
      expect(await stored(id)).toEqual([])
    } finally {
      await world.sql.query('DROP TRIGGER refuse ON leads')
    }
  })

  test('comes once for each, however many answer at once', async () => {
    const { id } = await form({ lead: { enabled: true } })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => submit(id, { values: { name: `Гость ${index}` } })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(await stored(id)).toHaveLength(10)
    expect(await leadsOf(id)).toHaveLength(10)
  })
})

test('of answers and the deletion of their form at once, one is refused', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await form()
    const [answered, deleted] = await Promise.all([
      submit(id, { values: { name: 'x' } }),
      world.rest('DELETE', `/forms/${id}`, undefined, { user: world.as.admin }),
    ])
    expect([
      [201, 409],
      [404, 200],
    ]).toContainEqual([answered.status, deleted.status])
  }
})
