import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import { campaignSnapshot } from '../../../src/index.ts'
import { createAudience } from '../../support/events/marketingAudience.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'

let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld()
})
afterAll(async () => world?.destroy())

const { campaign, campaignTo, newCampaign, newReader, newTag } = createAudience(() => world)
const path = '/email-campaigns'
const call = (
  method: string,
  at: string,
  body?: unknown,
  user: { token: string } | undefined = world.as.manager,
  headers: Record<string, string> = {},
) => world.rest(method, `${path}${at}`, body, { user, headers })

describe('EV-10 a campaign', () => {
  test('is made from a title alone, as a draft', async () => {
    const { body, status } = await call('POST', '', { title: 'Новинки' })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ status: 'draft', recipientsCount: 0, deliveredCount: 0 })
  })

  test('tells how many would get it, when it is read and in no list', async () => {
    const tag = newTag()
    await newReader({ tags: [tag] })
    const { body } = await call('POST', '', { title: 'Кому', audience: { tags: [tag] } })
    expect(body.doc['audienceSize']).toBe(1)
    await newReader({ tags: [tag] })
    const id = body.doc['id']
    expect((await call('GET', `/${id}`)).body['audienceSize']).toBe(2)
    const list = await call('GET', `?where[id][equals]=${id}`)
    expect(list.body.docs[0]?.['audienceSize'] ?? null).toBeNull()
  })

  test.each([
    [{ title: '' }, 'title'],
    [{ title: 'a', status: 'lost' }, 'status'],
    [{ title: 'a', subject: '{{ broken' }, 'subject'],
    [{ title: 'a', html: '{% include "x" %}' }, 'html'],
    [{ title: 'a', status: 'sending' }, 'subject'],
    [{ title: 'a', subject: 'Тема', status: 'scheduled' }, 'content'],
    [{ title: 'a', subject: 'Тема', html: '{{ nobody.knows }}', status: 'sending' }, 'content'],
    [{ title: 'a', audience: { locales: ['de'] } }, 'audience.locales'],
  ])('is refused: %j, because of %s', async (data, field) => {
    const answer = await call('POST', '', data)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0]?.data).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ path: field })]),
    })
  })

  test('is refused without a text in the language of the manager', async () => {
    const id = await newCampaign({ html: '' })
    const en = await call('PATCH', `/${id}`, { status: 'sending' })
    expect(JSON.stringify(en.body)).toContain('A campaign cannot be sent without a text.')
    const ru = await call('POST', `/${id}/send`, undefined, world.as.manager, {
      'accept-language': 'ru',
    })
    expect(ru.body.errors).toMatchObject([
      {
        code: 'FLOW_SAVE_REFUSED',
        message: 'ничего не сохранено: content: Кампанию нельзя отправить без текста письма.',
      },
    ])
    expect(await campaign(id)).toMatchObject({ status: 'draft', startedAt: null })
  })

  test('may be complete in another language than the one it is started in', async () => {
    const id = await campaignTo(1)
    const answer = await world.rest(
      'PATCH',
      `${path}/${id}?locale=en`,
      { status: 'sending' },
      { user: world.as.manager },
    )
    expect(answer.status).toBe(200)
    await call('PATCH', `/${id}`, { status: 'cancelled' })
  })

  test('takes its numbers and dates from nobody', async () => {
    const { body } = await call('POST', '', {
      title: 'Хвастун',
      deliveredCount: 1_000_000,
      openRate: 99,
      startedAt: '2001-01-01T00:00:00.000Z',
    })
    expect(body.doc).toMatchObject({ deliveredCount: 0 })
    const id = Number(body.doc['id'])
    await call('PATCH', `/${id}`, { openedCount: 5, openRateJudgedAt: '2001-01-01T00:00:00.000Z' })
    const row = await campaign(id)
    expect([row['openedCount'], row['openRate'] ?? null, row['openRateJudgedAt'] ?? null]).toEqual([
      0,
      null,
      null,
    ])
  })

  test('has no column that its snapshot does not know, and fits it', async () => {
    const id = await campaignTo(1, { preheader: 'Коротко', senderName: 'Утро' })
    await call('POST', `/${id}/send`)
    const [event] = await world.eventsOf(() =>
      world.payload.duplicate({ collection: 'email-campaigns', id }),
    )
    const current = event?.data.current ?? {}
    expect(campaignSnapshot.safeParse(current).error).toBeUndefined()
    expect(Object.keys(current).filter((name) => !(name in campaignSnapshot.shape))).toEqual([])
    expect(current).toMatchObject({ senderName: 'Утро', subject: { ru: 'Новинки' } })
    expect(current).not.toHaveProperty('audienceSize')
  })

  test('takes its recipients with it when it is deleted', async () => {
    const id = await campaignTo(2)
    await call('POST', `/${id}/send`)
    expect((await call('DELETE', `/${id}`, undefined, world.as.admin)).status).toBe(200)
    const { totalDocs } = await world.payload.count({
      collection: 'campaign-recipients',
      where: { campaign: { equals: id } },
    })
    expect(totalDocs).toBe(0)
  })
})

describe('EV-11 an illegal status change is refused', () => {
  test.each([
    ['en', /"sent" to "draft".*Allowed: none, it is final/],
    ['ru', /«sent» нельзя сменить на «draft»/],
  ])('in %s', async (language, message) => {
    const id = await campaignTo(1)
    await call('POST', `/${id}/send`)
    const answer = await call('PATCH', `/${id}`, { status: 'draft' }, world.as.admin, {
      'accept-language': language,
    })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body).replaceAll('\\"', '"')).toMatch(message)
  })
})

describe('EV-10 access to campaigns', () => {
  test.each<[Role | 'visitor', number[]]>([
    ['admin', [201, 200, 200, 200, 200, 409, 200]],
    ['manager', [201, 200, 200, 200, 200, 409, 403]],
    ['viewer', [403, 200, 403, 200, 403, 403, 403]],
    ['customer', [403, 403, 403, 403, 403, 403, 403]],
    ['visitor', [403, 403, 403, 401, 401, 401, 403]],
  ])('%s: create, read, update, preview, test, send, delete: %j', async (role, expected) => {
    const id = await newCampaign({ audience: { tags: [newTag()] } })
    const options = { user: role === 'visitor' ? undefined : world.as[role] }
    const at = (suffix: string) => `${path}/${id}${suffix}`
    const statuses = [
      (await world.rest('POST', path, { title: 'x' }, options)).status,
      (await world.rest('GET', at(''), undefined, options)).status,
      (await world.rest('PATCH', at(''), { title: 'y' }, options)).status,
      (await world.rest('GET', at('/preview'), undefined, options)).status,
      (await world.rest('POST', at('/test'), { email: 'me@example.com' }, options)).status,
      (await world.rest('POST', at('/send'), undefined, options)).status,
      (await world.rest('DELETE', at(''), undefined, options)).status,
    ]
    expect(statuses).toEqual(expected)
  })

  test('nobody writes recipients, staff read them', async () => {
    for (const [role, status] of [
      ['admin', 200],
      ['viewer', 200],
      ['customer', 403],
    ] as const) {
      const user = world.as[role]
      expect((await world.rest('GET', '/campaign-recipients', undefined, { user })).status).toBe(
        status,
      )
      const made = await world.rest('POST', '/campaign-recipients', { email: 'a@b.ru' }, { user })
      expect(made.status).toBe(403)
    }
    const { data } = await world.graphql('{ CampaignRecipients { docs { email } } }')
    expect(JSON.stringify(data)).not.toContain('@')
  })
})

describe('the endpoints of a manager', () => {
  test('preview: the letter without anything that counts', async () => {
    const id = await newCampaign({
      subject: '{{ subscriber.name | default: "Друг" }}!',
      html: '<a href="https://shop.example/new">Смотреть</a>',
    })
    const { body } = await call('GET', `/${id}/preview?name=Анна&locale=ru`)
    expect(body['subject']).toBe('Анна!')
    expect(String(body['html'])).toContain('href="https://shop.example/new"')
    expect(String(body['html'])).not.toMatch(/click|open\//)
  })

  test('test: one letter to look at, which counts nowhere', async () => {
    const id = await campaignTo(1)
    const answer = await call('POST', `/${id}/test`, { email: 'boss@example.com' })
    expect(answer.body).toEqual({ sent: true, transport: 'local' })
    expect(await world.mailTo('boss@example.com')).toMatchObject([{ subject: '[test] Новинки' }])
    expect(await campaign(id)).toMatchObject({ status: 'draft', deliveredCount: 0 })
    expect((await call('POST', `/${id}/test`, { email: 'nonsense' })).status).toBe(400)
  })

  test.each(['/999999/send', '/abc/send', '/99999999999/send', '/0/send'])(
    '%s belongs to nothing',
    async (at) => {
      const answer = await call('POST', at)
      expect([answer.status, answer.body.errors]).toMatchObject([
        404,
        [{ code: 'FLOW_CAMPAIGN_NOT_FOUND' }],
      ])
    },
  )

  test('send: once', async () => {
    const id = await campaignTo(1)
    expect((await call('POST', `/${id}/send`)).status).toBe(200)
    const again = await call('POST', `/${id}/send`)
    expect([again.status, again.body.errors]).toMatchObject([
      409,
      [{ code: 'FLOW_CAMPAIGN_NOT_SENDABLE', details: { status: 'sent' } }],
    ])
  })

  test('send: pressed ten times at once, every reader gets one letter', async () => {
    const tag = newTag()
    const email = `double-${tag}@example.com`
    await newReader({ email, tags: [tag] })
    const id = await newCampaign({ audience: { tags: [tag] } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('POST', `/${id}/send`)))
    for (const { status } of answers) expect([200, 400, 409]).toContain(status)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect(await world.mailTo(email)).toHaveLength(1)
    expect(await campaign(id)).toMatchObject({ status: 'sent', deliveredCount: 1 })
  })

  test('send: more than a request should send is left to the scheduler', async () => {
    const id = await campaignTo(27)
    const { body } = await call('POST', `/${id}/send`)
    expect(body).toMatchObject({ status: 'sending', recipients: 27, sent: 25 })
    await call('PATCH', `/${id}`, { status: 'cancelled' })
  })
})

test('a list that a waiting campaign is meant for cannot be deleted: it would go to everybody', async () => {
  const list = await world.payload.create({
    collection: 'newsletter-lists',
    data: { title: 'Только свои' },
  })
  const id = await newCampaign({ audience: { lists: [list.id] } })
  const remove = (language: string) =>
    world.rest('DELETE', `/newsletter-lists/${list.id}`, undefined, {
      user: world.as.manager,
      headers: { 'accept-language': language },
    })
  const refused = await remove('ru')
  expect(refused.status).toBe(409)
  expect(JSON.stringify(refused.body)).toContain('нужен кампании «Новинки недели»')
  expect((await remove('en')).body.errors[0]?.message).toContain('is needed by the campaign')
  await call('PATCH', `/${id}`, { status: 'cancelled' })
  expect((await remove('en')).status).toBe(200)
})
