import type { Tracking } from '../rules/track.ts'
import { track } from '../rules/track.ts'
import { subscriptionPaymentRules } from '../tables/subscriptionPaymentRules.ts'
import { subscriptionRules } from '../tables/subscriptionRules.ts'

/** What changes in subscriptions and their payments mean. */
export const billingTracking: Tracking[] = [
  track('subscriptions', subscriptionRules),
  track('subscription-payments', subscriptionPaymentRules),
]
