import { textOf } from '../elements/textOf.ts'
import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'

/** Why something failed; beside a success it is only a note and looks like one. */
export function ReasonCell(cell: CellProps) {
  const reason = textOf(cell.cellData)
  if (!reason) return '—'
  const { outcome, status } = rowOf(cell)
  const isGood = status === 'delivered' || outcome === 'delivered'
  return <span className={isGood ? 'fm-muted' : 'fm-problem'}>{reason}</span>
}
