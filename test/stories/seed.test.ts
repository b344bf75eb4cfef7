import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { bundledCollections } from '../../collections/bundledCollections.ts'
import { emailChannel } from '../../plugins/channels/email/emailChannel.ts'
import { webhookChannel } from '../../plugins/channels/webhook/webhookChannel.ts'
import { type SeedResult, seedShop } from '../../seed/seedShop.ts'
import { createReconciliationSql } from '../../src/reconcile/reconciliationSql.ts'
import { createTimeline, type Timeline } from '../../seed/support/createTimeline.ts'
import { type BootedFlow, bootFlow } from '../support/flow/bootFlow.ts'

const slugs = bundledCollections({ mediaDir: '/nowhere' }).map(({ slug }) => slug)

type Site = BootedFlow & { timeline: Timeline; seed: () => Promise<SeedResult> }

/** An application whose engine tells the time of the seed. */
async function openSite(): Promise<Site> {
  const timeline = createTimeline()
  const app = await bootFlow({
    worker: false,
    clock: timeline.clock,
    channels: [webhookChannel, emailChannel],
  })
  const { payload } = app
  return { ...app, timeline, seed: () => seedShop({ payload, timeline, isMailKept: true }) }
}

async function countsOf({ payload }: Site): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const collection of slugs) {
    counts[collection] = (await payload.count({ collection, trash: true })).totalDocs
  }
  return counts
}

let site: Site
let first: SeedResult
let startedAt: number
beforeAll(async () => {
  site = await openSite()
  startedAt = Date.now()
  first = await site.seed()
}, 300_000)
afterAll(() => site?.destroy())

const one = async (text: string): Promise<Record<string, unknown>> =>
  (await site.sql.query(text)).rows[0] ?? {}

describe('npm run seed', () => {
  test('every bundled collection has something to look at', async () => {
    const counts = await countsOf(site)
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
    expect(first.made.length).toBeGreaterThan(600)
    expect(first.access.map(({ role }) => role)).toEqual(['manager', 'manager', 'viewer', 'viewer'])
  })

  test('a second run makes nothing and changes nothing', async () => {
    const before = await countsOf(site)
    const events = await one('select count(*) as n, max(sequence) as last from event_logs')
    const again = await site.seed()
    expect(again.made).toEqual([])
    expect(again.access).toEqual([])
    expect(await countsOf(site)).toEqual(before)
    expect(await one('select count(*) as n, max(sequence) as last from event_logs')).toEqual(events)
  })

  test('the documents of a whole month agree with the log', async () => {
    const job = site.runtime.jobs.find(({ name }) => name === 'run-reconciliations')
    await site.sql.query(createReconciliationSql, ['rec_all', 'find', null, null, null, null])
    const { signal } = new AbortController()
    const trigger = 'manual' as const
    await job?.run({ trigger, state: {}, resumedAt: null, signal, now: site.timeline.clock.now })
    const gaps = await site.sql.query(
      'select collection, document_id, kind, types, fields from event_gaps',
    )
    expect(gaps.rows).toEqual([])
    const { looked, status } = await one('select status, looked::int from event_reconciliations')
    expect(status).toBe('done')
    expect(looked).toBeGreaterThan(400)
  })

  test('what a person edited stays, and what is missing comes back alone', async () => {
    const { payload } = site
    const find = async (collection: string, title: string) => {
      const { docs } = await payload.find({ collection, where: { title: { equals: title } } })
      return docs[0]?.id ?? 0
    }
    const product = await find('products', 'Колумбия Уила, 250 г')
    await payload.update({ collection: 'products', id: product, data: { title: 'Наша Колумбия' } })
    await payload.delete({ collection: 'tasks', id: await find('tasks', 'Подготовить договор') })

    const { made } = await site.seed()

    expect(made.map(({ collection }) => collection)).toEqual(['tasks'])
    expect(await payload.findByID({ collection: 'products', id: product })).toMatchObject({
      title: 'Наша Колумбия',
    })
  })

  test('the month lies behind: documents, dates, events and deliveries', async () => {
    const orders = await one(
      `select count(distinct date(created_at)) as days, max(created_at) as last, count(distinct status) as statuses,
         count(*) filter (where paid_at < created_at or updated_at < coalesce(completed_at, paid_at)) as odd
       from orders`,
    )
    expect(Number(orders['days'])).toBeGreaterThanOrEqual(25)
    expect(Number(orders['statuses'])).toBe(5)
    expect(Number(orders['odd'])).toBe(0)
    expect(new Date(String(orders['last'])).getTime()).toBeLessThan(startedAt)

    const first30 = first.made
      .filter(({ collection }) => collection === 'orders')
      .map(({ id }) => id)
    const { rows } = await site.sql.query<{ odd: string }>(
      `select count(*) as odd from event_logs
       where collection = 'orders' and document_id = any($1::text[])
         and (created_at <> timestamp or routed_at < created_at or timestamp > now() - interval '5 minutes')`,
      [first30.map(String)],
    )
    expect(Number(rows[0]?.odd)).toBe(0)
    expect(first.isDelivered).toBe(true)
  })

  test('letters arrived in the local outbox, the broken webhook is told and switched off', async () => {
    const states = await site.sql.query(
      `select channel, status::text, count(*) > 0 as some, max(created_at) < now() - interval '5 minutes' as old
       from event_deliveries group by 1, 2 order by 1, 2`,
    )
    expect(states.rows).toEqual([
      { channel: 'email', status: 'delivered', some: true, old: true },
      { channel: 'webhook', status: 'dead', some: true, old: true },
    ])
    const enabled = await site.sql.query(
      'select name from event_subscriptions where enabled order by name',
    )
    expect(enabled.rows.map(({ name }) => name)).toEqual([
      'Крупные заказы — менеджеру',
      'Плохие отзывы — менеджеру',
    ])
  })

  test('nobody gets in with a made-up account, and no campaign waits to be sent', async () => {
    const waiting = await one(
      `select (select count(*) from campaign_recipients where status = 'queued') as letters,
         (select count(*) from email_campaigns where status in ('scheduled', 'sending')) as campaigns`,
    )
    expect(waiting).toEqual({ letters: '0', campaigns: '0' })
    const hashes = await one(
      `select count(*) as n, count(distinct salt) as salts from users where email like '%.example'`,
    )
    expect(hashes['salts']).toBe(hashes['n'])
    const staff = await site.rest('POST', '/users/login', {
      email: first.access[0]?.email,
      password: first.access[0]?.password,
    })
    expect(staff.status).toBe(200)
    const guess = { email: 'emma.wilson@mail.example', password: 'password' }
    expect((await site.rest('POST', '/users/login', guess)).status).toBe(401)
  })
})

describe('a database that holds somebody’s work', () => {
  test('is refused before anything is written', async () => {
    const other = await openSite()
    try {
      await other.payload.create({
        collection: 'orders',
        data: { total: { amount: 100, currency: 'RUB' } },
      })
      await expect(other.seed()).rejects.toMatchObject({ code: 'FLOW_SEED_FOREIGN_DATA' })
      const counts = await countsOf(other)
      expect(counts).toEqual({ ...Object.fromEntries(slugs.map((slug) => [slug, 0])), orders: 1 })
      const { rows } = await other.sql.query('select count(*) as n from payload_kv')
      expect(rows).toEqual([{ n: '0' }])
    } finally {
      await other.destroy()
    }
  }, 300_000)
})
