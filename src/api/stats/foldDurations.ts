import { type BucketCount, type Percentiles, percentilesOf } from '../../rollup/durationBuckets.ts'

/** A row of `durationCountsSql`. */
export type DurationRow = BucketCount & { channel: string; subscription: string }

/** Percentiles of everything, of one channel, of one subscription. */
export type FoldedDurations = {
  total: Percentiles
  ofChannel: (channel: string) => Percentiles
  ofSubscription: (subscription: string) => Percentiles
}

/** Adds histograms up and reads percentiles from them. */
export function foldDurations(rows: readonly DurationRow[]): FoldedDurations {
  return {
    total: percentilesOf(rows),
    ofChannel: (channel) => percentilesOf(rows.filter((row) => row.channel === channel)),
    ofSubscription: (subscription) =>
      percentilesOf(rows.filter((row) => row.subscription === subscription)),
  }
}
