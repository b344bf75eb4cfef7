import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `event-deliveries` after a try. What was sent and what came back stays in the log. */
export const deliverySnapshot = defineSnapshot({
  status: rowField.oneOf(['retrying', 'delivered', 'dead']),
  /** Id and type of the event that is being delivered. */
  event: rowField.text,
  eventType: rowField.text,
  subscription: rowField.text,
  subscriptionName: rowField.text,
  channel: rowField.text,
  /** Id of the channel's entry in the subscription. */
  channelEntry: rowField.text,
  /** Where it goes, without secrets. */
  target: rowField.text,
  /** Tries that came to an end. */
  attemptsFinished: rowField.number,
  lastCode: rowField.text,
  lastError: rowField.text,
})
