/** A delivery as it stands after its result was written. */
export type MovedDelivery = {
  id: string
  eventId: string
  eventType: string
  subscriptionId: string
  subscriptionName: string | null
  channel: string
  channelEntry: string
  /** Where it goes, without secrets. */
  target: string | null
  /** Tries that came to an end. */
  attemptsFinished: number
  createdAt: Date
}
