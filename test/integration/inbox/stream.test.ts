import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type OpenedStream, openInboxStream } from '../../support/inbox/openInboxStream.ts'
import { putNotification } from '../../support/inbox/putNotification.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

let flow: BootedFlow
/** Another process on the same database, as far as the database can tell. */
let other: BootedFlow
let anna: Actor
const opened: OpenedStream[] = []

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  other = await bootFlow({ worker: false, databaseUrl: flow.databaseUrl })
}, 300_000)
afterAll(async () => {
  await other?.destroy()
  await flow?.destroy()
})
beforeEach(async () => {
  anna = await createActor(flow.payload, 'customer')
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((stream) => stream.close()))
  expect([flow, other].map(({ runtime }) => runtime.inboxStreams.count())).toEqual([0, 0])
})

type StreamOptions = Partial<Parameters<typeof openInboxStream>[1]> & { at?: BootedFlow }

async function open({ at = flow, ...options }: StreamOptions = {}): Promise<OpenedStream> {
  const stream = await openInboxStream(at, { token: anna.token, ...options })
  opened.push(stream)
  return stream
}

const put = (title: string, at = flow, user = anna) =>
  putNotification(at, { userId: user.id, title })

const read = (body: object, at = flow) =>
  at.rest('POST', '/notifications/read', body, { user: anna })

describe('a stream', () => {
  test('tells the count at once, then every new one and every change of the count', async () => {
    await put('before')
    const stream = await open()
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.headers.get('cache-control')).toContain('no-transform')
    await until(() => stream.unread() === 1, 'the first count')
    expect(stream.titles()).toEqual([])

    await put('after')
    await until(() => stream.unread() === 2, 'the second count')
    expect(stream.events.map(({ event, id }) => [event, id])).toEqual([
      ['unread', 1],
      ['notification', 2],
      ['unread', 2],
    ])
    expect(stream.events[1]?.data).toMatchObject({ title: 'after', link: null, readAt: null })

    await read({ all: true })
    await until(() => stream.unread() === 0, 'the count after reading')
    expect(stream.lastEventId()).toBe(3)
  })

  test('tells every tab, also that of another process, and nobody else', async () => {
    const boris = await createActor(flow.payload, 'customer')
    const streams = [await open(), await open({ at: other })]
    const foreign = await open({ at: other, token: boris.token })
    await until(() => [...streams, foreign].every((one) => one.unread() === 0), 'first counts')
    await put('here')
    await put('there', other)
    for (const stream of streams) {
      await until(() => stream.unread() === 2, 'both')
      expect(stream.titles()).toEqual(['here', 'there'])
    }
    await read({ all: true }, other)
    for (const stream of streams) await until(() => stream.unread() === 0, 'none unread')
    await put('for Boris', flow, boris)
    await until(() => foreign.unread() === 1, 'his own')
    expect(foreign.titles()).toEqual(['for Boris'])
  })

  test('goes on where it was, with nothing lost and nothing twice', async () => {
    const titles = Array.from({ length: 160 }, (_, at) => `news ${at}`)
    const writing = (async () => {
      for (const [at, title] of titles.entries()) await put(title, at % 2 === 0 ? flow : other)
    })()
    const seen: unknown[] = []
    let after: number | undefined = 0
    while (seen.length < titles.length) {
      const stream: OpenedStream = await open({ after, at: seen.length % 3 === 0 ? flow : other })
      await until(() => stream.titles().length > 0 || seen.length === titles.length, 'some news')
      await stream.close()
      // What was on the way when the line broke counts only as far as it was heard.
      seen.push(...stream.titles())
      after = stream.lastEventId()
    }
    await writing
    expect(seen).toEqual(titles)
  }, 300_000)

  test('a page that has a list says where it is', async () => {
    await put('on the page')
    const { body } = await flow.rest('GET', '/notifications/mine', undefined, { user: anna })
    await put('meanwhile')
    const stream = await open({ query: `?after=${String(body['lastEventId'])}` })
    await until(() => stream.unread() === 2, 'the count')
    expect(stream.titles()).toEqual(['meanwhile'])
  })

  test.each([['x'], ['-1'], ['1.5']])('the id %j is none of ours', async (after) => {
    const { refusal, status } = await open({ after })
    expect([status, refusal]).toMatchObject([400, { errors: [{ code: 'FLOW_API_INPUT_INVALID' }] }])
  })
})

describe('a stream ends', () => {
  test('when its account signs out, and the other session stays', async () => {
    const { token } = await flow.payload.login({
      collection: 'users',
      data: { email: anna.email, password: 'correct horse battery staple' },
    })
    const [leaving, staying] = [await open({ at: other }), await open({ token: String(token) })]
    await until(() => [leaving, staying].every((one) => one.unread() === 0), 'first counts')
    const out = await flow.rest('POST', '/users/logout', {}, { user: anna })
    expect(out.status).toBe(200)
    await until(leaving.hasEnded, 'the end of the stream that signed out')
    await put('still there')
    await until(() => staying.unread() === 1, 'news for the other session')
    expect(leaving.titles()).toEqual([])
    const again = await open()
    expect(again.status).toBe(401)
  })

  test('when the process stops, which lets nobody in any more', async () => {
    const third = await bootFlow({ worker: false, databaseUrl: flow.databaseUrl })
    try {
      const stream = await open({ at: third })
      await until(() => stream.unread() === 0, 'the first count')
      await third.runtime.inboxStreams.stop()
      await until(stream.hasEnded, 'the end of the stream')
      const { refusal, status } = await open({ at: third })
      expect([status, refusal]).toMatchObject([503, { errors: [{ code: 'FLOW_INBOX_STOPPING' }] }])
    } finally {
      await third.destroy()
    }
  })
})

describe('many streams', () => {
  test('of one account are refused by name, and room comes back', async () => {
    for (let at = 0; at < 10; at += 1) await open()
    const { headers, refusal, status } = await open()
    expect([status, headers.get('retry-after'), refusal]).toMatchObject([
      429,
      '30',
      { errors: [{ code: 'FLOW_INBOX_TOO_MANY_STREAMS' }] },
    ])
    await opened[0]?.close()
    expect((await open()).status).toBe(200)
  })

  test('200 need one connection more than none, and all hear the news', async () => {
    const people: Actor[] = []
    for (let at = 0; at < 20; at += 1) people.push(await createActor(flow.payload, 'viewer'))
    const streams: OpenedStream[] = []
    for (const { token } of people) {
      for (let at = 0; at < 10; at += 1) streams.push(await open({ token }))
    }
    await until(() => streams.every((one) => one.unread() === 0), '200 first counts')
    await putNotification(flow, { audience: { kind: 'staff', role: 'viewer' }, title: 'to all' })
    await until(() => streams.every((one) => one.unread() === 1), '200 counts')
    const { rows } = await flow.sql.query<{ inbox: number; total: number }>(
      `SELECT count(*) FILTER (WHERE application_name = 'flowmasters inbox')::int AS inbox, count(*)::int AS total
       FROM pg_stat_activity WHERE datname = current_database()`,
    )
    expect(rows[0]?.inbox).toBe(1)
    // Two pools of Payload's (10 each) and two of the tests (4 each), full or not, and the listener.
    expect(rows[0]?.total).toBeLessThanOrEqual(2 * 10 + 2 * 4 + 1)
  }, 300_000)
})
