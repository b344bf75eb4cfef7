import { isDeepStrictEqual } from 'node:util'

import type { Json, JsonObject } from '../../src/kernel/json.ts'
import { changedFields } from '../capture/changedFields.ts'
import type { Change } from '../rules/change.ts'
import { isVisibleRow } from '../rules/isVisibleRow.ts'
import type { KnownState } from './knownState.ts'

/** What {@link untoldChange} compares. */
export type UntoldOptions = {
  /** The row as it is; null: the document is gone. */
  row: JsonObject | null
  known: KnownState
  hasDrafts: boolean
  /** The type that says that a document has appeared, if the collection has one. */
  createdType: string | undefined
}

/** A change that a save or a deletion makes. */
type UntoldChange = Change & { operation: 'create' | 'update' | 'delete' }

/**
 * What must have happened between the last event of a document and now, as if it had been one save. Null when row and log
 * agree; `unknown` when the log has forgotten too much to tell.
 */
export function untoldChange(options: UntoldOptions): UntoldChange | null | 'unknown' {
  const { known, row } = options
  if (row === null) return known.isDeleted ? null : deletion(options)
  if (known.current === null) return known.isPartlyForgotten ? 'unknown' : appearance(options, row)
  // Deleted and restored from a backup: it is there again, and the last word was that it is not.
  if (known.isDeleted) return appearance(options, row)
  const previous = known.current
  const current = comparable(row, previous)
  const changed = changedFields(previous, current).filter(
    (field) => !isDeepStrictEqual(bare(previous[field]), bare(current[field])),
  )
  if (changed.length === 0) return null
  const visible = visibility(options, { previous, current })
  return { operation: 'update', current: row, previous, changed, ...visible }
}

function deletion({ hasDrafts, known }: UntoldOptions): UntoldChange | 'unknown' {
  if (known.current === null) return 'unknown'
  const { current } = known
  const wasVisible = isVisibleRow(current, hasDrafts)
  return {
    ...{ operation: 'delete', current, previous: current, changed: [] },
    ...{ hasDrafts, wasVisible, isVisible: false, isFirstAppearance: false },
  }
}

function appearance(options: UntoldOptions, current: JsonObject): UntoldChange {
  const visible = visibility(options, { previous: null, current })
  return { operation: 'create', current, previous: null, changed: [], ...visible }
}

function visibility(
  { createdType, hasDrafts, known }: UntoldOptions,
  { current, previous }: { current: JsonObject; previous: JsonObject | null },
): Pick<Change, 'hasDrafts' | 'isVisible' | 'wasVisible' | 'isFirstAppearance'> {
  const isVisible = isVisibleRow(current, hasDrafts)
  const wasVisible = isVisibleRow(previous, hasDrafts)
  const hasAppeared = createdType !== undefined && known.toldTypes.has(createdType)
  const isFirstAppearance = isVisible && !wasVisible && (previous === null || !hasAppeared)
  return { hasDrafts, isVisible, wasVisible, isFirstAppearance }
}

/** Only what the event tells: a field added to the collection later, or too large for an event, is no change. */
function comparable(row: JsonObject, previous: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(previous).map((name) => [name, row[name] ?? null]))
}

/** Without what is empty: a null, an absent member and an empty list are one and the same to a person. */
function bare(value: Json | undefined): Json {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(bare)
  if (typeof value !== 'object') return value
  const members = Object.entries(value).flatMap(([name, inner]) => {
    const kept = bare(inner)
    return kept === null ? [] : [[name, kept] as const]
  })
  return members.length === 0 ? null : Object.fromEntries(members)
}
