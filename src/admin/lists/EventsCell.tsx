import { textsFor } from '../texts/textsFor.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'
import { eventSummary } from './eventSummary.ts'

const MOST_SHOWN = 2

/** The first events of a subscription and how many more there are. */
export function EventsCell(cell: CellProps) {
  const { language } = cell.i18n
  const { columns, picker } = textsFor(language)
  const events: unknown[] = Array.isArray(cell.cellData) ? cell.cellData : []
  const name = (event: string): string => {
    if (event === '*') return picker.everything
    return event.includes('*') ? picker.pattern(event) : eventSummary(cell.payload, event, language)
  }
  return (
    <CellLink cell={cell}>
      <span className="fm-two">
        {events.slice(0, MOST_SHOWN).map((event) => (
          <span key={String(event)} title={String(event)}>
            {name(String(event)) || String(event)}
          </span>
        ))}
        {events.length > MOST_SHOWN && <small>{columns.more(events.length - MOST_SHOWN)}</small>}
      </span>
    </CellLink>
  )
}
