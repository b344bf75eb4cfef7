import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleSubscriptionPayment } from '../../samples/sampleSubscriptionPayment.ts'
import { subscriptionPaymentSnapshot } from '../../snapshots/subscriptionPaymentSnapshot.ts'

/** An attempt to be paid began; its result may be known already. */
export const subscriptionPaymentCreated = defineEvent({
  type: 'subscription_payment.created',
  version: 1,
  area: eventAreas.subscription_payments,
  summary: {
    en: 'A payment of a subscription was created.',
    ru: 'Создан платёж по подписке.',
  },
  firesWhen: {
    en: 'A payment is created, in any status.',
    ru: 'Создан платёж в любом статусе.',
  },
  current: subscriptionPaymentSnapshot,
  sample: {
    current: sampleSubscriptionPayment,
    previous: null,
    changed: [],
  },
})
