import type { StatusMachine } from '../statusMachine.ts'

/** The life of a subscription. It may begin in any of these; `past_due` is also "waits for its first payment". */
export type SubscriptionStatus =
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'paused'
  | 'cancelled'
  | 'expired'

/** Which status of a subscription may follow which. A payment may revive an expired one, never a cancelled one. */
export const subscriptionStatusMachine: StatusMachine<SubscriptionStatus> = {
  trialing: ['active', 'past_due', 'paused', 'cancelled', 'expired'],
  active: ['past_due', 'paused', 'cancelled', 'expired'],
  past_due: ['active', 'paused', 'cancelled', 'expired'],
  paused: ['active', 'cancelled', 'expired'],
  expired: ['active', 'cancelled'],
  cancelled: [],
}
