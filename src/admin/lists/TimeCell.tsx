import { TimeAgo } from '../elements/TimeAgo.tsx'
import { textOf } from '../elements/textOf.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'

/** A time, exact and relative. */
export function TimeCell(cell: CellProps) {
  const at = cell.cellData instanceof Date ? cell.cellData.toISOString() : textOf(cell.cellData)
  if (!at) return '—'
  return (
    <CellLink cell={cell}>
      <TimeAgo at={at} />
    </CellLink>
  )
}
