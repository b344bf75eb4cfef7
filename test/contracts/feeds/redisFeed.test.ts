import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'

import type { DeliveryFeed } from '../../../src/queue/deliveryFeed.ts'
import { createRedisFeed } from '../../../src/queue/redisFeed.ts'
import { feedContract } from '../../../src/testing/feedContract.ts'
import { waitFor } from '../../../src/testing/waitFor.ts'
import { type EngineDatabase, openEngineDatabase } from '../../support/engine/openEngineDatabase.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { describeWithRedis } from '../../support/redis/describeWithRedis.ts'
import { startTestRedis, type TestRedis } from '../../support/redis/startTestRedis.ts'
import { openFeedStage } from './openFeedStage.ts'
import { openTcpGate, type TcpGate } from './tcpGate.ts'

const GRACE_MS = 500
const TEN_MINUTES_MS = 600_000

describeWithRedis('over a real Redis', () => {
  let engine: EngineDatabase
  let redis: TestRedis
  let gate: TcpGate
  const feedAt = (url: string, graceMs = GRACE_MS): DeliveryFeed =>
    createRedisFeed({ url, channels: ['webhook'], graceMs, logger: silentLogger })
  const flush = async (): Promise<void> => {
    const client = new Redis(redis.url)
    await client.flushall()
    client.disconnect()
  }
  beforeAll(async () => {
    engine = await openEngineDatabase()
    redis = await startTestRedis()
    gate = await openTcpGate(Number(new URL(redis.url).port))
  }, 300_000)
  afterAll(async () => {
    await gate.close()
    await Promise.all([redis.stop(), engine.close()])
  })

  feedContract({
    name: 'redis',
    describe,
    test,
    arrange: async () => {
      await flush()
      return openFeedStage(engine, { createFeed: () => feedAt(redis.url), forget: flush })
    },
  })

  test('Redis is away at the start: the table carries on at once, and Redis again when it is back', async () => {
    await flush()
    gate.shut()
    const feeds: DeliveryFeed[] = []
    const createFeed = (): DeliveryFeed => {
      const feed = feedAt(gate.url, TEN_MINUTES_MS)
      feeds.push(feed)
      return feed
    }
    const stage = await openFeedStage(engine, { createFeed, forget: flush })
    try {
      await stage.startWorker()
      const without = await stage.commit({ count: 20 })
      await waitFor('deliveries without Redis', () => stage.tried().length === without.length)
      expect(feeds.map((feed) => feed.isHealthy())).toEqual([false, false])
      gate.open()
      await waitFor('Redis', () => feeds.every((feed) => feed.isHealthy()))
      const withRedis = await stage.commit({ count: 20 })
      await waitFor('deliveries over Redis', () => stage.tried().length === 40)
      expect([...stage.tried()].sort()).toEqual([...without, ...withRedis].sort())
    } finally {
      gate.open()
      await stage.close()
    }
  })

  test('Redis dies under way: nothing is lost, and the worker still stops', async () => {
    await flush()
    gate.open()
    const stage = await openFeedStage(engine, { createFeed: () => feedAt(gate.url), forget: flush })
    try {
      const worker = await stage.startWorker()
      const before = await stage.commit({ count: 20 })
      await waitFor('deliveries over Redis', () => stage.tried().length === 20)
      gate.shut()
      const after = await stage.commit({ count: 20 })
      await waitFor('deliveries without Redis', () => stage.tried().length === 40)
      expect([...stage.tried()].sort()).toEqual([...before, ...after].sort())
      await worker.stop()
    } finally {
      gate.open()
      await stage.close()
    }
  })
})
