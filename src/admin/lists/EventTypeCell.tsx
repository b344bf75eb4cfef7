import { textOf } from '../elements/textOf.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'
import { eventSummary } from './eventSummary.ts'

/** A type of event with what it means under it. */
export function EventTypeCell(cell: CellProps) {
  const type = textOf(cell.cellData) ?? ''
  const summary = eventSummary(cell.payload, type, cell.i18n.language)
  return (
    <CellLink cell={cell}>
      <span className="fm-two">
        <span>{type}</span>
        {summary && <small>{summary}</small>}
      </span>
    </CellLink>
  )
}
