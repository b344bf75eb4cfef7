import type { Change } from '../rules/change.ts'
import { both, carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** The first subscription leaves its date on the row for ever. */
const wasSubscribedBefore = ({ previous }: Change): boolean => Boolean(previous?.['subscribedAt'])

/** What a saved subscriber means: coming, going, coming back. Waiting for a confirmation means nothing. */
export const newsletterRules: RuleTable = {
  'newsletter.subscribed': both(
    on.changedTo('status', 'subscribed'),
    (change) => !wasSubscribedBefore(change),
  ),
  'newsletter.unsubscribed': carrying(on.changedFrom('status', 'subscribed'), ({ current }) => ({
    statusTo: current['status'] ?? null,
  })),
  'newsletter.resubscribed': both(on.changedTo('status', 'subscribed'), wasSubscribedBefore),
}
