/** So many deliveries per so many milliseconds; at once at most `burst` (none: a quarter of a second's worth). */
export type Rate = { count: number; perMs: number; burst?: number }

/** What the service behind a channel bears of one account, whichever subscriptions use it. */
export type AccountPace = { account: string; rate: Rate }

/** How fast a subscription's receivers may be fed; each bound counts over all processes. */
export type Pace = {
  /** Tries in flight at once; null for no bound. */
  maxConcurrency: number | null
  rate: Rate | null
  /** One try in flight per channel entry and document, in the order of `meta.sequence`. */
  keepOrder: boolean
}
