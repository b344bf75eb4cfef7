/** How often something may be done. */
export type RateLimit = {
  /** What is limited, such as `comment-like`; every name counts on its own. */
  name: string
  /** Times per window. */
  points: number
  /** Length of the window, in seconds; it begins with the first use. */
  perSeconds: number
}

/** Counts uses over all processes of the site. */
export type RateLimiter = {
  /** Counts one use by `key`. Throws FLOW_RATE_LIMITED (429), `details.retryAfterSeconds` says when to come back. */
  consume: (limit: RateLimit, key: string) => Promise<void>
}
