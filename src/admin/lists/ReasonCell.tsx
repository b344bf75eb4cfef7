import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'
import { reasonText } from './reasonText.ts'

/** Why something failed; beside a success it is only a note and looks like one. */
export function ReasonCell(cell: CellProps) {
  const row = rowOf(cell)
  const reason = reasonText(row, cell.payload, cell.i18n.language)
  if (!reason) return '—'
  const { outcome, status } = row
  const isGood = status === 'delivered' || outcome === 'delivered'
  return <span className={isGood ? 'fm-muted' : 'fm-problem'}>{reason}</span>
}
