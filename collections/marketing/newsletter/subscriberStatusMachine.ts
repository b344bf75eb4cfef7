import type { StatusMachine } from '../../statusMachine.ts'

/** How we stand with an address. Letters go to `subscribed` ones only. */
export type SubscriberStatus = 'pending' | 'subscribed' | 'unsubscribed' | 'bounced' | 'complained'

/** Everybody may come back; nobody becomes a stranger again. */
export const subscriberStatusMachine: StatusMachine<SubscriberStatus> = {
  pending: ['subscribed', 'unsubscribed', 'bounced', 'complained'],
  subscribed: ['unsubscribed', 'bounced', 'complained'],
  unsubscribed: ['subscribed', 'bounced', 'complained'],
  bounced: ['subscribed', 'unsubscribed', 'complained'],
  complained: ['subscribed', 'unsubscribed', 'bounced'],
}
