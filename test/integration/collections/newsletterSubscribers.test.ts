import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import PostalMime from 'postal-mime'

import type { Role } from '../../../collections/access/role.ts'
import { subscriberSnapshot, unsubscribeHeaders } from '../../../src/index.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'

let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld()
})
afterAll(async () => world?.destroy())

const collection = 'newsletter-subscribers'
let counter = 0
const address = (): string => {
  counter += 1
  return `person-${counter}@example.com`
}
let network = 0
/** From another address each time, so that the limit of one test is not that of the next. */
const subscribe = (body: unknown, headers: Record<string, string> = {}) => {
  network += 1
  return world.rest('POST', `/${collection}/subscribe`, body, {
    headers: { 'x-forwarded-for': `198.51.100.${network}`, ...headers },
  })
}
const rowOf = async (email: string): Promise<Record<string, unknown> | undefined> => {
  const { docs } = await world.payload.find({
    collection,
    where: { email: { equals: email } },
    depth: 0,
  })
  return docs[0] ? { ...docs[0] } : undefined
}
const linkIn = async (email: string): Promise<string> =>
  (await world.mailTo(email)).at(-1)?.text.match(/https:\/\/shop\.example\/api(\/\S+)/)?.[1] ?? ''

describe('EV-10 a subscriber', () => {
  test('is made from an address alone, in lower case, and waits for a confirmation', async () => {
    const { body, status } = await world.rest(
      'POST',
      `/${collection}`,
      { email: ' Anna.Big@Example.COM ' },
      { user: world.as.manager },
    )
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      email: 'anna.big@example.com',
      status: 'pending',
      source: 'admin',
      locale: 'ru',
    })
    expect(body.doc).not.toHaveProperty('confirmationNonce')
  })

  test('exists once per address, whatever the case', async () => {
    const email = address()
    await world.payload.create({ collection, data: { email } })
    const answer = await world.rest(
      'POST',
      `/${collection}`,
      { email: email.toUpperCase() },
      { user: world.as.manager },
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('email')
  })

  test('belongs to the account with the same address', async () => {
    const { email, id } = world.as.customer
    const { doc } = (
      await world.rest('POST', `/${collection}`, { email }, { user: world.as.manager })
    ).body
    expect(doc['user']).toMatchObject({ id })
    const own = await world.rest('GET', `/${collection}`, undefined, { user: world.as.customer })
    expect(own.body.docs.map((one) => one['email'])).toEqual([email])
    expect(own.body.docs[0]).not.toHaveProperty('tags')
  })

  test.each([
    [{ email: 'nonsense' }],
    [{ email: 'a@example.com', status: 'dormant' }],
    [{ email: 'a@example.com', locale: 'de' }],
    [{}],
  ])('is refused: %j', async (data) => {
    const answer = await world.rest('POST', `/${collection}`, data, { user: world.as.admin })
    expect(answer.status).toBe(400)
  })

  test('takes its dates from nobody', async () => {
    const { doc } = (
      await world.rest(
        'POST',
        `/${collection}`,
        { email: address(), status: 'subscribed', subscribedAt: '2001-01-01T00:00:00.000Z' },
        { user: world.as.admin },
      )
    ).body
    expect(String(doc['subscribedAt'])).not.toMatch(/^2001/)
  })

  test('has no column that its snapshot does not know, and fits it', async () => {
    const list = await world.payload.create({
      collection: 'newsletter-lists',
      data: { title: 'Новости' },
    })
    const id = (
      await world.payload.create({
        collection,
        data: {
          email: address(),
          name: 'Мария',
          lists: [list.id],
          tags: ['кофе'],
          consent: { text: 'Да', at: '2026-11-21T08:10:00.000Z', ip: '203.0.113.0' },
          status: 'subscribed',
          user: world.as.viewer.id,
        },
      })
    ).id
    const [event] = await world.eventsOf(() =>
      world.payload.update({
        collection,
        id,
        data: { status: 'unsubscribed', unsubscribeReason: 'Много писем' },
      }),
    )
    const current = event?.data.current ?? {}
    expect(subscriberSnapshot.safeParse(current).error).toBeUndefined()
    expect(Object.keys(current).filter((name) => !(name in subscriberSnapshot.shape))).toEqual([])
    expect(current).toMatchObject({ lists: [list.id], tags: ['кофе'], user: world.as.viewer.id })
  })
})

describe('EV-11 an illegal status change is refused', () => {
  test.each([
    ['en', /"subscribed" to "pending".*Allowed: unsubscribed, bounced, complained/],
    ['ru', /«subscribed» нельзя сменить на «pending»/],
  ])('in %s', async (language, message) => {
    const { id } = await world.payload.create({
      collection,
      data: { email: address(), status: 'subscribed' },
    })
    const answer = await world.rest(
      'PATCH',
      `/${collection}/${id}`,
      { status: 'pending' },
      { user: world.as.admin, headers: { 'accept-language': language } },
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body).replaceAll('\\"', '"')).toMatch(message)
  })
})

describe('EV-10 access to subscribers', () => {
  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 200],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const { id } = await world.payload.create({ collection, data: { email: address() } })
    const options = { user: role ? world.as[role] : undefined }
    const statuses = [
      (await world.rest('POST', `/${collection}`, { email: address() }, options)).status,
      (await world.rest('GET', `/${collection}/${id}`, undefined, options)).status,
      (await world.rest('PATCH', `/${collection}/${id}`, { name: 'x' }, options)).status,
      (await world.rest('DELETE', `/${collection}/${id}`, undefined, options)).status,
    ]
    expect(statuses).toEqual([create, read, update, remove])
  })

  test('a visitor learns nothing over GraphQL', async () => {
    const { data } = await world.graphql('{ NewsletterSubscribers { docs { email } } }')
    expect(JSON.stringify(data)).not.toContain('@')
  })
})

describe('subscribing', () => {
  test('the form, the letter, the click', async () => {
    const email = address()
    const list = await world.payload.create({
      collection: 'newsletter-lists',
      data: { title: 'Weekly', slug: 'weekly' },
    })
    const answer = await subscribe({ email, name: 'Анна', locale: 'ru', lists: ['weekly'] })
    expect([answer.status, answer.body]).toEqual([200, { ok: true }])
    expect(await rowOf(email)).toMatchObject({
      status: 'pending',
      name: 'Анна',
      lists: [list.id],
      source: 'site',
      consent: { ip: '198.51.100.0', at: expect.any(String) },
    })
    const [letter] = await world.mailTo(email)
    expect(letter?.subject).toBe('Подтвердите подписку')
    const page = await world.rest('GET', await linkIn(email))
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.bytes.toString()).toContain('Вы подписаны')
    expect(await rowOf(email)).toMatchObject({ status: 'subscribed' })
  })

  test('answers the same for an address that is new, waiting, subscribed or gone', async () => {
    const states = ['pending', 'subscribed', 'unsubscribed', 'bounced', 'complained']
    const known = await Promise.all(
      states.map(async (status) => {
        const email = address()
        await world.payload.create({ collection, data: { email, status } })
        return email
      }),
    )
    for (const email of [...known, address()]) {
      const { body, headers, status } = await subscribe({ email })
      expect([status, body, headers.get('set-cookie')]).toEqual([200, { ok: true }, null])
      expect(await world.mailTo(email)).toHaveLength(1)
    }
  })

  test('twenty clicks on the button make one subscriber and at most three letters', async () => {
    const email = address()
    const answers = await Promise.all(Array.from({ length: 20 }, () => subscribe({ email })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const { totalDocs } = await world.payload.count({
      collection,
      where: { email: { equals: email } },
    })
    expect(totalDocs).toBe(1)
    expect((await world.mailTo(email)).length).toBeLessThanOrEqual(3)
  })

  test('a stranger cannot rename a subscriber or throw them out', async () => {
    const email = address()
    await world.payload.create({
      collection,
      data: { email, name: 'Мария', status: 'subscribed' },
    })
    await subscribe({ email, name: 'Дура' })
    expect(await rowOf(email)).toMatchObject({ name: 'Мария', status: 'subscribed' })
  })

  test('a machine that fills in everything changes nothing and is told nothing', async () => {
    const email = address()
    const answer = await subscribe({ email, website: 'https://spam.example' })
    expect([answer.status, answer.body]).toEqual([200, { ok: true }])
    expect(await rowOf(email)).toBeUndefined()
    expect(await world.mailTo(email)).toEqual([])
  })

  test.each([
    [{ email: 'nonsense' }, 'FLOW_API_INPUT_INVALID'],
    [{}, 'FLOW_API_INPUT_INVALID'],
    [{ email: 'a@example.com', status: 'subscribed' }, 'FLOW_API_INPUT_INVALID'],
    [{ email: 'a@example.com', lists: ['secret'] }, 'FLOW_NEWSLETTER_LIST_NOT_FOUND'],
  ])('refuses %j with %s', async (body, code) => {
    const answer = await subscribe(body)
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ code }]])
  })

  test('has a limit per address of the network', async () => {
    const from = { 'x-forwarded-for': '192.0.2.77' }
    const statuses: number[] = []
    for (let n = 0; n < 21; n += 1) {
      statuses.push((await subscribe({ email: 'nonsense' }, from)).status)
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 400))
    expect(statuses[20]).toBe(429)
  })

  test('without the letter, when the settings say so; but nobody comes back without a click', async () => {
    const settings = (doubleOptIn: boolean) =>
      world.rest(
        'POST',
        '/globals/newsletter-settings',
        { doubleOptIn },
        { user: world.as.manager },
      )
    expect((await settings(false)).status).toBe(200)
    try {
      const fresh = address()
      await subscribe({ email: fresh })
      expect(await rowOf(fresh)).toMatchObject({ status: 'subscribed' })
      const gone = address()
      await world.payload.create({ collection, data: { email: gone, status: 'unsubscribed' } })
      await subscribe({ email: gone })
      expect(await rowOf(gone)).toMatchObject({ status: 'unsubscribed' })
      expect(await linkIn(gone)).toContain('/confirm?token=')
    } finally {
      await settings(true)
    }
  })

  test('only managers change the settings', async () => {
    for (const user of [world.as.viewer, world.as.customer, undefined]) {
      const answer = await world.rest(
        'POST',
        '/globals/newsletter-settings',
        { doubleOptIn: false },
        { user },
      )
      expect(answer.status).toBe(403)
    }
  })
})

describe('links', () => {
  test('the confirmation works for seven days', async () => {
    const email = address()
    await subscribe({ email })
    const link = await linkIn(email)
    world.clock.forward(7 * 86_400_000 + 1000)
    const page = await world.rest('GET', link, undefined, { headers: { 'accept-language': 'ru' } })
    expect(page.status).toBe(400)
    expect(page.bytes.toString()).toContain('Ссылка не работает')
    expect(await rowOf(email)).toMatchObject({ status: 'pending' })
  })

  test.each(['confirm', 'unsubscribe'])('%s takes no made-up token', async (which) => {
    for (const token of ['', 'a.b', 'eyJzIjoiMSJ9.AAAA']) {
      expect((await world.rest('GET', `/${collection}/${which}?token=${token}`)).status).toBe(400)
    }
    expect((await world.rest('POST', `/${collection}/unsubscribe?token=a.b`)).status).toBe(400)
  })

  test('unsubscribing: the page changes nothing, the button does, and keeps the reason', async () => {
    const email = address()
    const { id } = await world.payload.create({
      collection,
      data: { email, status: 'subscribed', locale: 'en' },
    })
    const header = unsubscribeHeaders(world.payload, { id })['List-Unsubscribe']
    const link = header.match(/\/api(\/[^>]+)/)?.[1] ?? ''
    const page = (await world.rest('GET', link)).bytes.toString()
    expect(page).toContain('<form method="post">')
    expect(page).not.toContain(email)
    expect((await world.rest('HEAD', link)).status).toBe(200)
    expect(await rowOf(email)).toMatchObject({ status: 'subscribed' })

    world.clock.forward(10 * 365 * 86_400_000)
    const form = new URLSearchParams({ reason: 'Too <many> letters' })
    const done = await world.rest('POST', link, form)
    expect(done.status).toBe(200)
    expect(done.bytes.toString()).toContain('You are unsubscribed')
    expect(await rowOf(email)).toMatchObject({
      status: 'unsubscribed',
      unsubscribeReason: 'Too <many> letters',
    })
  })

  test('RFC 8058: a mail program unsubscribes in one click, without a session', async () => {
    const email = address()
    await subscribe({ email })
    await world.rest('GET', await linkIn(email))
    const [letter] = await world.mailTo(email)
    if (!letter) throw new Error('no letter')
    const mail = await PostalMime.parse(await readFile(world.emlFile(letter)))
    const headerOf = (name: string) => mail.headers.find(({ key }) => key === name)?.value
    expect(headerOf('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const link = headerOf('list-unsubscribe')?.match(/^<https:\/\/shop\.example\/api(\/.+)>$/)?.[1]
    const answer = await world.rest(
      'POST',
      String(link),
      new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    )
    expect(answer.status).toBe(200)
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed', unsubscribeReason: null })
  })
})
