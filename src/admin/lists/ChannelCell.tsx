import { textOf } from '../elements/textOf.ts'
import { blockLabel } from './blockLabel.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'

/** A channel by its name instead of its slug. */
export function ChannelCell(cell: CellProps) {
  const channel = textOf(cell.cellData) ?? ''
  return (
    <CellLink cell={cell}>{blockLabel(cell.payload.config, channel, cell.i18n.language)}</CellLink>
  )
}
