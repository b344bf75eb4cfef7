import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

import { concludeCase } from '../support/concludeCase.ts'
import { diedOfIt } from '../support/diedOfIt.ts'
import type { FaultCase } from '../support/faultCase.ts'

const WORKERS = 2
const WRITERS = 2
const PATIENCE_MS = 15_000
const NAME = 'hog'

/** Another program takes every connection the server has, those of our processes too. */
export const connectionsGone: FaultCase = {
  name: 'pool',
  title:
    'every connection of Postgres taken by others, ours ended: all goes on when some are free again',
  run: async (world) => {
    const { atEnd, cluster, losses, random, settings, sink, takeChild } = world
    const problems: string[] = []
    sink.answer(() => ({ status: 200, delayMs: random() * 50 }))
    const workers = await Promise.all(Array.from({ length: WORKERS }, () => takeChild()))
    for (const worker of workers) await worker.work()
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => takeChild()))
    const written = writers.map((writer) => writer.write({ pauseMs: 10 }))
    await delay(2_000)
    // The suite needs one itself.
    const own = await cluster.database.pool.connect()
    const taken: pg.Client[] = []
    atEnd(async () => {
      await Promise.all(taken.map((hog) => hog.end()))
      own.release()
    })
    const rounds = 2
    for (let round = 0; round < rounds; round += 1) {
      await losses.noteAll()
      await takeAll(cluster.url, taken)
      world.say(`  ${taken.length} connections taken, none is left`)
      await delay(settings.away * 1_000)
      await Promise.all(taken.splice(0).map((hog) => hog.end()))
      await delay(3_000)
    }
    for (const writer of writers) writer.stopWriting()
    await Promise.all(written)
    const refused = writers.reduce((sum, writer) => sum + writer.refusals.length, 0)
    if (refused === 0) problems.push('no save was refused: the connections were never gone')
    problems.push(...diedOfIt([...workers, ...writers]))
    const commits = writers.flatMap((writer) => writer.commits)
    return concludeCase(world, { rounds, commits, problems, mayVanish: rounds * WRITERS })
  },
}

/** Ends the connections of our processes and takes their places, until nobody else has one. */
async function takeAll(url: string, hogs: pg.Client[]): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const hog = new pg.Client({ connectionString: url, application_name: NAME })
    hog.on('error', () => undefined)
    try {
      await hog.connect()
      hogs.push(hog)
      continue
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== '53300') throw error
    }
    const [first] = hogs
    if (!first) throw new Error('no connection was free to begin with')
    const { rows } = await first.query<{ ended: boolean }>(
      `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name NOT IN ($1, 'faults')`,
      [NAME],
    )
    if (rows.length === 0) return
    if (performance.now() > deadline) throw new Error('others were always faster')
  }
}
