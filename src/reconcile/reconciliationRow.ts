/** A run as its runner reads it. */
export type ReconciliationRow = {
  id: string
  /** `find`: compares and lists; `publish`: tells what earlier runs have listed. */
  action: 'find' | 'publish'
  /** Collections that are compared; null: all. */
  collections: string[] | null
  /** Only documents written since. */
  since: Date | null
  /** Documents created since must have been told of. */
  bornSince: Date
  /** Gaps that are told; null: all that are open. */
  gaps: string[] | null
  /** Gaps listed up to this moment are meant. */
  createdAt: Date
  /** Everything up to it is done. */
  cursor: ReconciliationCursor | null
}

/** Where a run stands: in a collection, among its documents or those that are gone, or among gaps. */
export type ReconciliationCursor =
  | { collection: string; part: 'documents' | 'gone'; after: string | null }
  | { gap: string }
