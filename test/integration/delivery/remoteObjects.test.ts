import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import { FAKE_AMOCRM_TOKEN } from '../../support/fakes/amocrm/amocrmTokens.ts'
import { type AmocrmFake, startAmocrmFake } from '../../support/fakes/amocrm/startAmocrmFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { clearTables } from '../../support/flow/clearTables.ts'
import { createActors } from '../../support/payload/createActors.ts'
import type { Actor } from '../../support/payload/createActor.ts'

let flow: BootedFlow
let amocrm: AmocrmFake
let as: Record<'manager' | 'viewer' | 'customer', Actor>

beforeAll(async () => {
  amocrm = await startAmocrmFake(() => undefined, { perSecond: 10_000 })
  // Nobody waits for the pace of the account here.
  const channel = { ...createAmocrmChannel({ apiUrl: amocrm.url }), limits: {} }
  flow = await bootFlow({ channels: [channel] })
  as = await createActors(flow.payload)
}, 300_000)
afterAll(async () => {
  await flow?.destroy()
  await amocrm?.close()
})
beforeEach(async () => {
  await flow.settle()
  await flow.payload.delete({ collection: 'event-subscriptions', where: { id: { exists: true } } })
  await clearTables(flow.sql, 'event_logs', 'event_deliveries', 'event_attempts', 'remote_objects')
  amocrm.leads.clear()
  amocrm.calls.splice(0)
  amocrm.holdIndex(false)
})

const call = (method: string, path: string, body?: unknown, user = as.manager) =>
  flow.rest(method, path, body, { user })

async function made(path: string, data: object): Promise<number> {
  const { body, status } = await call('POST', path, data)
  expect([status, body.errors]).toEqual([201, undefined])
  return Number(body.doc['id'])
}

const account = (domain = 'example.amocrm.ru'): Promise<number> =>
  made('/channel-credentials', {
    ...{ name: 'CRM', channel: 'amocrm', amocrm: { domain, accessToken: FAKE_AMOCRM_TOKEN } },
  })

/** Without a field for our id: nothing finds a lead again but what the engine knows. */
const lead = (credentials: number, more: object = {}) => ({
  ...{ blockType: 'amocrm', title: '{{ type }}', credentials },
  ...more,
})

const subscribe = (events: string[], channels: object[]): Promise<number> =>
  made('/event-subscriptions', { name: 'CRM', events, channels })

async function order(): Promise<number> {
  const data = { customerName: 'Anna', currency: 'RUB', items: [] }
  const { id } = await flow.payload.create({ collection: 'orders', data })
  return Number(id)
}

const pay = (id: number) =>
  flow.payload.update({ collection: 'orders', id, data: { status: 'paid' } })

type Row = { account: string; document_id: string; object: string; remote_id: string }

async function rows(): Promise<Row[]> {
  const { rows: all } = await flow.sql.query<Row>(
    'SELECT account, document_id, object, remote_id FROM remote_objects ORDER BY learnt_at, id',
  )
  return all
}

async function deliveries(): Promise<{ id: string; status: string }[]> {
  const { rows: all } = await flow.sql.query<{ id: string; status: string }>(
    'SELECT id, status FROM event_deliveries ORDER BY created_at, id',
  )
  return all
}

const leads = (): unknown[] => [...amocrm.leads].map(([id, { name }]) => [id, name])
const run = async (name: string): Promise<unknown> => {
  const job = flow.runtime.jobs.find((known) => known.name === name)
  const { signal } = new AbortController()
  return job?.run({ trigger: 'manual', state: {}, resumedAt: null, signal, now: Date.now })
}

describe('the id at the service is kept', () => {
  test('later events of a document change its lead without a search; another document has its own', async () => {
    const crm = await account()
    await subscribe(['order.created', 'order.paid'], [lead(crm)])
    const [first, second] = [await order(), await order()]
    await flow.settle()
    expect(amocrm.leads.size).toBe(2)
    amocrm.calls.splice(0)
    await pay(first)
    await flow.settle()
    const [known] = (await rows()).filter(({ document_id: id }) => id === String(first))
    expect(amocrm.calls).toEqual([`PATCH /leads/${known?.remote_id}`])
    expect(await rows()).toHaveLength(2)
    expect(known).toMatchObject({
      account: `credentials:${crm}`,
      object: 'example.amocrm.ru lead',
    })
    expect(leads().map((row) => (row as string[])[1])).toEqual(
      expect.arrayContaining(['order.paid', 'order.created']),
    )
    expect(second).not.toBe(first)
  })

  test('subscriptions that share stored credentials share the object; a typed-in account has its own', async () => {
    const crm = await account()
    await subscribe(['order.created'], [lead(crm)])
    await subscribe(['order.paid'], [lead(crm)])
    const typed = { domain: 'example.amocrm.ru', accessToken: FAKE_AMOCRM_TOKEN }
    await subscribe(['order.paid'], [{ ...lead(crm, typed), credentials: null }])
    const id = await order()
    await flow.settle()
    await pay(id)
    await flow.settle()
    expect(leads()).toHaveLength(2)
    expect((await rows()).map((row) => row.account)).toEqual([
      `credentials:${crm}`,
      expect.stringMatching(/^entry:/),
    ])
  })

  test('events of a new document that come together make one lead, though the search knows nothing yet', async () => {
    const crm = await account()
    amocrm.holdIndex(true)
    await subscribe(['order.*'], [lead(crm, { idField: 501 })])
    const id = await order()
    await pay(id)
    await flow.settle()
    const all = await deliveries()
    expect(all.length).toBeGreaterThan(2)
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['delivered']))
    expect(leads()).toHaveLength(1)
  })

  test('a lead that a person deleted is made anew, and the new number is kept', async () => {
    await subscribe(['order.created', 'order.paid'], [lead(await account())])
    const id = await order()
    await flow.settle()
    const [before] = await rows()
    amocrm.leads.delete(Number(before?.remote_id))
    await pay(id)
    await flow.settle()
    const after = await rows()
    expect(after).toHaveLength(1)
    expect(after[0]?.remote_id).not.toBe(before?.remote_id)
    expect([...amocrm.leads.keys()]).toEqual([Number(after[0]?.remote_id)])
  })

  test('other credentials, or another address in the same ones, are another account', async () => {
    const crm = await account()
    const id = await subscribe(['order.created', 'order.paid', 'order.completed'], [lead(crm)])
    const document = await order()
    await flow.settle()
    const { body } = await call('GET', `/event-subscriptions/${id}?depth=0`)
    const [entry] = body['channels'] as object[]
    const other = await account()
    const channels = [{ ...entry, credentials: other }]
    await call('PATCH', `/event-subscriptions/${id}`, { channels })
    await pay(document)
    await flow.settle()
    const moved = { amocrm: { domain: 'moved.amocrm.ru' } }
    expect((await call('PATCH', `/channel-credentials/${other}`, moved)).status).toBe(200)
    const data = { status: 'completed' } as const
    await flow.payload.update({ collection: 'orders', id: document, data })
    await flow.settle()
    expect((await rows()).map(({ account: key, object }) => `${key} ${object}`)).toEqual([
      `credentials:${crm} example.amocrm.ru lead`,
      `credentials:${other} example.amocrm.ru lead`,
      `credentials:${other} moved.amocrm.ru lead`,
    ])
    expect(amocrm.calls.filter((line) => line.startsWith('PATCH'))).toEqual([])
  })

  test('sent again, under the same ids or under new ones, it is the same lead', async () => {
    await subscribe(['order.created'], [lead(await account())])
    await order()
    await flow.settle()
    for (const ids of ['same', 'new']) {
      const { status } = await call('POST', '/events/replay', {
        select: { type: ['order.created'] },
        ids,
      })
      expect(status).toBe(202)
      await run('run-replays')
      await flow.settle()
    }
    expect((await deliveries()).length).toBeGreaterThan(1)
    expect(leads()).toHaveLength(1)
    expect(amocrm.calls.filter((line) => line.startsWith('PATCH'))).toHaveLength(2)
  })
})

describe('what is no document of the site', () => {
  test('"Send test" makes a lead of its own, and leaves and uses nothing', async () => {
    const id = await subscribe(['order.created'], [lead(await account())])
    for (let n = 0; n < 2; n += 1) {
      const { body, status } = await call('POST', `/events/subscriptions/${id}/test`, {})
      expect([status, body['results']]).toMatchObject([200, [{ outcome: 'delivered' }]])
    }
    expect(leads()).toHaveLength(2)
    expect(await rows()).toEqual([])
  })

  test('an event without a document, and one lead per event, leave nothing', async () => {
    await subscribe(['order.created'], [lead(await account())])
    await subscribe(['order.paid'], [lead(await account(), { identity: 'event' })])
    const data = { current: { id: 'x' } }
    await call('POST', '/events/publish', { type: 'order.created', data })
    await pay(await order())
    await flow.settle()
    expect(leads()).toHaveLength(3)
    // Of the order: the first subscription made its lead too.
    expect((await rows()).map(({ object }) => object)).toEqual(['example.amocrm.ru lead'])
  })
})

describe('rows', () => {
  test('are read by staff and written by nobody', async () => {
    await subscribe(['order.created'], [lead(await account())])
    const id = await order()
    await flow.settle()
    const [{ id: delivery } = { id: '' }] = await deliveries()
    const seen = await call('GET', '/remote-objects', undefined, as.viewer)
    expect(seen.body['docs']).toMatchObject([
      { collection: 'orders', documentId: String(id), channel: 'amocrm', delivery },
    ])
    const [row] = seen.body['docs'] as { id: string }[]
    const path = `/remote-objects/${row?.id}`
    expect((await call('GET', path, undefined, as.customer)).status).toBe(403)
    expect((await call('PATCH', path, { remoteId: '1' })).status).toBe(403)
    expect((await call('DELETE', path)).status).toBe(403)
  })

  test('of accounts that are gone are swept, an hour later; the others stay', async () => {
    const [crm, gone] = [await account(), await account()]
    const typed = { domain: 'example.amocrm.ru', accessToken: FAKE_AMOCRM_TOKEN }
    const own = { ...lead(crm, typed), credentials: null }
    const id = await subscribe(['order.created'], [lead(crm), lead(gone), own, own])
    await order()
    await flow.settle()
    const { body } = await call('GET', `/event-subscriptions/${id}?depth=0`)
    const [first, , third] = body['channels'] as { id: string }[]
    await call('PATCH', `/event-subscriptions/${id}`, { channels: [first, third] })
    expect((await call('DELETE', `/channel-credentials/${gone}`)).status).toBe(200)
    await run('sweep-log')
    expect(await rows()).toHaveLength(4)
    await flow.sql.query("UPDATE remote_objects SET learnt_at = now() - interval '61 minutes'")
    // Of a channel that this process does not know nobody can say whether its entries are there.
    await flow.sql.query(
      `INSERT INTO remote_objects (id, account, channel, object, collection, document_id, remote_id, delivery, learnt_at)
       VALUES ('x', 'entry:x', 'unknown', 'x', 'orders', '1', '1', 'x', now() - interval '2 hours')`,
    )
    await run('sweep-log')
    expect((await rows()).map(({ account: key }) => key).sort()).toEqual(
      [`credentials:${crm}`, 'entry:x', `entry:${third?.id}`].sort(),
    )
  })
})
