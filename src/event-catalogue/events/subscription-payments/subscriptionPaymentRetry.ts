import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscriptionPayment } from '../../samples/sampleSubscriptionPayment.ts'
import { subscriptionPaymentSnapshot } from '../../snapshots/subscriptionPaymentSnapshot.ts'

/** Another try to be paid after a failure. */
export const subscriptionPaymentRetry = defineEvent({
  type: 'subscription_payment.retry',
  version: 1,
  area: eventAreas.subscription_payments,
  summary: {
    en: 'A failed payment of a subscription is tried again.',
    ru: 'Неудачный платёж по подписке повторяется.',
  },
  firesWhen: {
    en: 'A payment is created as a new attempt of a failed one, or a failed payment counts one attempt more.',
    ru: 'Платёж создан как повтор неудачного, или у неудачного платежа выросло число попыток.',
  },
  current: subscriptionPaymentSnapshot,
  extra: {
    /** Which attempt this is; the first one is 1. */
    attempt: z.number().nullable(),
  },
  sample: {
    current: {
      ...sampleSubscriptionPayment,
      id: 5109,
      number: 'PAY-005109',
      attempt: 2,
      retryOf: 5102,
    },
    previous: null,
    changed: [],
    attempt: 2,
  },
})
