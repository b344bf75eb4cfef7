import type { CollectionConfig } from 'payload'

import type { PaymentIntakeOptions } from './intake/paymentIntakeOptions.ts'
import { createSubscriptionPayments } from './payments/createSubscriptionPayments.ts'
import { SubscriptionPlans } from './SubscriptionPlans.ts'
import { Subscriptions } from './Subscriptions.ts'

/** Subscriptions and their payments; `intake` says whose payment notifications are believed. */
export function billingCollections(intake: PaymentIntakeOptions = {}): CollectionConfig[] {
  return [Subscriptions, createSubscriptionPayments(intake), SubscriptionPlans]
}
