import type { JsonObject } from '../../src/kernel/json.ts'

/** Whether the public sees a document in this state: a draft is for its authors, and nothing is seen of what is not there. */
export function isVisibleRow(row: JsonObject | null, hasDrafts: boolean): boolean {
  return row !== null && (!hasDrafts || row['_status'] !== 'draft')
}
