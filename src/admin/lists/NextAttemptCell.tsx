import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'
import { TimeCell } from './TimeCell.tsx'

/** When the next try is due; nothing when none will come. */
export function NextAttemptCell(cell: CellProps) {
  const { status } = rowOf(cell)
  return status === 'pending' || status === 'retrying' ? <TimeCell {...cell} /> : '—'
}
