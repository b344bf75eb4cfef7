import type { JsonObject } from '../../src/kernel/json.ts'

/**
 * One change of one document as rules see it: the row before and after, not what the API answered.
 * For collections with drafts a document counts as visible when its main row is not a draft.
 */
export type Change = {
  operation: 'create' | 'update' | 'delete' | 'login' | 'logout' | 'activity'
  /** The row after the change; for a deletion the row that was deleted. */
  current: JsonObject
  /** The row before; null on create, login and logout. */
  previous: JsonObject | null
  /** Top-level fields that differ, without bookkeeping. */
  changed: string[]
  hasDrafts: boolean
  isVisible: boolean
  wasVisible: boolean
  /** The document appears for the first time: created, or published for the first time if it has drafts. */
  isFirstAppearance: boolean
}
