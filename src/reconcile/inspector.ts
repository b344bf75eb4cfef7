import type { Sql } from '../kernel/sql.ts'
import type { Finding } from './finding.ts'

/** Where a look goes on: behind which document, and how many are looked at. */
export type LookOptions = {
  after: string | null
  limit: number
  /** Only documents written since; null: all. Changes past Payload leave no date, so only a look at all finds them. */
  since: Date | null
  bornSince: Date
}

/** How a document is inspected. */
export type InspectOptions = {
  /** Tells what is missing. */
  publish: boolean
  /** Documents created since must have been told of; of older ones without any event nothing is known. */
  bornSince: Date
}

/** What one page came to. */
export type LookReport = {
  /** Rows looked at. */
  looked: number
  /** The last of them; null: there was none, the end. */
  last: string | null
  /** Documents that seem to have changed without an event; to be inspected. */
  suspects: string[]
  /** Documents that agree with the log. */
  agreeing: string[]
  /** Documents of which the log no longer knows enough. */
  unknown: number
}

/** Compares the documents of one collection with what the log says of them. */
export type Inspector<Req = unknown> = {
  collection: string
  /** A page of the documents there are, by id. Takes no lock: a save meanwhile makes a false suspect. */
  lookAtDocuments: (options: LookOptions) => Promise<LookReport>
  /** A page of documents the log knows and the collection does not, by id; null when deletions mean nothing. */
  lookForGone: ((options: LookOptions) => Promise<LookReport>) | null
  /**
   * Looks again with the document held, so that the answer is true; with `publish`, tells what is missing, in the same
   * transaction. Null: nothing is missing.
   */
  inspect: (
    documentId: string,
    transaction: { sql: Sql; req: Req },
    options: InspectOptions,
  ) => Promise<Finding | null>
}
