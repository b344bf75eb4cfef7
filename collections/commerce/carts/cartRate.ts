import type { RateLimit } from '../../../src/rate-limit/rateLimiter.ts'

/** How often one account or one address of visitors may do something with carts. */
export const cartRate = {
  use: { name: 'cart-use', points: 240, perSeconds: 60 },
  /** Rarer: every new cart of a guest is a row that stays. */
  open: { name: 'cart-open', points: 30, perSeconds: 60 },
  convert: { name: 'cart-convert', points: 30, perSeconds: 60 },
} as const satisfies Record<string, RateLimit>
