import type { Clock } from '../../../src/kernel/clock.ts'

/** A clock that stands where the test puts it. */
export type MovableClock = Clock & {
  set: (iso: string) => void
  forward: (ms: number) => void
}

/** Stands at the given moment until it is moved. */
export function movableClock(iso: string): MovableClock {
  let now = Date.parse(iso)
  return {
    now: () => now,
    set: (moment) => {
      now = Date.parse(moment)
    },
    forward: (ms) => {
      now += ms
    },
  }
}
