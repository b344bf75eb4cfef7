import { pickLocalised } from '../texts/pickLocalised.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'

/** A text kept in several languages, in the reader's. */
export function LocalisedCell(cell: CellProps) {
  return <CellLink cell={cell}>{pickLocalised(cell.cellData, cell.i18n.language)}</CellLink>
}
