import type { PoolClient } from 'pg'

import { newId } from '../../../src/kernel/ids.ts'
import { insertEventsSql } from '../../../src/outbox/insertEventsSql.ts'
import { settle } from '../support/settle.ts'
import type { FaultCase, FaultWorld } from '../support/faultCase.ts'

const ROUNDS = 1_000
const PAIRS_AT_ONCE = 2

/** The older event commits last: a reader that remembers the last id it saw would skip it. */
export const outOfOrderCommits: FaultCase = {
  name: 'order',
  title: 'events that commit in another order than their ids: none is skipped',
  run: async (world) => {
    const { cluster, sink, takeChild } = world
    const worker = await takeChild()
    await worker.work()
    const ids: string[] = []
    const interleave = async (): Promise<void> => {
      for (let round = 0; round < ROUNDS / PAIRS_AT_ONCE; round += 1) {
        const older = await cluster.database.pool.connect()
        const newer = await cluster.database.pool.connect()
        try {
          await older.query('begin')
          ids.push(await insertEvent(older))
          await newer.query('begin')
          ids.push(await insertEvent(newer))
          await newer.query('commit')
          await older.query('commit')
        } finally {
          older.release()
          newer.release()
        }
      }
    }
    await Promise.all(Array.from({ length: PAIRS_AT_ONCE }, interleave))
    await settle(cluster.database.sql)
    const arrived = new Map<string, number>()
    for (const { eventId } of sink.arrivals) arrived.set(eventId, (arrived.get(eventId) ?? 0) + 1)
    const lost = ids.filter((id) => !arrived.has(id))
    const duplicates = sink.arrivals.length - arrived.size
    const problems = lost.slice(0, 5).map((id) => `${id} was skipped`)
    if (duplicates > 0) problems.push(`${duplicates} duplicates without a death`)
    return emptyReport(world, { events: ids.length, lost: lost.length, duplicates, problems })
  },
}

async function insertEvent(client: PoolClient): Promise<string> {
  const id = newId('evt')
  const timestamp = new Date().toISOString()
  const meta = {
    source: 'code' as const,
    collection: null,
    documentId: null,
    userId: null,
    userEmail: null,
    locale: null,
    operation: null,
    causationId: null,
    hop: 0,
  }
  const type = 'order.paid'
  const head = JSON.stringify({ id, type, version: 1, timestamp, data: {}, meta }).slice(0, -2)
  const { text, values } = insertEventsSql([
    {
      id,
      type,
      version: 1,
      timestamp,
      collection: null,
      documentId: null,
      operation: null,
      data: { current: {}, previous: null, changed: [] },
      meta,
      idempotencyKey: null,
      issues: [],
      bodyHead: `${head},"sequence":`,
      bodyTail: '}}',
    },
  ])
  await client.query(text, values)
  return id
}

function emptyReport(
  { losses }: FaultWorld,
  found: { events: number; lost: number; duplicates: number; problems: string[] },
) {
  const none = { ghosts: 0, inFlight: losses.inFlight(), longestRecoveryMs: 0 }
  return { rounds: ROUNDS, kills: 0, ...none, ...found }
}
