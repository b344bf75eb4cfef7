import type { JsonObject } from '../kernel/json.ts'

/** What went over the wire, for the log. The engine masks secrets before it stores this. */
export type Exchange = { request: JsonObject; response: JsonObject | null }

/**
 * What one try came to: the whole vocabulary of a channel. The engine alone decides what follows.
 * - `delivered`: the other side accepted it.
 * - `rejected`: its final word; trying again cannot help. `isGone` also disables the channel (HTTP 410).
 * - `unavailable`: it may heal; `retryAfterMs` is the other side's own wish.
 */
export type Attempt =
  | { outcome: 'delivered'; code: string; receipt?: JsonObject; exchange: Exchange; note?: string }
  | { outcome: 'rejected'; code: string; reason: string; isGone?: boolean; exchange: Exchange }
  | {
      outcome: 'unavailable'
      code: string
      reason: string
      retryAfterMs?: number
      exchange: Exchange
    }
