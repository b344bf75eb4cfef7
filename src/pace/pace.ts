/** So many deliveries per so many milliseconds. */
export type Rate = { count: number; perMs: number }

/** How fast a subscription's receivers may be fed; each bound counts over all processes. */
export type Pace = {
  /** Tries in flight at once; null for no bound. */
  maxConcurrency: number | null
  rate: Rate | null
  /** One try in flight per channel entry and document, in the order of `meta.sequence`. */
  keepOrder: boolean
}
