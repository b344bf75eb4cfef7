import type { SubscriptionIndex } from '../subscription-filter/createSubscriptionIndex.ts'
import { createSubscriptionIndex } from '../subscription-filter/createSubscriptionIndex.ts'
import type { ActiveSubscription } from './activeSubscription.ts'

/** Where subscriptions come from; the revision must be read before the rows. */
export type SubscriptionSource = {
  load: () => Promise<{ revision: number; subscriptions: ActiveSubscription[] }>
}

/** All subscriptions, indexed for routing, in one consistent state. */
export type SubscriptionSet = {
  revision: number
  index: SubscriptionIndex<ActiveSubscription>
  byId: ReadonlyMap<string, ActiveSubscription>
}

/** Subscriptions in memory, never older than the revision asked for. */
export type SubscriptionCache = {
  /** A set of at least this revision; loads when the one in memory is older. */
  atLeast: (revision: number) => Promise<SubscriptionSet>
  /** Forget; the next call loads. */
  invalidate: () => void
}

/** One load at a time, shared by everybody who waits for it. */
export function createSubscriptionCache(source: SubscriptionSource): SubscriptionCache {
  let known: SubscriptionSet | undefined
  let loading: Promise<SubscriptionSet> | undefined
  let invalidations = 0

  const load = async (): Promise<SubscriptionSet> => {
    const begunAt = invalidations
    loading ??= source
      .load()
      .then(({ revision, subscriptions }) => {
        const set = {
          revision,
          index: createSubscriptionIndex(subscriptions),
          byId: new Map(subscriptions.map((subscription) => [subscription.id, subscription])),
        }
        // What was to be forgotten while it was read may be from before the change: used once, not kept.
        if (begunAt === invalidations) known = set
        return set
      })
      .finally(() => {
        loading = undefined
      })
    return loading
  }

  return {
    atLeast: async (revision) => {
      let set = known ?? (await load())
      // A load that was under way may have read the revision before the one asked for: load again.
      while (set.revision < revision) set = await load()
      return set
    },
    invalidate: () => {
      invalidations += 1
      known = undefined
    },
  }
}
