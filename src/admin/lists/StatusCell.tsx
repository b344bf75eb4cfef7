import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { textOf } from '../elements/textOf.ts'
import { textsFor } from '../texts/textsFor.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'

/** Status of an event or a delivery, outcome of an attempt. */
export function StatusCell(cell: CellProps) {
  const status = textOf(cell.cellData) ?? ''
  const { status: names } = textsFor(cell.i18n.language)
  return (
    <CellLink cell={cell}>
      <StatusPill tone={statusTone(status)}>{names[status] ?? status}</StatusPill>
    </CellLink>
  )
}
