import type { Stretch } from './workingTimes.ts'

type FreeTimesOptions = {
  working: readonly Stretch[]
  /** Bookings with their breaks. */
  busy: readonly Stretch[]
  durationMs: number
  /** The break after a booking; it may reach beyond the working hours. */
  bufferMs: number
  /** Distance between beginnings, counted from the beginning of each stretch. */
  stepMs: number
  /** Nothing begins before. */
  earliest: number
}

/** The moments at which a booking can begin. */
export function freeTimes(options: FreeTimesOptions): number[] {
  const { bufferMs, busy, durationMs, earliest, stepMs, working } = options
  return working.flatMap(({ from, until }) => {
    const count = Math.max(0, Math.floor((until - from - durationMs) / stepMs) + 1)
    return Array.from({ length: count }, (_, index) => from + index * stepMs).filter(
      (start) =>
        start >= earliest &&
        !busy.some((taken) => taken.from < start + durationMs + bufferMs && taken.until > start),
    )
  })
}
