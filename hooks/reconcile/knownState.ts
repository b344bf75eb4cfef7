import type { JsonObject } from '../../src/kernel/json.ts'

/** What the log knows of a document. */
export type KnownState = {
  /** The row as the last event with one tells it, without what it had no room for; null when there is none in the log. */
  current: JsonObject | null
  /** The last event told of its deletion. */
  isDeleted: boolean
  /** Types of events it has had, also of those that have been swept. */
  toldTypes: ReadonlySet<string>
  /** Events of it have been swept: what the log does not say may have been told all the same. */
  isPartlyForgotten: boolean
}
