import { afterEach, describe, expect, test } from '@jest/globals'

import type { Listener } from '../../../src/database/createListener.ts'
import { createInboxStreams, type InboxStreams } from '../../../src/inbox/createInboxStreams.ts'
import type { InboxChange, InboxReader } from '../../../src/inbox/notificationsStore.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { until } from '../../support/flow/until.ts'

/** An inbox in memory: `version` notifications, all unread. */
function createWorld(settings = {}) {
  const world = {
    version: 0,
    asked: [] as (readonly InboxReader[])[],
    listeners: { opened: 0, stopped: 0 },
    fails: 0,
    isSignedIn: true,
    say: (_: string) => {},
  }
  const listener: Listener = {
    listen: (_, handler) => {
      world.say = handler
      return () => {}
    },
    onReconnect: () => () => {},
    ready: async () => {},
    stop: async () => {
      world.listeners.stopped += 1
    },
  }
  const changeOf = ({ isFirst, seen }: InboxReader, most: number): InboxChange | undefined => {
    if (!isFirst && seen === world.version) return undefined
    const from = seen ?? world.version
    const count = Math.min(most, world.version - from)
    return {
      unread: world.version,
      version: world.version,
      hasMore: world.version - from > most,
      fresh: Array.from({ length: count }, (_, at) => ({
        seq: from + at + 1,
        notification: {
          ...{ id: `ntf_${from + at + 1}`, title: 'x', text: 'y'.repeat(1000), link: null },
          ...{ level: 'info', eventType: 'order.paid', createdAt: '', readAt: null },
        },
      })),
    }
  }
  const streams = createInboxStreams({
    notifications: {
      changes: async (readers, most) => {
        world.asked.push(readers)
        if (world.fails > 0) {
          world.fails -= 1
          throw new Error('the database is away')
        }
        return readers.map((reader) => changeOf(reader, most))
      },
    },
    openListener: () => {
      world.listeners.opened += 1
      return listener
    },
    logger: () => silentLogger,
    settings: { pollMs: 60_000, keepAliveMs: 60_000, checkMs: 60_000, ...settings },
  })
  const open = (after: number | null = null, userId = '1') =>
    streams.open({ userId, after, isSignedIn: async () => world.isSignedIn }).getReader()
  running.push(streams)
  return { world, streams, open }
}

const running: InboxStreams[] = []
afterEach(() => Promise.all(running.splice(0).map((streams) => streams.stop())))

type Reader = ReadableStreamDefaultReader<Uint8Array>
const textOf = async (reader: Reader): Promise<string> =>
  new TextDecoder().decode((await reader.read()).value)

describe('streams', () => {
  test('a reader who takes nothing costs one portion and no more questions', async () => {
    const { open, world } = createWorld()
    world.version = 500
    const reader = open(0)
    await until(() => world.asked.length > 0, 'the first question')
    for (let at = 0; at < 20; at += 1) {
      world.version += 10
      world.say('1')
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(world.asked).toHaveLength(1)
    // Whoever takes them then gets them all, portion by portion.
    let text = ''
    while (!text.includes('event: unread')) text += await textOf(reader)
    const ids = [...text.matchAll(/^id: (\d+)\nevent: notification/gm)].map(([, id]) => Number(id))
    expect(ids).toEqual(Array.from({ length: 700 }, (_, at) => at + 1))
    expect(text).toMatch(/^retry: \d+\n\n/)
  })

  test('readers are asked for together, and only those who are meant', async () => {
    const { open, world } = createWorld()
    const readers = ['1', '2', '3'].map((userId) => open(null, userId))
    for (const reader of readers) await textOf(reader)
    const before = world.asked.length
    world.version = 1
    world.say('1,3')
    expect(await textOf(readers[0] as Reader)).toContain('"count":1')
    expect(await textOf(readers[2] as Reader)).toContain('"count":1')
    expect(
      world.asked
        .slice(before)
        .flat()
        .map(({ userId }) => userId),
    ).toEqual(['1', '3'])
    world.say('*')
    expect(await textOf(readers[1] as Reader)).toContain('"count":1')
  })

  test('what nobody announced is found by looking, also after a failure', async () => {
    const { open, world } = createWorld({ pollMs: 5 })
    const reader = open()
    await textOf(reader)
    world.fails = 2
    world.version = 1
    expect(await textOf(reader)).toContain('event: notification')
    expect(world.fails).toBe(0)
  })

  test('a silent stream says that it is alive', async () => {
    const { open } = createWorld({ keepAliveMs: 5 })
    const reader = open()
    await textOf(reader)
    expect(await textOf(reader)).toMatch(/^: .*\n\n$/)
  })

  test('a session that has run out ends its stream', async () => {
    const { open, streams, world } = createWorld({ checkMs: 5 })
    const reader = open()
    await textOf(reader)
    world.isSignedIn = false
    expect((await reader.read()).done).toBe(true)
    expect(streams.count()).toBe(0)
  })

  test('listens while there are streams, with one connection', async () => {
    const { open, streams, world } = createWorld()
    const [one, two] = [open(), open()]
    expect(world.listeners).toEqual({ opened: 1, stopped: 0 })
    await one?.cancel()
    await two?.cancel()
    expect([streams.count(), world.listeners]).toEqual([0, { opened: 1, stopped: 1 }])
    open()
    expect(world.listeners).toEqual({ opened: 2, stopped: 1 })
  })

  test('a process has room for so many', () => {
    const { open } = createWorld({ mostInAll: 2 })
    open(null, '1')
    open(null, '2')
    expect(() => open(null, '3')).toThrow('FLOW_INBOX_STREAMS_FULL')
  })
})
