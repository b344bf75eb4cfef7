import type { GapKind } from './gapKind.ts'

/** A document whose last change has no event, and what was not told of it. */
export type Finding = {
  documentId: string
  kind: GapKind
  /** Event types that the difference means. */
  types: string[]
  /** Fields that differ from the last event; empty for documents nobody ever told of. */
  fields: string[]
}
