import { subscriptionCreated } from '../events/subscriptions/subscriptionCreated.ts'
import { subscriptionRenewed } from '../events/subscriptions/subscriptionRenewed.ts'
import { subscriptionPaused } from '../events/subscriptions/subscriptionPaused.ts'
import { subscriptionCancelled } from '../events/subscriptions/subscriptionCancelled.ts'
import { subscriptionExpired } from '../events/subscriptions/subscriptionExpired.ts'
import { subscriptionExpiringSoon } from '../events/subscriptions/subscriptionExpiringSoon.ts'
import { subscriptionHadPaymentFailed } from '../events/subscriptions/subscriptionHadPaymentFailed.ts'
import { subscriptionPaymentCreated } from '../events/subscription-payments/subscriptionPaymentCreated.ts'
import { subscriptionPaymentSuccessful } from '../events/subscription-payments/subscriptionPaymentSuccessful.ts'
import { subscriptionPaymentFailed } from '../events/subscription-payments/subscriptionPaymentFailed.ts'
import { subscriptionPaymentRefunded } from '../events/subscription-payments/subscriptionPaymentRefunded.ts'
import { subscriptionPaymentRetry } from '../events/subscription-payments/subscriptionPaymentRetry.ts'

/** Subscriptions and their payments. */
export const billingEvents = [
  subscriptionCreated,
  subscriptionRenewed,
  subscriptionPaused,
  subscriptionCancelled,
  subscriptionExpired,
  subscriptionExpiringSoon,
  subscriptionHadPaymentFailed,
  subscriptionPaymentCreated,
  subscriptionPaymentSuccessful,
  subscriptionPaymentFailed,
  subscriptionPaymentRefunded,
  subscriptionPaymentRetry,
] as const
