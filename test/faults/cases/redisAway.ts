import { setTimeout as delay } from 'node:timers/promises'

import { concludeCase } from '../support/concludeCase.ts'
import { diedOfIt } from '../support/diedOfIt.ts'
import type { FaultCase } from '../support/faultCase.ts'
import { settle } from '../support/settle.ts'

const WORKERS = 2

/** Redis dies with all it held and comes back empty, while everything goes on. */
export const redisAway: FaultCase = {
  name: 'redis-away',
  title: 'Redis killed under load, away for a while, back with nothing: the table has it all',
  needsRedis: true,
  run: async (world) => {
    const { cluster, losses, random, redis, settings, sink, takeChild } = world
    const { sql } = cluster.database
    const problems: string[] = []
    sink.answer(() => ({ status: random() < 0.1 ? 503 : 200, delayMs: random() * 50 }))
    const workers = await Promise.all(Array.from({ length: WORKERS }, () => takeChild('redis')))
    for (const worker of workers) await worker.work()
    const writer = await takeChild('redis')
    const written = writer.write({ pauseMs: 10 })
    await delay(3_000)
    await losses.noteAll()
    await redis().kill()
    const arrivedBefore = sink.arrivals.length
    await delay(settings.away * 1_000)
    const arrivedMeanwhile = sink.arrivals.length - arrivedBefore
    // The sweep of the table goes on without it: slower, but nothing stands still.
    if (arrivedMeanwhile === 0) problems.push('nothing was delivered while Redis was away')
    world.say(`  ${arrivedMeanwhile} arrivals in ${settings.away} s without Redis`)
    await redis().start()
    await delay(3_000)
    writer.stopWriting()
    await written
    await settle(sql)
    problems.push(...diedOfIt([...workers, writer]))
    return concludeCase(world, { rounds: 1, commits: writer.commits, problems })
  },
}
