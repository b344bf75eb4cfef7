import type { CompiledFilter } from './compileFilter.ts'
import type { FailedCondition } from './filterExplanation.ts'

/** What routing needs to know of a subscription; the index hands the same object back, whatever else it carries. */
export type RoutableSubscription = {
  id: string | number
  name: string
  isEnabled: boolean
  /** Types and wildcards as stored: `order.paid`, `order.*`, `*.created`, `*`. */
  patterns: readonly string[]
  /** The filter as stored; parsed and compiled by the index. */
  filter: unknown
  /** When it was created or last enabled, ISO 8601; null for always. Earlier events are not for it (EV-24). */
  activeSince: string | null
}

/** Why a subscription was not even asked. */
export type SkipReason = 'disabled' | 'created_after_event' | 'invalid_filter'

/** What became of one event; each candidate is in exactly one list, in the order the index was given them. */
export type RouteDecisions<Subscription> = {
  matched: Subscription[]
  skipped: { subscription: Subscription; reason: SkipReason }[]
  notMatched: { subscription: Subscription; failed: FailedCondition[] }[]
}

/** How to route. */
export type RouteOptions = {
  /** A person asked for old events: `activeSince` does not count. @default false */
  isReplay?: boolean
}

/** A stored subscription that is broken, and the FlowError that says how. */
export type SubscriptionProblem<Subscription> = { subscription: Subscription; error: unknown }

/** A subscription made ready. */
export type IndexEntry<Subscription> = {
  subscription: Subscription
  /** Position in the list the index was built from. */
  order: number
  /** Milliseconds since the epoch; -Infinity for always. */
  activeSince: number
  /** Null when the stored filter does not parse. */
  filter: CompiledFilter | null
}
