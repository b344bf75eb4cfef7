import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { textsFor } from '../texts/textsFor.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'

/** Whether a subscription is switched on. */
export function EnabledCell(cell: CellProps) {
  const status = cell.cellData === false ? 'off' : 'on'
  return (
    <CellLink cell={cell}>
      <StatusPill tone={statusTone(status)}>
        {textsFor(cell.i18n.language).status[status]}
      </StatusPill>
    </CellLink>
  )
}
