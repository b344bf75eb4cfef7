import { FlowError } from '../kernel/flowError.ts'
import { compileFilter } from './compileFilter.ts'
import { createPatternBuckets } from './createPatternBuckets.ts'
import type { AnyEvent } from './filterExplanation.ts'
import { parseEventPattern } from './parseEventPattern.ts'
import { parseFilter } from './parseFilter.ts'
import type {
  IndexEntry,
  RoutableSubscription,
  RouteDecisions,
  RouteOptions,
  SubscriptionProblem,
} from './routing.ts'

/** Answers which subscriptions an event goes to. Immutable: build a new one when subscriptions change. */
export type SubscriptionIndex<Subscription extends RoutableSubscription> = {
  /**
   * Decides for every subscription whose patterns name the event's type; the others are not looked at.
   * @param createdAt when the event was written, ISO 8601
   */
  route: (
    event: AnyEvent,
    createdAt: string,
    options?: RouteOptions,
  ) => RouteDecisions<Subscription>
  /** Subscriptions that cannot be routed as they are stored, for a warning in log and admin. */
  problems: readonly SubscriptionProblem<Subscription>[]
}

/** Builds the routing index: one parse and one compilation per subscription, one look-up per event. */
export function createSubscriptionIndex<Subscription extends RoutableSubscription>(
  subscriptions: readonly Subscription[],
): SubscriptionIndex<Subscription> {
  const problems: SubscriptionProblem<Subscription>[] = []
  const buckets = createPatternBuckets<IndexEntry<Subscription>>()
  for (const [order, subscription] of subscriptions.entries()) {
    const report = (error: unknown) => problems.push({ subscription, error })
    const entry = toEntry(subscription, order, report)
    for (const pattern of attemptEach(subscription.patterns, parseEventPattern, report)) {
      buckets.add(pattern, entry)
    }
  }
  return {
    problems,
    route: (event, createdAt, options = {}) =>
      decide(buckets.find(event.type), event, {
        createdAt: Date.parse(createdAt),
        isReplay: options.isReplay ?? false,
      }),
  }
}

function toEntry<Subscription extends RoutableSubscription>(
  subscription: Subscription,
  order: number,
  report: (error: unknown) => void,
): IndexEntry<Subscription> {
  const [activeSince] = attemptEach([subscription.activeSince], parseActiveSince, report)
  const [filter] = attemptEach(
    [subscription.filter],
    (raw) => compileFilter(parseFilter(raw)),
    report,
  )
  return {
    subscription,
    order,
    activeSince: activeSince ?? Number.NEGATIVE_INFINITY,
    filter: filter ?? null,
  }
}

function parseActiveSince(text: string | null): number {
  const instant = text === null ? Number.NEGATIVE_INFINITY : Date.parse(text)
  if (!Number.isNaN(instant)) return instant
  throw new FlowError({
    code: 'FLOW_FILTER_ACTIVE_SINCE_INVALID',
    message: `"${text}" is not a date; the subscription counts as always active.`,
  })
}

function decide<Subscription extends RoutableSubscription>(
  candidates: readonly IndexEntry<Subscription>[],
  event: AnyEvent,
  moment: { createdAt: number; isReplay: boolean },
): RouteDecisions<Subscription> {
  const decisions: RouteDecisions<Subscription> = { matched: [], skipped: [], notMatched: [] }
  for (const { subscription, filter, activeSince } of candidates) {
    if (!subscription.isEnabled) {
      decisions.skipped.push({ subscription, reason: 'disabled' })
    } else if (!moment.isReplay && moment.createdAt < activeSince) {
      decisions.skipped.push({ subscription, reason: 'created_after_event' })
    } else if (filter === null) {
      decisions.skipped.push({ subscription, reason: 'invalid_filter' })
    } else if (filter.matches(event)) {
      decisions.matched.push(subscription)
    } else {
      decisions.notMatched.push({ subscription, failed: filter.explain(event).failed })
    }
  }
  return decisions
}

/** One broken row must not stop the routing of all the others. */
function attemptEach<Input, Output>(
  inputs: readonly Input[],
  work: (input: Input) => Output,
  report: (error: unknown) => void,
): Output[] {
  const results: Output[] = []
  for (const input of inputs) {
    try {
      results.push(work(input))
    } catch (error) {
      report(error)
    }
  }
  return results
}
