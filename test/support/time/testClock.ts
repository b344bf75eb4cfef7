import type { Clock } from '../../../src/kernel/clock.ts'

/** A clock that stands until it is moved. */
export type TestClock = Clock & {
  /** To this time; also backwards. */
  set: (at: string | number) => void
  /** On by so many milliseconds. */
  pass: (ms: number) => void
}

/** Starts at the given time. */
export function testClock(at: string): TestClock {
  let now = Date.parse(at)
  return {
    now: () => now,
    set: (to) => {
      now = typeof to === 'string' ? Date.parse(to) : to
    },
    pass: (ms) => {
      now += ms
    },
  }
}
