const MINUTE_MS = 60_000
const DAY_MS = 1_440 * MINUTE_MS
/** Moscow, where the business is. */
const ZONE_MS = 180 * MINUTE_MS
/** Nothing is told of the last minutes: those belong to the person who looks. */
const SILENCE_MS = 10 * MINUTE_MS

/** Dates around the day of the seeding, as ISO 8601. */
export type Moments = {
  /** So many days ago at a time of day in Moscow; never later than ten minutes before the seeding. */
  ago: (days: number, hour?: number, minute?: number) => string
  /** So many days ahead, for plans; 0 is today. */
  ahead: (days: number, hour?: number, minute?: number) => string
  /** Later than a moment, and never later than ten minutes before the seeding. */
  after: (moment: string, minutes: number) => string
}

/** Moments relative to `base`, milliseconds since the Unix epoch. */
export function createMoments(base: number): Moments {
  const latest = base - SILENCE_MS
  const midnight = Math.floor((base + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS
  const iso = (ms: number): string => new Date(ms).toISOString()
  const at = (days: number, hour: number, minute: number): number =>
    midnight + days * DAY_MS + (hour * 60 + minute) * MINUTE_MS
  return {
    ago: (days, hour = 12, minute = 0) => iso(Math.min(at(-days, hour, minute), latest)),
    ahead: (days, hour = 12, minute = 0) => iso(at(days, hour, minute)),
    after: (moment, minutes) => iso(Math.min(Date.parse(moment) + minutes * MINUTE_MS, latest)),
  }
}
