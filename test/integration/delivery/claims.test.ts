import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { AttemptResult } from '../../../src/delivery/attemptResult.ts'
import type { ClaimedDelivery } from '../../../src/delivery/claimedDelivery.ts'
import { createDeliveryStore, type DeliveryStore } from '../../../src/delivery/deliveryStore.ts'
import { type EngineDatabase, openEngineDatabase } from '../../support/engine/openEngineDatabase.ts'
import { seedDeliveries } from '../../support/engine/seedRows.ts'

let engine: EngineDatabase
beforeAll(async () => {
  engine = await openEngineDatabase()
}, 300_000)
afterAll(async () => engine.close())
beforeEach(async () => {
  await engine.database.sql.query('TRUNCATE event_logs, event_deliveries, event_attempts')
})

const LEASE_MS = 60_000
const storeOf = (token: string, leaseMs = LEASE_MS): DeliveryStore =>
  createDeliveryStore({ sql: engine.database.sql, token, leaseMs })

function delivered(claim: ClaimedDelivery): AttemptResult {
  return {
    deliveryId: claim.id,
    fence: claim.attemptsStarted,
    status: 'delivered',
    delayMs: 0,
    channel: claim.channel,
    outcome: 'delivered',
    code: 'http_200',
    reason: null,
    reasons: null,
    durationMs: 1,
    request: null,
    response: null,
    messageId: null,
    isAttempt: true,
  }
}

async function expireLeases(): Promise<void> {
  await engine.database.sql.query(
    "UPDATE event_deliveries SET lease_until = now() - interval '1 second' WHERE status = 'delivering'",
  )
}

async function statusOf(id: string): Promise<Record<string, unknown>> {
  const { rows } = await engine.database.sql.query(
    `SELECT status, attempts_started::int AS started, attempts_finished::int AS finished, last_error
     FROM event_deliveries WHERE id = $1`,
    [id],
  )
  return rows[0] ?? {}
}

describe('claiming', () => {
  test('20 workers take 4,000 deliveries, each exactly once, and none of them starves', async () => {
    await seedDeliveries(engine.database.sql, 4_000)
    const perWorker = new Map<string, string[]>()
    const work = async (name: string): Promise<void> => {
      const store = storeOf(name)
      const taken: string[] = []
      perWorker.set(name, taken)
      for (;;) {
        const claims = await store.claimDue({ limit: 10 })
        if (claims.length === 0) return
        taken.push(...claims.map(({ id }) => id))
        await store.writeResults(claims.map(delivered))
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, n) => work(`wrk_${n}`)))
    const all = [...perWorker.values()].flat()
    expect(all).toHaveLength(4_000)
    expect(new Set(all).size).toBe(4_000)
    const least = Math.min(...[...perWorker.values()].map((taken) => taken.length))
    expect(least).toBeGreaterThanOrEqual(20)
    const { rows } = await engine.database.sql.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM event_attempts',
    )
    expect(rows[0]?.n).toBe(4_000)
  }, 300_000)

  test('ten workers, one delivery: one of them gets it', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, n) => storeOf(`wrk_${n}`).claimDue({ limit: 5 })),
    )
    expect(claims.flat()).toHaveLength(1)
  })

  test('what is not due yet is left alone, by id too', async () => {
    const [id = ''] = await seedDeliveries(engine.database.sql, 1)
    await engine.database.sql.query(
      "UPDATE event_deliveries SET next_attempt_at = now() + interval '1 hour'",
    )
    expect(await storeOf('wrk_1').claimDue({ limit: 5 })).toEqual([])
    expect(await storeOf('wrk_1').claimByIds([id])).toEqual([])
  })

  test('a sweeper takes only what has been due for long', async () => {
    await seedDeliveries(engine.database.sql, 2)
    await engine.database.sql.query(
      "UPDATE event_deliveries SET next_attempt_at = now() - interval '10 seconds' WHERE id = 'dlv_x1'",
    )
    const claims = await storeOf('wrk_1').claimDue({ limit: 5, overdueMs: 5_000 })
    expect(claims.map(({ id }) => id)).toEqual(['dlv_x1'])
  })
})

describe('leases', () => {
  test('a zombie’s late result is refused and leaves no trace', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const zombie = storeOf('wrk_zombie')
    const [stale] = await zombie.claimDue({ limit: 1 })
    await expireLeases()
    const heir = storeOf('wrk_heir')
    await heir.reclaimExpired()
    const [claim] = await heir.claimDue({ limit: 1 })
    if (!stale || !claim) throw new Error('nothing was claimed')

    expect(await zombie.writeResults([delivered(stale)])).toEqual(new Set())
    expect(await statusOf(claim.id)).toMatchObject({ status: 'delivering', finished: 0 })
    const attempts = await engine.database.sql.query('SELECT 1 FROM event_attempts')
    expect(attempts.rows).toEqual([])

    expect(await heir.writeResults([delivered(claim)])).toEqual(new Set([claim.id]))
    expect(await statusOf(claim.id)).toMatchObject({ status: 'delivered', finished: 1 })
  })

  test('a worker that claims its own expired delivery again refuses its first result', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const store = storeOf('wrk_1')
    const [first] = await store.claimDue({ limit: 1 })
    await expireLeases()
    await store.reclaimExpired()
    const [second] = await store.claimDue({ limit: 1 })
    if (!first || !second) throw new Error('nothing was claimed')
    expect(await store.writeResults([delivered(first)])).toEqual(new Set())
    expect(await store.writeResults([delivered(second)])).toEqual(new Set([second.id]))
  })

  test('a heartbeat keeps the lease; a foreign one does not', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const store = storeOf('wrk_1')
    await store.claimDue({ limit: 1 })
    await expireLeases()
    await storeOf('wrk_2').prolongLeases(['dlv_x1'])
    expect(await store.reclaimExpired()).toEqual({ freed: 1, poisoned: 0 })

    await store.claimDue({ limit: 1 })
    await expireLeases()
    await store.prolongLeases(['dlv_x1'])
    expect(await store.reclaimExpired()).toEqual({ freed: 0, poisoned: 0 })
  })

  test('a heartbeat keeps only what the worker knows it holds: a claim whose answer was lost runs out', async () => {
    await seedDeliveries(engine.database.sql, 2)
    const store = storeOf('wrk_1')
    await store.claimDue({ limit: 2 })
    await expireLeases()
    await store.prolongLeases(['dlv_x2'])
    expect(await store.reclaimExpired()).toEqual({ freed: 1, poisoned: 0 })
    expect(await statusOf('dlv_x1')).toMatchObject({ status: 'pending' })
    expect(await statusOf('dlv_x2')).toMatchObject({ status: 'delivering' })
  })

  test('a heartbeat does not wait for a row that is being written: that would be a deadlock', async () => {
    await seedDeliveries(engine.database.sql, 2)
    const store = storeOf('wrk_1')
    await store.claimDue({ limit: 2 })
    await expireLeases()
    await engine.database.transact(async (writer) => {
      await writer.query("SELECT id FROM event_deliveries WHERE id = 'dlv_x1' FOR UPDATE")
      await store.prolongLeases(['dlv_x2', 'dlv_x1'])
    })
    expect(await store.reclaimExpired()).toEqual({ freed: 1, poisoned: 0 })
    expect(await statusOf('dlv_x2')).toMatchObject({ status: 'delivering' })
  }, 20_000)

  test('one refused result does not hold back its batch', async () => {
    await seedDeliveries(engine.database.sql, 3)
    const store = storeOf('wrk_1')
    const claims = await store.claimDue({ limit: 3 })
    const [lost, ...kept] = claims
    if (!lost) throw new Error('nothing was claimed')
    await engine.database.sql.query(
      "UPDATE event_deliveries SET lease_token = 'wrk_other' WHERE id = $1",
      [lost.id],
    )
    const accepted = await store.writeResults(claims.map(delivered))
    expect(accepted).toEqual(new Set(kept.map(({ id }) => id)))
  })

  test('what Postgres cannot store in an answer does not hold back the batch', async () => {
    await seedDeliveries(engine.database.sql, 2)
    const store = storeOf('wrk_1')
    const claims = await store.claimDue({ limit: 2 })
    const results = claims.map((claim) => ({
      ...delivered(claim),
      reason: 'half a pair: \ud83d',
      response: { body: 'a\u0000b', path: 'C:\\u0000' },
    }))
    expect((await store.writeResults(results)).size).toBe(2)
    const { rows } = await engine.database.sql.query<{ reason: string; response: unknown }>(
      'SELECT reason, response FROM event_attempts',
    )
    expect(rows[0]).toEqual({
      reason: 'half a pair: \ufffd',
      response: { body: 'a\ufffdb', path: 'C:\\u0000' },
    })
  })

  test('the same result written twice makes one attempt row', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const store = storeOf('wrk_1')
    const [claim] = await store.claimDue({ limit: 1 })
    if (!claim) throw new Error('nothing was claimed')
    await store.writeResults([delivered(claim)])
    await store.writeResults([delivered(claim)])
    const { rows } = await engine.database.sql.query('SELECT id FROM event_attempts')
    expect(rows).toHaveLength(1)
  })

  test('given back unused, the try does not count', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const store = storeOf('wrk_1')
    await store.release(await store.claimDue({ limit: 1 }))
    expect(await statusOf('dlv_x1')).toMatchObject({ status: 'pending', started: 0, finished: 0 })
    expect(await store.claimDue({ limit: 1 })).toHaveLength(1)
  })

  test('poison: after three tries that never ended it is set aside, with the reason', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const store = storeOf('wrk_1')
    for (let death = 1; death <= 3; death += 1) {
      const [claim] = await store.claimDue({ limit: 1 })
      if (!claim) throw new Error('nothing was claimed')
      expect(claim.strikes).toBe(death - 1)
      if (death > 1) expect(await store.strike(claim)).toBe(true)
      await expireLeases()
      const expected = death < 3 ? { freed: 1, poisoned: 0 } : { freed: 0, poisoned: 1 }
      expect(await store.reclaimExpired()).toEqual(expected)
    }
    expect(await store.claimDue({ limit: 1 })).toEqual([])
    const row = await statusOf('dlv_x1')
    expect(row).toMatchObject({ status: 'poisoned', started: 3, finished: 0 })
    expect(row['last_error']).toContain('set aside')
  })

  test('a delivery that only waited in the memory of workers that died is not blamed', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const store = storeOf('wrk_1')
    for (let death = 1; death <= 10; death += 1) {
      expect(await store.claimDue({ limit: 1 })).toHaveLength(1)
      await expireLeases()
      expect(await store.reclaimExpired()).toEqual({ freed: 1, poisoned: 0 })
    }
  })

  test('a try that ends wipes the slate; a lost lease strikes nobody', async () => {
    await seedDeliveries(engine.database.sql, 1)
    const store = storeOf('wrk_1')
    await store.claimDue({ limit: 1 })
    await expireLeases()
    await store.reclaimExpired()
    const [claim] = await store.claimDue({ limit: 1 })
    if (!claim) throw new Error('nothing was claimed')
    await store.strike(claim)
    const retry = { ...delivered(claim), status: 'retrying', outcome: 'unavailable' } as const
    expect(await store.writeResults([retry])).toEqual(new Set([claim.id]))
    expect(await store.strike(claim)).toBe(false)
    const [again] = await store.claimDue({ limit: 1 })
    expect(again).toMatchObject({ strikes: 0, attemptsFinished: 1 })
  })
})
