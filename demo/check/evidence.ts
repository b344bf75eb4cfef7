import type { Email } from 'postal-mime'

import type { StoredEntry } from '../day/createSubscriptions.ts'
import type { Log } from '../log/logRows.ts'
import type { ReceivedRequest } from '../receivers/receiver.ts'

/** Both sides of the story: what the shop wrote down and what the others got. */
export type Evidence = {
  log: Log
  entries: readonly StoredEntry[]
  /** Requests of all receivers. */
  requests: readonly ReceivedRequest[]
  mails: readonly Email[]
  /** Types of events that the operations must mean, in their order. */
  expectedTypes: readonly string[]
  /** Events before the subscriptions were made. */
  eventsBefore: number
  /** `totals` of `GET /api/events/stats`. */
  stats: Record<string, unknown>
  /** The delivery that a person tried again. */
  retried: string
}
