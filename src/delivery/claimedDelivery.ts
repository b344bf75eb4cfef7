/** A delivery this process holds the lease of. */
export type ClaimedDelivery = {
  id: string
  eventId: string
  eventType: string
  /** The event's stored text. */
  body: string
  subscriptionId: string
  channel: string
  /** Id of the channel's entry in the subscription. */
  channelEntry: string
  /** How many tries were begun, this one included: the fencing number of the claim. */
  attemptsStarted: number
  /** How many tries came to an end before this one: what the retry schedule counts. */
  attemptsFinished: number
  /** How often its worker died while it may have been trying; 0 after every try that came to an end. */
  strikes: number
  /** When its time came, milliseconds since the Unix epoch; null when the claim does not tell. */
  dueAt: number | null
  /** How it stands to its lane (`event_deliveries.gate`); null when it never had to wait. */
  turn: 'passed' | 'probe' | null
  /** Of the subscriptions, when it was claimed: older ones in memory may not know the delivery's own. */
  subscriptionsRevision: number
}
