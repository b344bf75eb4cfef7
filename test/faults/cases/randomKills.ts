import { setTimeout as delay } from 'node:timers/promises'

import type { Sql } from '../../../src/kernel/sql.ts'
import type { Child } from '../support/childProcess.ts'
import { concludeCase } from '../support/concludeCase.ts'
import type { FaultCase, FaultWorld } from '../support/faultCase.ts'

const WORKERS = 3
const WRITERS = 2
const SHORTEST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 2_500

/** Any process, any time. */
export const randomKills: FaultCase = {
  name: 'random',
  title: 'workers and writers killed at random times under load, restarted at once',
  run: async (world) => {
    const { losses, random, settings, sink, takeChild } = world
    sink.answer(() => moodOf(random))
    const writers: Child[] = []
    const everyWriter: Child[] = []
    const workers: Child[] = []
    const written: Promise<void>[] = []
    const addWriter = async (index: number): Promise<void> => {
      const writer = await takeChild()
      writers[index] = writer
      everyWriter.push(writer)
      written.push(writer.write({ pauseMs: 5 }))
    }
    const addWorker = async (index: number): Promise<void> => {
      const worker = await takeChild()
      workers[index] = worker
      await worker.work()
    }
    for (let index = 0; index < WORKERS; index += 1) await addWorker(index)
    for (let index = 0; index < WRITERS; index += 1) await addWriter(index)

    const endAt = performance.now() + settings.seconds * 1_000
    let events = 0
    const isEnough = (kills: number): boolean =>
      kills >= settings.kills && events >= settings.events && performance.now() >= endAt
    for (let kill = 0; !isEnough(kill); kill += 1) {
      const pauseMs = SHORTEST_PAUSE_MS + random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS)
      await delay(pauseMs * settings.calm)
      const index = Math.floor(random() * (WORKERS + WRITERS))
      const isWorker = index < WORKERS
      const victim = isWorker ? workers[index] : writers[index - WORKERS]
      if (!victim) throw new Error(`nobody at ${index}`)
      await losses.kill(victim)
      await (isWorker ? addWorker(index) : addWriter(index - WORKERS))
      if ((kill + 1) % 10 > 0) continue
      events = await countEvents(world.cluster.database.sql)
      world.say(`  ${kill + 1} kills, ${events} events, ${sink.arrivals.length} arrivals`)
    }
    for (const writer of writers) writer.stopWriting()
    await Promise.all(written)
    const commits = everyWriter.flatMap((writer) => writer.commits)
    return concludeCase(world, { rounds: 1, commits })
  },
}

async function countEvents(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ count: number }>('SELECT count(*)::int FROM event_logs')
  return rows[0]?.count ?? 0
}

/** Mostly well, sometimes slow, sometimes unwell. */
function moodOf(random: FaultWorld['random']): { status: number; delayMs?: number } {
  const mood = random()
  if (mood < 0.05) return { status: 503 }
  if (mood < 0.1) return { status: 200, delayMs: 200 + random() * 600 }
  return { status: 200, delayMs: random() * 20 }
}
