import { jobStatus } from '../elements/jobStatus.ts'
import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { textsFor } from '../texts/textsFor.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'

/** How a scheduled job stands: running, switched off, or what its last run came to. */
export function JobStateCell(cell: CellProps) {
  const status = jobStatus(rowOf(cell), Date.now())
  const { status: names } = textsFor(cell.i18n.language)
  return (
    <CellLink cell={cell}>
      <StatusPill tone={statusTone(status)}>{names[status] ?? status}</StatusPill>
    </CellLink>
  )
}
