/** Source of time, injected so that tests can move it. Due times and leases use the database clock instead. */
export type Clock = {
  /** Milliseconds since the Unix epoch. */
  now: () => number
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }
