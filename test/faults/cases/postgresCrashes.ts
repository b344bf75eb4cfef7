import { setTimeout as delay } from 'node:timers/promises'

import { concludeCase } from '../support/concludeCase.ts'
import type { FaultCase } from '../support/faultCase.ts'

const WORKERS = 2
const WRITERS = 2
const SHORTEST_PAUSE_MS = 1_500
const LONGEST_PAUSE_MS = 4_000

/** The database dies at once and comes back; every process of ours lives through it. */
export const postgresCrashes: FaultCase = {
  name: 'postgres',
  title: 'immediate shutdown of Postgres under load, again and again',
  run: async (world) => {
    const { cluster, losses, random, settings, sink, takeChild } = world
    const rounds = Math.max(5, settings.rounds)
    const problems: string[] = []
    sink.answer(() => ({ status: 200, delayMs: random() * 50 }))
    const workers = await Promise.all(Array.from({ length: WORKERS }, () => takeChild()))
    for (const worker of workers) await worker.work()
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => takeChild()))
    const written = writers.map((writer) => writer.write())
    for (let round = 0; round < rounds; round += 1) {
      await delay(SHORTEST_PAUSE_MS + random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS))
      await cluster.crash()
      await losses.noteAll()
    }
    await delay(SHORTEST_PAUSE_MS)
    for (const writer of writers) writer.stopWriting()
    await Promise.all(written)
    for (const [index, child] of [...workers, ...writers].entries()) {
      if (!child.isAlive()) problems.push(`${index < WORKERS ? 'a worker' : 'a writer'} died`)
    }
    const commits = writers.flatMap((writer) => writer.commits)
    world.say(`  ${writers.flatMap((writer) => writer.refusals).length} saves refused`)
    // Payload 3.90 swallows the error of a COMMIT: at most one save per writer and crash.
    return concludeCase(world, { rounds, commits, problems, mayVanish: rounds * WRITERS })
  },
}
