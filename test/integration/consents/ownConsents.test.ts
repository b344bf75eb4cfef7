import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type ConsentWorld, openConsentWorld } from '../../support/consents/consentWorld.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

let world: ConsentWorld
let customer: Actor
let other: Actor

beforeAll(async () => {
  world = await openConsentWorld()
  customer = await createActor(world.flow.payload, 'customer')
  other = await createActor(world.flow.payload, 'customer')
}, 300_000)
afterAll(() => world?.close())

const give = (body: object, user: Actor | undefined = customer) =>
  world.flow.rest('POST', '/consents/mine', body, user ? { user } : {})
const withdraw = (body: object, user: Actor = customer) =>
  world.flow.rest('POST', '/consents/mine/withdraw', body, { user })
const listed = async (user: Actor) => {
  const { body } = await world.flow.rest('GET', '/consents?sort=id&depth=0', undefined, { user })
  return body.docs
}
const letters = { kind: 'marketing', channel: 'email' }

describe('LOY-240: a person gives and withdraws their own consents', () => {
  test('each is a record of its own, with the words, their hash, the version, time and source', async () => {
    const text = 'Согласен получать рекламу по почте'
    const documentVersion = '2026-09-01'
    const headers = { 'x-forwarded-for': '203.0.113.57' }
    const answer = await world.flow.rest(
      'POST',
      '/consents/mine',
      { ...letters, text, documentVersion, documentUrl: '/legal/ads' },
      { user: customer, headers },
    )
    expect([answer.status, answer.body]).toEqual([201, { given: true }])
    expect((await give({ kind: 'personal_data', text: 'Согласен на обработку' })).status).toBe(201)
    expect(await listed(customer)).toMatchObject([
      {
        ...letters,
        ...{ text, documentVersion, documentUrl: '/legal/ads', source: 'account' },
        textHash: createHash('sha256').update(text).digest('hex'),
        shown: 'c•••@example.test',
        network: '203.0.113.0',
        givenAt: expect.any(String),
        withdrawnAt: null,
      },
      { kind: 'personal_data', channel: null, shown: `user:${customer.id}` },
    ])
    expect(JSON.stringify(await listed(customer))).not.toContain(customer.email)
  })
  test('a second one changes nothing', async () => {
    const before = await listed(customer)
    expect((await give({ ...letters, text: 'Другие слова' })).status).toBe(200)
    expect(await listed(customer)).toEqual(before)
  })
  test('withdrawing stamps, and a new consent is a new record', async () => {
    for (const _ of [1, 2]) expect((await withdraw(letters)).status).toBe(200)
    const [first] = await listed(customer)
    expect(first).toMatchObject({ withdrawnBy: 'account', withdrawnAt: expect.any(String) })
    expect((await give(letters)).status).toBe(201)
    const records = (await listed(customer)).filter(({ kind }) => kind === 'marketing')
    expect(records).toMatchObject([first ?? {}, { withdrawnAt: null }])
  })
  test('nobody sees or ends those of another', async () => {
    expect(await listed(other)).toEqual([])
    await withdraw(letters, other)
    expect((await listed(customer)).at(-1)).toMatchObject({ withdrawnAt: null })
    expect(await listed(other)).toMatchObject([{ givenAt: null, withdrawnBy: 'account' }])
  })
  test('a visitor may not, and a channel must be one that writes to people', async () => {
    expect((await world.flow.rest('POST', '/consents/mine', letters)).status).toBe(401)
    const codeOf = async (body: object) => {
      const answer = await give(body)
      return [answer.status, (answer.body.errors[0] as { code?: string }).code]
    }
    const of = (channel: string) => codeOf({ kind: 'marketing', channel })
    expect(await of('webhook')).toEqual([400, 'FLOW_CONSENT_NOT_ASKED'])
    expect(await of('sms')).toEqual([400, 'FLOW_CONSENT_NO_ADDRESS'])
    expect(await of('telegram')).toEqual([400, 'FLOW_CONSENT_NO_ADDRESS'])
    expect((await of('pigeon'))[0]).toBe(400)
    expect((await codeOf({ kind: 'medical' }))[0]).toBe(400)
  })
  test('a phone is that of the account, in one form', async () => {
    await world.flow.payload.update({
      collection: 'users',
      id: customer.id,
      data: { phone: '8 (916) 123-45-67' },
    })
    expect((await give({ kind: 'marketing', channel: 'sms' })).status).toBe(201)
    expect((await listed(customer)).at(-1)).toMatchObject({ shown: '+7916•••4567' })
  })
  test('withdrawing ends what was given for an address the account had before', async () => {
    const id = customer.id
    const data = { email: 'renamed@example.test' }
    await world.flow.payload.update({ collection: 'users', id, data })
    await withdraw(letters)
    const open = (await listed(customer)).filter(({ withdrawnAt }) => withdrawnAt === null)
    expect(open.map(({ channel }) => channel)).toEqual([null, 'sms'])
  })
})

describe('records are history', () => {
  test('staff sets the end and nothing else, once; nobody deletes', async () => {
    const { manager } = world
    const body = { ...letters, address: 'paper@example.com', source: 'анкета' }
    const { body: made } = await world.flow.rest('POST', '/consents', body, { user: manager })
    const path = `/consents/${String(made.doc['id'])}`
    const forged = { shown: 'x', source: 'x', kind: 'personal_data', withdrawnBy: 'x', text: 'x' }
    await world.flow.rest('PATCH', path, forged, { user: manager })
    const stored = async () =>
      (await world.flow.rest('GET', path, undefined, { user: manager })).body
    expect(await stored()).toMatchObject({
      ...{ shown: 'p•••@example.com', source: 'анкета', kind: 'marketing' },
      ...{ withdrawnAt: null, withdrawnBy: null, text: null },
    })
    // Code of the site has no access rules to stop it.
    const id = Number(made.doc['id'])
    const { payload } = world.flow
    await payload.update({ collection: 'consents', id, data: { source: 'x', text: 'x' } })
    expect(await stored()).toMatchObject({ source: 'анкета', text: null })
    const end = { withdrawnAt: '2020-01-01T00:00:00.000Z' }
    await world.flow.rest('PATCH', path, end, { user: manager })
    const ended = await stored()
    expect(ended).toMatchObject({ withdrawnBy: 'admin' })
    expect(ended['withdrawnAt']).not.toBe(end.withdrawnAt)
    await world.flow.rest('PATCH', path, { withdrawnAt: null }, { user: manager })
    expect(await stored()).toEqual(ended)
    const admin = await createActor(world.flow.payload, 'admin')
    expect((await world.flow.rest('DELETE', path, undefined, { user: admin })).status).toBe(403)
  })
  test('two open ones for one address are refused, a wrong channel and nobody too', async () => {
    const { manager } = world
    const post = (body: object) => world.flow.rest('POST', '/consents', body, { user: manager })
    const body = { ...letters, address: 'once@example.com' }
    expect((await post(body)).status).toBe(201)
    expect((await post(body)).status).toBe(400)
    expect((await post({ ...body, channel: 'pigeon' })).status).toBe(400)
    expect((await post(letters)).status).toBe(400)
  })
})

describe('the newsletter is a consent to marketing by e-mail', () => {
  const { post, of, change } = {
    post: (body: object) =>
      world.flow.rest('POST', '/newsletter-subscribers', body, { user: world.manager }),
    change: (id: unknown, body: object) =>
      world.flow.rest('PATCH', `/newsletter-subscribers/${String(id)}`, body, {
        user: world.manager,
      }),
    of: async (shown: string) => {
      const { rows } = await world.flow.sql.query(
        `SELECT source, text, withdrawn_by, withdrawn_at IS NULL AS is_open FROM consents
         WHERE shown = $1 ORDER BY id`,
        [shown],
      )
      return rows
    },
  }
  test('who waits for the confirmation has none; who is subscribed has; who leaves had', async () => {
    const consent = { text: 'Хочу письма' }
    const { body } = await post({ email: 'Eva@example.org', status: 'pending', consent })
    expect(await of('e•••@example.org')).toEqual([])
    await change(body.doc['id'], { status: 'subscribed' })
    const open = { source: 'newsletter', text: 'Хочу письма', withdrawn_by: null, is_open: true }
    expect(await of('e•••@example.org')).toEqual([open])
    await change(body.doc['id'], { name: 'Ева' })
    expect(await of('e•••@example.org')).toEqual([open])
    await change(body.doc['id'], { status: 'bounced' })
    const ended = { ...open, withdrawn_by: 'newsletter', is_open: false }
    expect(await of('e•••@example.org')).toEqual([ended])
  })
  test('a changed address takes no consent with it, a deleted subscriber leaves none behind', async () => {
    const { body } = await post({ email: 'fine@example.org', status: 'subscribed' })
    await change(body.doc['id'], { email: 'gala@example.org' })
    expect(await of('f•••@example.org')).toMatchObject([{ is_open: false }])
    expect(await of('g•••@example.org')).toMatchObject([{ is_open: true }])
    const path = `/newsletter-subscribers/${String(body.doc['id'])}`
    await world.flow.rest('DELETE', path, undefined, { user: world.manager })
    expect(await of('g•••@example.org')).toMatchObject([{ is_open: false }])
  })
  test('the end that staff sets ends the newsletter too', async () => {
    const { body } = await post({ email: 'hope@example.org', status: 'subscribed' })
    const { rows } = await world.flow.sql.query<{ id: number }>(
      "SELECT id FROM consents WHERE shown = 'h•••@example.org'",
    )
    const end = { withdrawnAt: new Date().toISOString() }
    const path = `/consents/${rows[0]?.id}`
    await world.flow.rest('PATCH', path, end, { user: world.manager })
    const after = await world.flow.payload.findByID({
      collection: 'newsletter-subscribers',
      id: body.doc['id'] as number,
    })
    expect(after['status']).toBe('unsubscribed')
  })
})
