import type { SqlRow } from '../../src/kernel/sql.ts'
import type { Scan, ScanPass } from './scan.ts'
import type { PassSql } from './scanTable.ts'
import type { ScanTools } from './scanTools.ts'

/** One due row as it was seen; the values of the spell's fields stand beside the two. */
export type DueRow = SqlRow & { id: number | string; moment: Date }

/** What a page of due rows is handled with. */
export type DuePage = {
  scan: Scan
  pass: ScanPass
  statements: PassSql
  moments: readonly [Date, Date]
  rows: readonly DueRow[]
  now: number
  tools: ScanTools
}

/** What became of some due rows. */
export type Outcome = {
  emitted: number
  /** Rows another transaction was writing at that moment. */
  skipped: readonly DueRow[]
  problems: readonly string[]
}
