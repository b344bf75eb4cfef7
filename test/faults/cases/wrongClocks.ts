import { setTimeout as delay } from 'node:timers/promises'

import { concludeCase } from '../support/concludeCase.ts'
import type { FaultCase } from '../support/faultCase.ts'
import type { Arrival } from '../support/sink.ts'

const HOUR_MS = 3_600_000
const EARLIEST_RETRY_MS = 400
const LATEST_RETRY_MS = 30_000

/** Processes disagree by two hours about what time it is; the database's clock is the only one that counts. */
export const wrongClocks: FaultCase = {
  name: 'clock',
  title: 'clocks an hour fast and an hour slow, with deaths: leases and retries keep their time',
  run: async (world) => {
    const { losses, settings, sink, startChild } = world
    const seen = new Set<string>()
    sink.answer(({ deliveryId }) => {
      if (seen.has(deliveryId)) return { status: 200, delayMs: 20 }
      seen.add(deliveryId)
      return { status: seen.size % 3 === 0 ? 503 : 200, delayMs: 20 }
    })
    const shifts = [HOUR_MS, -HOUR_MS]
    const startAll = () => Promise.all(shifts.map((clockShiftMs) => startChild({ clockShiftMs })))
    const writers = await startAll()
    const written = writers.map((writer) => writer.write({ pauseMs: 10 }))
    const rounds = Math.max(2, settings.rounds)
    for (let round = 0; round < rounds; round += 1) {
      const workers = await startAll()
      for (const worker of workers) await worker.work()
      await delay(4_000)
      const victim = workers[round % workers.length]
      if (victim) await losses.kill(victim)
    }
    for (const writer of writers) writer.stopWriting()
    await Promise.all(written)
    const commits = writers.flatMap((writer) => writer.commits)
    const report = await concludeCase(world, { rounds, commits })
    report.problems.push(...mistimed(sink.arrivals))
    return report
  },
}

/** Retries are due a second after the failure, give or take the jitter and a busy machine. */
function mistimed(arrivals: readonly Arrival[]): string[] {
  const first = new Map<string, number>()
  const gaps: number[] = []
  for (const { at, deliveryId } of arrivals) {
    const before = first.get(deliveryId)
    if (before === undefined) first.set(deliveryId, at)
    else gaps.push(at - before)
  }
  if (gaps.length === 0) return ['nothing was ever retried']
  const [shortest, longest] = [Math.min(...gaps), Math.max(...gaps)]
  return [
    ...(shortest < EARLIEST_RETRY_MS ? [`a retry came after only ${shortest} ms`] : []),
    ...(longest > LATEST_RETRY_MS ? [`a retry came as late as ${longest} ms`] : []),
  ]
}
