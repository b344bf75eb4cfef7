import type { Rate } from './pace.ts'

/** Tokens there were at a time (milliseconds since the epoch, by the database's clock). */
export type Bucket = { tokens: number; at: number }

/** What was taken, what is left, and when there will be one more. */
export type Taken = { granted: number; bucket: Bucket; nextInMs: number }

/** A bucket holds what comes in this long, and at least one: receivers count in seconds, so bursts must be small beside them. */
const BURST_MS = 250

/** Most tokens a bucket holds; in any span of `ms` at most `ms × rate + capacity` are granted. */
export function bucketCapacity({ burst, count, perMs }: Rate): number {
  return Math.max(1, Math.floor(burst ?? (count * BURST_MS) / perMs))
}

/**
 * Token bucket: takes up to `wanted` whole tokens at `now`. A bucket nobody has used is full. A clock that steps back
 * gives nothing and takes nothing.
 */
export function takeTokens(
  known: Bucket | null,
  { now, rate, wanted }: { rate: Rate; wanted: number; now: number },
): Taken {
  const capacity = bucketCapacity(rate)
  const perToken = rate.perMs / rate.count
  const elapsed = known ? Math.max(0, now - known.at) : 0
  const full = known ? Math.min(capacity, known.tokens + elapsed / perToken) : capacity
  const granted = Math.min(Math.max(0, Math.floor(wanted)), Math.floor(full))
  const tokens = full - granted
  return {
    granted,
    bucket: { tokens, at: Math.max(now, known?.at ?? now) },
    nextInMs: tokens >= 1 ? 0 : Math.ceil((1 - tokens) * perToken),
  }
}
