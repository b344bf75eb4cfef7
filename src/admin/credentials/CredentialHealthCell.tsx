import { StatusPill } from '../elements/StatusPill.tsx'
import { textOf } from '../elements/textOf.ts'
import type { CellProps } from '../lists/cellProps.ts'
import { rowOf } from '../lists/cellProps.ts'
import { textsFor } from '../texts/textsFor.ts'
import { healthTone } from './healthTone.ts'

/** How the credentials of a row are. */
export function CredentialHealthCell(cell: CellProps) {
  const health = textOf(rowOf(cell)['health']) ?? 'unchecked'
  const { credentials } = textsFor(cell.i18n.language)
  return <StatusPill tone={healthTone(health)}>{credentials.health[health] ?? health}</StatusPill>
}
