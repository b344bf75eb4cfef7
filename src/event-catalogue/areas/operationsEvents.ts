import { deliveryChannelDisabled } from '../events/deliveries/deliveryChannelDisabled.ts'
import { deliveryExhausted } from '../events/deliveries/deliveryExhausted.ts'
import { deliveryFailing } from '../events/deliveries/deliveryFailing.ts'
import { deliveryRecovered } from '../events/deliveries/deliveryRecovered.ts'

/** What the engine tells of its own deliveries. */
export const operationsEvents = [
  deliveryFailing,
  deliveryExhausted,
  deliveryRecovered,
  deliveryChannelDisabled,
] as const
