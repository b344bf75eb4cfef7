import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { on } from '../../../hooks/rules/on.ts'
import { track } from '../../../hooks/rules/track.ts'
import type { JobReport } from '../../../src/schedule/scheduledJob.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { clearTables } from '../../support/flow/clearTables.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

let flow: BootedFlow
let receiver: FlowReceiver
let as: Record<'admin' | 'manager' | 'viewer' | 'customer', Actor>

beforeAll(async () => {
  // A rule of a site's own: it tells of tasks that are deleted.
  const tracking = [
    ...bundledTracking().filter(({ collection }) => collection !== 'tasks'),
    track('tasks', { 'task.assigned': on.created(), 'task.completed': on.deleted() }),
  ]
  flow = await bootFlow({ tracking })
  as = await createActors(flow.payload)
  receiver = await startReceiver()
  await flow.payload.create({
    collection: 'event-subscriptions',
    data: { name: 'All', events: ['*'], channels: [{ blockType: 'webhook', url: receiver.url }] },
  })
}, 300_000)
afterAll(async () => {
  await flow?.destroy()
  await receiver?.close()
})
beforeEach(async () => {
  await flow.settle()
  await clearTables(
    flow.sql,
    ...['event_logs', 'event_deliveries', 'event_attempts', 'event_sequences'],
    ...['event_gaps', 'event_reconciliations', 'orders', 'products', 'tasks'],
  )
  receiver.requests.length = 0
})

const newOrder = async (status = 'pending'): Promise<number> => {
  const data = { status, total: { amount: 20_000, currency: 'RUB' } } as never
  const { id } = await flow.payload.create({ collection: 'orders', locale: 'ru', data })
  return Number(id)
}
const reconcile = (body: object, user: Actor = as.manager) =>
  flow.rest('POST', '/events/reconcile', body, { user })
/** As the schedule does, in this process. */
const runJob = async (signal = new AbortController().signal): Promise<JobReport> => {
  const job = flow.runtime.jobs.find(({ name }) => name === 'run-reconciliations')
  const run = { trigger: 'manual', state: {}, resumedAt: null, signal, now: Date.now } as const
  return (await job?.run(run)) ?? {}
}
const docs = async (collection: string): Promise<Record<string, unknown>[]> => {
  const { body } = await flow.rest('GET', `/${collection}?limit=500&sort=id`, undefined, {
    user: as.viewer,
  })
  return body['docs'] as Record<string, unknown>[]
}
const find = async (body: object = {}): Promise<Record<string, unknown>[]> => {
  await reconcile({ action: 'find', ...body })
  await runJob()
  return (await docs('event-gaps')).filter(({ status }) => status === 'open')
}
const publish = async (body: object = {}): Promise<void> => {
  await reconcile({ action: 'publish', ...body })
  await runJob()
  await flow.settle()
}
/** In the order of their numbers; receivers may be sent to in any. */
const told = () =>
  receiver.requests
    .map(({ json }) => json)
    .sort((a, b) => Number(a?.meta['sequence']) - Number(b?.meta['sequence']))

describe('changes past the log', () => {
  test('SQL by hand: listed with what is missing, published once, delivered like any event', async () => {
    const id = await newOrder()
    await newOrder()
    await flow.settle()
    await flow.sql.query("UPDATE orders SET status = 'paid' WHERE id = $1", [id])
    receiver.requests.length = 0

    expect(await find()).toMatchObject([
      {
        collection: 'orders',
        documentId: String(id),
        kind: 'changed',
        types: ['order.status_changed', 'order.paid'],
        fields: ['status'],
      },
    ])
    expect(told()).toEqual([])

    await publish()
    expect(told()).toMatchObject([
      { type: 'order.status_changed', meta: { reconciled: true, sequence: 2 } },
      {
        type: 'order.paid',
        data: { previous: { status: 'pending' }, current: { id, status: 'paid' } },
        meta: { reconciled: true, operation: 'update', documentId: String(id), sequence: 3 },
      },
    ])
    expect(await docs('event-gaps')).toMatchObject([{ status: 'told' }])

    await publish()
    expect(await find()).toEqual([])
    expect(told()).toHaveLength(2)
    const runs = (await docs('event-reconciliations')).map(
      ({ action, found, looked, told, status }) => [action, status, looked, found, told].join(' '),
    )
    expect(runs.map((run) => run.replace(/^find done \d+/, 'find done n'))).toEqual([
      'find done n 1 0',
      'publish done 1 0 1',
      'publish done 0 0 0',
      'find done n 0 0',
    ])
  })

  test('a document made with hooks bypassed has its events after all', async () => {
    await newOrder()
    await flow.settle()
    const made = await flow.payload.db.create({
      collection: 'orders',
      data: { status: 'paid', total: { ru: { amount: 500, currency: 'RUB' } } },
      locale: 'all',
    })
    receiver.requests.length = 0
    const gaps = await find()
    expect(gaps).toMatchObject([{ documentId: String(made.id), kind: 'never_told' }])
    expect(gaps[0]?.['types']).toEqual(expect.arrayContaining(['order.created', 'order.paid']))
    await publish({ gaps: [String(gaps[0]?.['id'])] })
    expect(told()[0]).toMatchObject({
      type: 'order.created',
      data: { previous: null },
      meta: { reconciled: true, operation: 'create', sequence: 1 },
    })
  })

  test('a deletion past the log is told where the rules tell deletions', async () => {
    const project = await flow.payload.create({
      collection: 'service-projects',
      data: { title: 'Сайт' } as never,
    })
    const task = async (title: string) =>
      flow.payload.create({
        collection: 'tasks',
        data: { title, project: project.id } as never,
      })
    const [lost, deleted] = [await task('lost'), await task('deleted'), await task('kept')]
    await flow.payload.delete({ collection: 'tasks', id: deleted.id })
    await flow.sql.query('DELETE FROM tasks WHERE id = $1', [lost.id])
    await flow.settle()
    expect(await find()).toMatchObject([
      {
        collection: 'tasks',
        documentId: String(lost.id),
        kind: 'deleted',
        types: ['task.completed'],
      },
    ])
    receiver.requests.length = 0
    await publish()
    expect(told()).toMatchObject([
      {
        type: 'task.completed',
        data: { current: { title: 'lost' } },
        meta: { operation: 'delete' },
      },
    ])
    expect(await find()).toEqual([])
  })

  test('a product published by SQL: what a draft becomes is told, drafts are not', async () => {
    await newOrder()
    const draft = { title: 'Tea', _status: 'draft' } as never
    const create = () =>
      flow.payload.create({ collection: 'products', locale: 'ru', data: draft, draft: true })
    const [shown] = [await create(), await create()]
    expect(await find()).toEqual([])
    await flow.sql.query("UPDATE products SET _status = 'published' WHERE id = $1", [shown.id])
    expect(await find()).toMatchObject([
      { documentId: String(shown.id), types: ['product.created', 'product.published'] },
    ])
  })

  test('what no rule looks at is no gap, nor is a change that was made back', async () => {
    const id = await newOrder()
    await flow.sql.query('UPDATE orders SET updated_at = now() WHERE id = $1', [id])
    await flow.sql.query("UPDATE orders SET status = 'paid' WHERE id = $1", [id])
    expect(await find()).toHaveLength(1)
    await flow.sql.query("UPDATE orders SET status = 'pending' WHERE id = $1", [id])
    expect(await find()).toEqual([])
    expect(await docs('event-gaps')).toMatchObject([{ status: 'settled' }])
  })

  test('documents from before the log, and those it has forgotten, are not told', async () => {
    const id = await newOrder()
    const old = await newOrder()
    await flow.settle()
    await flow.sql.query("UPDATE orders SET created_at = '2020-01-01' WHERE id = $1", [old])
    await flow.sql.query('DELETE FROM event_logs WHERE document_id = $1', [String(old)])
    await flow.sql.query(
      `INSERT INTO event_sequences (id, last, types) VALUES ($1, 1, '{"order.created": true}')`,
      [`orders:${id}`],
    )
    await flow.sql.query('DELETE FROM event_logs WHERE document_id = $1', [String(id)])
    await newOrder()
    expect(await find({ collections: ['orders'] })).toEqual([])
    expect(await docs('event-reconciliations')).toMatchObject([{ looked: 3, unknown: 2, found: 0 }])
  })

  test('`since` looks only at what was written since', async () => {
    const [early, late] = [await newOrder(), await newOrder()]
    await flow.sql.query(
      "UPDATE orders SET status = 'paid', updated_at = '2026-01-01' WHERE id = $1",
      [early],
    )
    await flow.sql.query("UPDATE orders SET status = 'paid', updated_at = now() WHERE id = $1", [
      late,
    ])
    const since = new Date(Date.now() - 3_600_000).toISOString()
    expect(await find({ since, collections: ['orders'] })).toMatchObject([
      { documentId: String(late) },
    ])
  })
})

describe('while the shop is open', () => {
  test('saves under way are never taken for gaps', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => newOrder()))
    let isOver = false
    const shop = ids.map(async (id) => {
      for (let n = 0; !isOver; n += 1) {
        const data = { note: `n${n}`, total: { amount: 100 + n, currency: 'RUB' } } as never
        await flow.payload.update({ collection: 'orders', id, locale: 'ru', data })
      }
    })
    for (let n = 0; n < 5; n += 1) expect(await find({ collections: ['orders'] })).toEqual([])
    isOver = true
    await Promise.all(shop)
  })

  test('broken off in the middle, it goes on where it was; publishing tells nothing twice', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => newOrder()))
    await flow.settle()
    await flow.sql.query("UPDATE orders SET status = 'paid'")
    await find()
    receiver.requests.length = 0
    await reconcile({ action: 'publish' })
    const stop = new AbortController()
    const first = runJob(stop.signal)
    stop.abort()
    await first
    await runJob()
    await flow.settle()
    const paid = told().filter((event) => event?.type === 'order.paid')
    expect(paid.map((event) => Number(event?.meta['documentId'])).sort((a, b) => a - b)).toEqual(
      ids.sort((a, b) => a - b),
    )
  })

  test('one that is cancelled tells no more, and says so', async () => {
    await newOrder()
    await flow.settle()
    await flow.sql.query("UPDATE orders SET status = 'paid'")
    await find()
    receiver.requests.length = 0
    const { body } = await reconcile({ action: 'publish' })
    const cancelled = await flow.rest(
      'POST',
      `/events/reconciliations/${String(body['id'])}/cancel`,
      {},
      { user: as.manager },
    )
    expect([cancelled.status, cancelled.body['status']]).toEqual([200, 'cancelled'])
    await runJob()
    expect(told()).toEqual([])
    const again = await flow.rest(
      'POST',
      `/events/reconciliations/${String(body['id'])}/cancel`,
      {},
      { user: as.manager },
    )
    expect(again.status).toBe(404)
  })
})

describe('POST /api/events/reconcile', () => {
  test.each([
    [{}, 400],
    [{ action: 'repair' }, 400],
    [{ action: 'find', since: 'yesterday' }, 400],
    [{ action: 'publish', collections: ['orders'] }, 400],
    [{ action: 'find', collections: ['event-logs'] }, 404],
  ])('%j is refused with %i', async (body, status) => {
    const answer = await reconcile(body)
    expect([answer.status, await docs('event-reconciliations')]).toEqual([status, []])
  })

  test('the nightly look asks for a run over what was written lately', async () => {
    const job = flow.runtime.jobs.find(({ name }) => name === 'find-untold-changes')
    const signal = new AbortController().signal
    await job?.run({ trigger: 'schedule', state: {}, resumedAt: null, signal, now: Date.now })
    const [run] = await docs('event-reconciliations')
    expect(run).toMatchObject({ action: 'find', status: 'pending', requestedBy: null })
    const days = (Date.now() - Date.parse(String(run?.['since']))) / 86_400_000
    expect(Math.round(days)).toBe(3)
  })
})
