import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { sweepNotifications } from '../../../src/retention/sweepNotifications.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { openInboxStream } from '../../support/inbox/openInboxStream.ts'
import { putNotification } from '../../support/inbox/putNotification.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

const DAY_MS = 86_400_000
const now = Date.now()

let flow: BootedFlow
let anna: Actor
let admin: Actor

beforeAll(async () => {
  flow = await bootFlow({ worker: false, clock: { now: () => now } })
  anna = await createActor(flow.payload, 'customer')
  admin = await createActor(flow.payload, 'admin')
}, 300_000)
afterAll(() => flow?.destroy())

async function put(title: string, days: { made: number; read?: number }): Promise<void> {
  await putNotification(flow, { userId: anna.id, title })
  const at = (ago: number | undefined) => (ago === undefined ? null : new Date(now - ago * DAY_MS))
  await flow.sql.query('UPDATE notifications SET created_at = $2, read_at = $3 WHERE title = $1', [
    title,
    at(days.made),
    at(days.read),
  ])
}

const kept = async (): Promise<unknown[]> => {
  const { rows } = await flow.sql.query('SELECT title FROM notifications ORDER BY title')
  return rows.map(({ title }) => title)
}

/** As the schedule runs it. */
async function sweepByJob(): Promise<unknown> {
  const job = flow.runtime.jobs.find(({ name }) => name === 'sweep-log')
  if (!job) throw new Error('there is no such job')
  const { signal } = new AbortController()
  return job.run({ now: () => now, signal, state: {}, trigger: 'schedule' } as Parameters<
    typeof job.run
  >[0])
}

test('read ones go 30 days after they were read, unread ones after 90', async () => {
  await put('read long ago', { made: 80, read: 31 })
  await put('read lately, old', { made: 85, read: 29 })
  await put('unread, old', { made: 89 })
  await put('unread, too old', { made: 91 })
  await put('read when it was too old', { made: 100, read: 1 })
  expect(await sweepByJob()).toMatchObject({ found: 2 })
  expect(await kept()).toEqual(['read lately, old', 'read when it was too old', 'unread, old'])
})

test('the page of settings decides, and 0 keeps them for ever', async () => {
  const saved = await flow.rest(
    'POST',
    '/globals/event-retention',
    { notificationsRead: 0, notificationsUnread: 60 },
    { user: admin },
  )
  expect(saved.status).toBe(200)
  await sweepByJob()
  expect(await kept()).toEqual(['read lately, old', 'read when it was too old'])
})

test('whoever listens is told that fewer wait', async () => {
  await put('a', { made: 1 })
  await put('b', { made: 99 })
  const stream = await openInboxStream(flow, { token: anna.token })
  await until(() => stream.unread() === 2, 'the first count')
  await sweepByJob()
  await until(() => stream.unread() === 1, 'the count after the sweep')
  await stream.close()
})

test('more than one portion goes, and those of people who are gone', async () => {
  const gone = await createActor(flow.payload, 'customer')
  for (let at = 0; at < 7; at += 1) await putNotification(flow, { userId: gone.id, title: 'gone' })
  await flow.payload.delete({ collection: 'users', id: gone.id })
  const swept = await sweepNotifications({
    sql: flow.sql,
    keepDays: { notificationsRead: 0, notificationsUnread: 0 },
    now,
    batchRows: 3,
  })
  expect(swept).toBe(7)
  expect(await kept()).not.toContain('gone')
})

test('sweeping, putting and reading at the same time get in nobody’s way', async () => {
  for (let round = 0; round < 10; round += 1) {
    for (let at = 0; at < 20; at += 1) {
      await putNotification(flow, { userId: anna.id, title: `old ${at}` })
    }
    await flow.sql.query("UPDATE notifications SET created_at = $1 WHERE title LIKE 'old %'", [
      new Date(now - 200 * DAY_MS),
    ])
    const keepDays = { notificationsRead: 0, notificationsUnread: 90 }
    const done = await Promise.all([
      flow.rest('POST', '/notifications/read', { all: true }, { user: anna }),
      sweepNotifications({ sql: flow.sql, keepDays, now, batchRows: 7 }),
      sweepNotifications({ sql: flow.sql, keepDays, now, batchRows: 7 }),
      putNotification(flow, { userId: anna.id, title: 'new' }),
    ])
    expect(done[0].status).toBe(200)
    await flow.sql.query('DELETE FROM notifications')
  }
})
