import { AsyncLocalStorage } from 'node:async_hooks'

import { type Clock, systemClock } from '../../src/kernel/clock.ts'

/** A clock that tells the past to whoever works within `at`, and the machine's time to everybody else. */
export type Timeline = {
  clock: Clock
  /** Runs `work` as if it were that moment. Several may run at once, each in its own time. */
  at: <Result>(moment: string, work: () => Promise<Result>) => Promise<Result>
}

/** Makes a timeline; give its clock to the engine, so that dates and events of what is seeded are old. */
export function createTimeline(): Timeline {
  const moments = new AsyncLocalStorage<number>()
  return {
    clock: { now: () => moments.getStore() ?? systemClock.now() },
    at: (moment, work) => moments.run(Date.parse(moment), work),
  }
}
