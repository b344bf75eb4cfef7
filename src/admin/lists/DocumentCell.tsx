import { textOf } from '../elements/textOf.ts'
import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'
import { DocumentLink } from './DocumentLink.tsx'

/** The document an event is about, linked. */
export function DocumentCell(cell: CellProps) {
  return (
    <DocumentLink
      collection={textOf(rowOf(cell)['collection'])}
      id={textOf(cell.cellData)}
      language={cell.i18n.language}
      payload={cell.payload}
    />
  )
}
