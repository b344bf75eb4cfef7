/** A row of the event log, as the REST API answers it. */
export type LoggedEvent = {
  id: string
  type: string
  status: 'pending' | 'routed' | 'unmatched'
  createdAt: string
  collection: string | null
  documentId: string | null
  matched: number | null
  data: { current: Record<string, unknown> }
  /** The exact text that was signed and sent. */
  body: string
}

/** A row of the deliveries. */
export type LoggedDelivery = {
  id: string
  event: string
  eventType: string
  subscription: string
  subscriptionName: string
  channel: string
  channelEntry: string
  status: 'pending' | 'delivering' | 'retrying' | 'delivered' | 'dead' | 'poisoned' | 'cancelled'
  attemptsFinished: number
  lastCode: string | null
}

/** A row of the attempts. */
export type LoggedAttempt = {
  id: string
  delivery: string
  number: number
  outcome: 'delivered' | 'rejected' | 'unavailable'
  code: string
}

/** Everything the shop has written down. */
export type Log = {
  events: LoggedEvent[]
  deliveries: LoggedDelivery[]
  attempts: LoggedAttempt[]
}
