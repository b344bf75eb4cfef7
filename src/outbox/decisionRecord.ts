import type { RouteDecisions } from '../subscription-filter/routing.ts'
import type { ActiveSubscription } from './activeSubscription.ts'

/** Beyond this many, decisions of one kind are counted and not listed. */
const MAX_LISTED = 20

/**
 * Why an event went where it went, for the log (EV-25): who matched, who was skipped and why, and for those whose filter
 * said no, which condition and which value. Ten thousand refusals are a number and a sample.
 */
export function decisionRecord(
  decisions: RouteDecisions<ActiveSubscription>,
): Record<string, unknown> {
  const skippedChannels = decisions.matched.flatMap((subscription) =>
    subscription.channels
      .filter((channel) => !channel.isEnabled)
      .map((channel) => ({
        ...nameOf(subscription),
        channel: channel.channel,
        reason: 'channel_disabled',
      })),
  )
  return {
    matched: listed(decisions.matched, nameOf),
    skipped: listed(
      [
        ...decisions.skipped.map(({ reason, subscription }) => ({
          ...nameOf(subscription),
          reason,
        })),
        ...skippedChannels,
      ],
      (entry) => entry,
    ),
    notMatched: listed(decisions.notMatched, ({ failed, subscription }) => ({
      ...nameOf(subscription),
      failed,
    })),
  }
}

function listed<Item, Shown>(
  items: readonly Item[],
  show: (item: Item) => Shown,
): { count: number; list: Shown[] } {
  return { count: items.length, list: items.slice(0, MAX_LISTED).map(show) }
}

function nameOf({ id, name }: ActiveSubscription): { subscription: string; name: string } {
  return { subscription: id, name }
}
