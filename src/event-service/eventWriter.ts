import type { EventData, EventMeta } from '../event-catalogue/flowEvent.ts'

/**
 * An event ready to be stored. Its exact text is `bodyHead + <sequence or null> + bodyTail`: the
 * database puts the per-document number in, and nothing is ever serialised again, because the bytes
 * are what receivers verify.
 */
export type EventRow = {
  id: string
  type: string
  version: number
  /** ISO 8601, UTC, milliseconds. */
  timestamp: string
  data: EventData
  /** Everything but the number, which only the database knows. */
  meta: Omit<EventMeta, 'sequence'>
  bodyHead: string
  bodyTail: string
  /** Copies of members of `meta`, for columns and their indexes. */
  collection: string | null
  documentId: string | null
  operation: EventMeta['operation']
  /** At most one event is stored per key. */
  idempotencyKey: string | null
  /** What did not fit when a capture had to go on anyway; empty for everything published by code. */
  issues: string[]
}

/** What became of one row. */
export type WrittenEvent = {
  /** Id of the stored event: of the earlier one when this is a duplicate. */
  id: string
  /** An event with the same idempotency key was there already; nothing was written. */
  isDuplicate: boolean
}

/** Port to the table of events. */
export type EventWriter = {
  /**
   * Stores the rows, all or none, in their order, and answers in the same order. With `req` they join
   * the transaction of that request and share its fate; without it they get their own. `isCaptured`: the events tell of
   * a save in that transaction, which holds the document's row already.
   */
  write: (
    events: EventRow[],
    context: { req?: unknown; isCaptured?: boolean },
  ) => Promise<WrittenEvent[]>
}
