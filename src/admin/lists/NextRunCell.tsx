import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'
import { TimeCell } from './TimeCell.tsx'

/** When a job runs next; nothing while it is switched off. */
export function NextRunCell(cell: CellProps) {
  return rowOf(cell)['enabled'] === false ? '—' : <TimeCell {...cell} />
}
