/** Below this many milliseconds every whole number is a bucket of its own. */
const EXACT_BELOW = 128
const STEPS_PER_DOUBLING = 64
/** 2³¹ ms, about 25 days: longer than any schedule of retries. */
const DOUBLINGS = 24

/**
 * Lower bounds of the histogram's buckets in milliseconds, for `width_bucket`: exact to 127 ms, 1.6 % wide above. The buckets are
 * the same for ever, so that histograms of any two periods can be added. Changing them means counting everything anew.
 */
export const durationBounds: readonly number[] = [
  ...Array.from({ length: EXACT_BELOW }, (_, ms) => ms),
  ...Array.from({ length: DOUBLINGS }, (_, doubling) =>
    Array.from(
      { length: STEPS_PER_DOUBLING },
      (_step, step) => (STEPS_PER_DOUBLING + step) * 2 ** (doubling + 1),
    ),
  ).flat(),
]

/** How many durations fell into one bucket, numbered as `width_bucket` does: from 1, 0 for less than nothing. */
export type BucketCount = { bucket: number; total: number }

/** Percentiles in milliseconds; null when there is nothing to tell. */
export type Percentiles = { p50: number | null; p95: number | null; p99: number | null }

/** Percentiles of a histogram: the longest duration of the bucket in which the share is reached. */
export function percentilesOf(counts: readonly BucketCount[]): Percentiles {
  const sorted = counts.filter(({ total }) => total > 0).sort((a, b) => a.bucket - b.bucket)
  const all = sorted.reduce((sum, { total }) => sum + total, 0)
  const at = (share: number): number | null => {
    let reached = 0
    for (const { bucket, total } of sorted) {
      reached += total
      if (reached >= share * all) return longestOf(bucket)
    }
    return null
  }
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function longestOf(bucket: number): number {
  const next = durationBounds[bucket]
  return next === undefined ? (durationBounds.at(-1) ?? 0) : Math.max(0, next - 1)
}
